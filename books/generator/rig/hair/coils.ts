import { shade } from '../../colour.ts'
import { seededRandom } from '../../random.ts'
import { short } from '../../svg.ts'
import { type Drawing, nothing, type Pencil, together } from '../drawing.ts'
import type { DrawHead } from './head-of-hair.ts'

type Round = { x: number; y: number; rx: number; ry: number }

const round: Round = { x: 0, y: -20, rx: 78, ry: 70 }

/** A soft bumpy edge along an ellipse, from one angle to another (degrees, 0 to the right, 90 down). */
const bumpy = ({ x, y, rx, ry }: Round, from: number, to: number, bumps: number): string => {
  const point = (degrees: number): string => {
    const angle = (degrees * Math.PI) / 180
    return `${short(x + Math.cos(angle) * rx)},${short(y + Math.sin(angle) * ry)}`
  }
  return Array.from({ length: bumps + 1 }, (_, index) => {
    const at = point(from + ((to - from) * index) / bumps)
    return index === 0 ? at : `A7.5,7.5 0 0 ${to > from ? 1 : 0} ${at}`
  }).join(' ')
}

/** Tiny coils as little hooks, all over a round, but not where the face is. */
const coilMarks = (
  pencil: Pencil,
  colour: string,
  keep: (x: number, y: number) => boolean,
  seed: number,
): Drawing => {
  const random = seededRandom(seed)
  const marks = Array.from({ length: 330 }, (_, index) => {
    const angle = random() * Math.PI * 2
    const reach = Math.sqrt(random()) * 0.95
    const x = round.x + Math.cos(angle) * round.rx * reach
    const y = round.y + Math.sin(angle) * round.ry * reach
    const size = 2 + random() * 1.6
    if (!keep(x, y)) return undefined
    const hook = `M${short(x - size)},${short(y)} a${short(size)},${short(size)} 0 1 1 ${short(size * 1.4)},${short(size)}`
    return pencil.line(hook, index % 3 === 0 ? shade(colour, 0.3) : shade(colour, -0.34), 1.5, 0.55)
  })
  return together(...marks.filter((mark) => mark !== undefined))
}

const hairline = { x: 0, y: 10, rx: 46, ry: 42 }
const inHairline = (x: number, y: number, margin: number): boolean =>
  ((x - hairline.x) / (hairline.rx + margin)) ** 2 + ((y - hairline.y) / (hairline.ry + margin)) ** 2 < 1

const whole = `M${bumpy(round, -180, 180, 40)}Z`
const lower = `M${bumpy({ x: 0, y: -6, rx: 76, ry: 56 }, -14, 194, 26)} Q0,-50 72,-20Z`
const upper = `M${bumpy(round, -186, 6, 24)} L48,-6 ${bumpy(hairline, -22, -158, 15)} L-48,-6Z`
const fringe = `M-54,2 C-60,-44 -32,-58 0,-58 C32,-58 60,-44 54,2 L46,-4 ${bumpy(hairline, -20, -160, 15)} L-46,-4Z`

/** A round of small, tight coils. */
export const coils: DrawHead = (pencil, colour) => ({
  back: together(
    pencil.fill(lower, shade(colour, -0.05), 'hair'),
    coilMarks(pencil, colour, (_, y) => y > -10, 3),
  ),
  fringe: together(
    pencil.fill(fringe, colour, 'hair'),
    coilMarks(pencil, colour, (x, y) => y < -4 && y > -54 && Math.abs(x) < 48 && !inHairline(x, y, 4), 9),
  ),
  fall: nothing,
  crown: together(
    pencil.fill(upper, colour, 'hair'),
    coilMarks(pencil, colour, (x, y) => y < -8 && !inHairline(x, y, 5), 5),
  ),
  cap: together(
    pencil.fill(whole, colour, 'hair'),
    coilMarks(pencil, colour, () => true, 7),
  ),
})
