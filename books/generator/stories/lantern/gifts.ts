import { circle, ellipse, path, place, rect, stroke } from '../../svg.ts'

/** What rain, lake and mountain give: a drop with a rainbow in it, a slice of sunset, a warm spark. About 80 units each. */
export const rainbowDrop = (x: number, y: number, scale: number, turn = 0): string =>
  place(
    { x, y, scale, turn },
    path('M0,-44 C20,-12 30,4 30,18 A30,30 0 0 1 -30,18 C-30,4 -20,-12 0,-44Z', '#d9f1f8') +
      stroke('M-18,24 a18,18 0 0 1 36,0', '#e2645a', 5.5) +
      stroke('M-12.5,25 a12.5,12.5 0 0 1 25,0', '#f2c14e', 5.5) +
      stroke('M-7,26 a7,7 0 0 1 14,0', '#5aa86a', 5) +
      ellipse(-10, -4, 4, 8, '#ffffff', 0.8),
  )

export const sunsetSlice = (x: number, y: number, scale: number, turn = 0): string =>
  place(
    { x, y, scale, turn },
    path('M-42,12 A42,42 0 0 1 42,12Z', '#ef7d4f') +
      path('M-31,12 A31,31 0 0 1 31,12Z', '#fbb35c') +
      path('M-19,12 A19,19 0 0 1 19,12Z', '#ffe29a') +
      stroke('M-42,13 H42', '#c9506a', 5),
  )

export const warmSpark = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    path('M0,-42 l10,32 32,10 -32,10 -10,32 -10,-32 -32,-10 32,-10Z', '#ffdf8a') +
      circle(0, 0, 11, '#fffbe8') +
      stroke('M-26,-26 l9,9 M26,-26 l-9,9 M-26,26 l9,-9 M26,26 l-9,-9', '#ffc861', 4),
  )

type Gift = 'drop' | 'slice' | 'spark'

/**
 * The glass jar from the owl, in which the gifts travel: 120 units tall at scale 1, its foot at (x, y). `open` leaves the
 * cork out.
 */
export const giftJar = (
  x: number,
  y: number,
  scale: number,
  gifts: readonly Gift[],
  { open = false, turn = 0 } = {},
): string => {
  const glass = gifts.includes('slice') || gifts.includes('spark') ? '#ffe9bd' : '#d3ecf0'
  return place(
    { x, y, scale, turn },
    path(
      'M-26,-92 C-26,-84 -44,-82 -44,-62 V-16 C-44,-4 -36,0 -24,0 H24 C36,0 44,-4 44,-16 V-62 C44,-82 26,-84 26,-92Z',
      glass,
      'fill-opacity="66%" stroke="#5d8794" stroke-width="3.4"',
    ) +
      (gifts.includes('slice') ? sunsetSlice(12, -18, 0.64, 8) : '') +
      (gifts.includes('drop') ? rainbowDrop(-18, -38, 0.62, -8) : '') +
      (gifts.includes('spark') ? warmSpark(16, -58, 0.56) : '') +
      rect(-30, -102, 60, 13, '#e6f5f7', 6) +
      stroke('M-35,-60 V-20', '#ffffff', 5, 0.8) +
      stroke('M35,-64 V-40', '#ffffff', 3, 0.6) +
      stroke('M-29,-90 H29', '#b9824f', 4) +
      (open
        ? ''
        : path('M-22,-102 L-18,-120 H18 L22,-102Z', '#b98a5c') + stroke('M-18,-119 H18', '#d3a877', 4)),
  )
}
