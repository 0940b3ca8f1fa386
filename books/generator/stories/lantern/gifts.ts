import { circle, path, place, stroke } from '../../svg.ts'

/** What rain, lake and mountain give: a drop with a rainbow in it, a slice of sunset, a warm spark. About 80 units each. */
export const rainbowDrop = (x: number, y: number, scale: number, turn = 0): string =>
  place(
    { x, y, scale, turn },
    path('M0,-40 C20,-10 28,4 28,18 A28,28 0 0 1 -28,18 C-28,4 -20,-10 0,-40Z', '#cfe9f2') +
      stroke('M-16,22 a16,16 0 0 1 32,0', '#e2645a', 4) +
      stroke('M-12,23 a12,12 0 0 1 24,0', '#f2c14e', 4) +
      stroke('M-8,24 a8,8 0 0 1 16,0', '#5aa86a', 4),
  )

export const sunsetSlice = (x: number, y: number, scale: number, turn = 0): string =>
  place(
    { x, y, scale, turn },
    path('M-40,10 A40,40 0 0 1 40,10Z', '#f59a5c') +
      path('M-28,10 A28,28 0 0 1 28,10Z', '#ffd286') +
      stroke('M-40,12 H40', '#d9605a', 5),
  )

export const warmSpark = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    path('M0,-36 l9,27 27,9 -27,9 -9,27 -9,-27 -27,-9 27,-9Z', '#ffe9a8') + circle(0, 0, 9, '#fffbe8'),
  )
