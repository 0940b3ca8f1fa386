import { createPencil, type Pencil } from '../rig/drawing.ts'
import { circle, ellipse, path, place, stroke } from '../svg.ts'

export type OwlOptions = {
  x: number
  y: number
  scale: number
  mirrored?: boolean
  flying?: boolean
  asleep?: boolean
}

const feathers = '#8c6f5a'
const down = '#e9d8bb'
const shaded = '#6c5244'

const wings = (pencil: Pencil, flying: boolean): string =>
  (flying
    ? [
        'M-26,-50 C-70,-96 -116,-96 -132,-78 C-116,-74 -122,-66 -108,-62 C-112,-54 -96,-50 -90,-48 C-90,-38 -70,-36 -62,-34 C-48,-26 -34,-26 -26,-30Z',
        'M26,-50 C70,-96 116,-96 132,-78 C116,-74 122,-66 108,-62 C112,-54 96,-50 90,-48 C90,-38 70,-36 62,-34 C48,-26 34,-26 26,-30Z',
      ]
    : [
        'M-36,-46 C-52,-30 -48,-8 -30,2 C-24,-14 -26,-34 -36,-46Z',
        'M36,-46 C52,-30 48,-8 30,2 C24,-14 26,-34 36,-46Z',
      ]
  )
    .map((shape) => pencil.fill(shape, flying ? feathers : shaded, 'prop').shapes)
    .join('')

/** Hoo the owl; 100 units tall at scale 1, feet at (x, y). */
export const owl = ({
  x,
  y,
  scale,
  mirrored = false,
  flying = false,
  asleep = false,
}: OwlOptions): string => {
  const pencil = createPencil(scale)
  const eye = (at: number): string =>
    asleep
      ? stroke(`M${at - 9},-62 q9,8 18,0`, '#2a1d1a', 3)
      : circle(at, -62, 9.5, '#f4c04d') + circle(at, -62, 6, '#2a1d1a') + circle(at + 2, -65, 2.2, '#ffffff')
  const body =
    pencil.fill(
      'M-38,-44 C-44,-80 -34,-96 -34,-100 C-24,-92 24,-92 34,-100 C34,-96 44,-80 38,-44 C40,-10 24,6 0,6 C-24,6 -40,-10 -38,-44Z',
      feathers,
      'prop',
    ).shapes +
    path('M-24,-40 C-26,-12 -12,2 0,2 C12,2 26,-12 24,-40Z', down) +
    [
      [-10, -28],
      [2, -30],
      [13, -26],
      [-6, -16],
      [7, -15],
    ]
      .map(([across = 0, up = 0]) => stroke(`M${across - 4},${up} q4,6 8,0`, shaded, 2.2))
      .join('')
  const face =
    ellipse(-15, -62, 17, 18, down) +
    ellipse(15, -62, 17, 18, down) +
    eye(-14) +
    eye(14) +
    path('M-5,-54 L5,-54 L0,-42Z', '#e8a23c')
  const feet = path('M-14,4 l-4,7 h8 l4,-7Z M14,4 l4,7 h-8 l-4,-7Z', '#e8a23c')
  return place(
    { x, y, scale, mirrored },
    (flying ? wings(pencil, true) : '') + body + face + (flying ? '' : wings(pencil, false)) + feet,
  )
}
