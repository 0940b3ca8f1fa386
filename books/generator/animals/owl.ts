import { circle, ellipse, place, stroke } from '../svg.ts'
import { createOutliner } from './fox-head.ts'

export type OwlOptions = {
  /** Where it perches, under its feet. A perched owl of scale 1 is about 110 units tall. */
  x: number
  y: number
  scale: number
  flying?: boolean
  asleep?: boolean
  turn?: number
}

const brown = '#8c6f5a'
const pale = '#e9d8bb'
const dark = '#6c5244'
const beak = '#e8a23c'
const ink = '#2a1d1a'

const openWing =
  'M-26,-50 C-70,-96 -116,-96 -132,-78 C-116,-74 -122,-66 -108,-62 C-112,-54 -96,-50 -90,-48 C-90,-38 -70,-36 -62,-34 C-48,-26 -34,-26 -26,-30Z'
const foldedWing = 'M-36,-46 C-52,-30 -48,-8 -30,2 C-24,-14 -26,-34 -36,-46Z'
const body =
  'M-38,-44 C-44,-80 -34,-96 -34,-104 C-24,-93 24,-93 34,-104 C34,-96 44,-80 38,-44 C40,-10 24,6 0,6 C-24,6 -40,-10 -38,-44Z'

const eye = (x: number, asleep: boolean): string =>
  asleep
    ? stroke(`M${x - 9},-62 q9,8 18,0`, ink, 3, 1)
    : circle(x, -62, 9.5, '#f4c04d') + circle(x, -62, 6, ink) + circle(x + 2, -65, 2.2, '#ffffff')

/** Hoo the owl, as SVG pieces to paint one above the other. */
export const drawOwl = ({ x, y, scale, flying = false, asleep = false, turn = 0 }: OwlOptions): string[] => {
  const outlined = createOutliner(scale)
  const wing = outlined(flying ? openWing : foldedWing, flying ? brown : dark)
  const wings = wing + place({ x: 0, y: 0, mirrored: true }, wing)
  const feathers = [
    [-10, -28],
    [2, -30],
    [13, -26],
    [-6, -16],
    [7, -15],
  ]
    .map(([left, top]) => stroke(`M${(left ?? 0) - 4},${top} q4,6 8,0`, dark, 2.2, 1))
    .join('')
  const front =
    outlined(body, brown) +
    `<path d="M-24,-40 C-26,-12 -12,2 0,2 C12,2 26,-12 24,-40Z" fill="${pale}"/>` +
    feathers +
    ellipse(-15, -62, 17, 18, pale) +
    ellipse(15, -62, 17, 18, pale) +
    eye(-14, asleep) +
    eye(14, asleep) +
    outlined('M-5,-54 L5,-54 L0,-42Z', beak) +
    outlined('M-14,4 l-4,7 h8 l4,-7Z M14,4 l4,7 h-8 l-4,-7Z', beak)
  const pieces = flying ? [wings, front] : [front, wings]
  return pieces.map((piece) => place({ x, y, scale, turn }, piece))
}
