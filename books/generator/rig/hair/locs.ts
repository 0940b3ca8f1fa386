import { shade } from '../../colour.ts'
import { short } from '../../svg.ts'
import { type Drawing, type Pencil, together } from '../drawing.ts'
import { type DrawHead, strands } from './head-of-hair.ts'

/** A rope of hair from its root to its tip, bent sideways by `sway`. */
type Loc = readonly [fromX: number, fromY: number, toX: number, toY: number, sway: number]

const halfWidth = 4.6

const drawLoc = (pencil: Pencil, colour: string, [x1, y1, x2, y2, sway]: Loc): Drawing => {
  const middleX = (x1 + x2) / 2 + sway
  const middleY = (y1 + y2) / 2
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const acrossX = ((y2 - y1) / length) * halfWidth
  const acrossY = (-(x2 - x1) / length) * halfWidth
  const outline =
    `M${short(x1 + acrossX)},${short(y1 + acrossY)} Q${short(middleX + acrossX * 1.2)},${short(middleY + acrossY)} ${short(x2 + acrossX * 0.8)},${short(y2 + acrossY)} ` +
    `A4,4 0 0 1 ${short(x2 - acrossX * 0.8)},${short(y2 - acrossY)} Q${short(middleX - acrossX * 1.2)},${short(middleY - acrossY)} ${short(x1 - acrossX)},${short(y1 - acrossY)} ` +
    `A4.6,4.6 0 0 1 ${short(x1 + acrossX)},${short(y1 + acrossY)}Z`
  const turns = Array.from({ length: Math.floor(length / 9) }, (_, index) => {
    const t = (index + 1) / (Math.floor(length / 9) + 1)
    const u = 1 - t
    const x = u * u * x1 + 2 * u * t * middleX + t * t * x2
    const y = u * u * y1 + 2 * u * t * middleY + t * t * y2
    return `M${short(x + acrossX * 0.7)},${short(y - 2)} L${short(x - acrossX * 0.7)},${short(y + 2)}`
  })
  return together(
    pencil.fill(outline, colour, 'hair'),
    pencil.line(turns.join(' '), shade(colour, -0.34), 1.3, 0.55),
  )
}

const drawLocs = (pencil: Pencil, colour: string, locs: readonly Loc[]): Drawing =>
  together(...locs.map((loc, index) => drawLoc(pencil, shade(colour, ((index % 3) - 1) * 0.07), loc)))

const cornered = (x: number): number => -58 + (x * x) / 120

const behind: Loc[] = [-58, -50, -42, -33, -24, 24, 33, 42, 50, 58].map(
  (x) => [x * 0.8, -10, x * 1.12, 84 - Math.abs(Math.abs(x) - 42) * 0.8, x * 0.12] as const,
)
const overForehead: Loc[] = [
  [-8, -60, -50, -8, -18],
  [10, -60, 51, -6, 18],
  [-6, -62, -38, -20, -12],
  [10, -62, 40, -20, 12],
  [-3, -63, -24, -25, -8],
  [8, -63, 27, -24, 10],
  [0, -63, -9, -28, -6],
  [6, -63, 11, -27, 5],
]
const besideCheeks: Loc[] = [-1, 1].flatMap((side) => [
  [side * 50, -26, side * 64, 62, side * 5] as const,
  [side * 46, -30, side * 54, 52, side * 6] as const,
  [side * 40, -34, side * 47, 34, side * 9] as const,
])
const fromBehind: Loc[] = [-56, -45, -34, -23, -12, 0, 12, 23, 34, 45, 56].map(
  (x) => [x * 0.5, cornered(x), x * 1.1, 84 - (x * x) / 110, x * 0.4] as const,
)
const scalp =
  'M-56,0 C-62,-44 -34,-67 2,-67 C38,-67 62,-44 56,0 C52,-12 46,-22 38,-29 C24,-36 -24,-36 -38,-29 C-46,-22 -52,-12 -56,0Z'
/** A few that stand up at the parting and fall to both sides. */
const tips: Loc[] = [
  [-4, -60, -30, -70, -6],
  [6, -60, 32, -68, 8],
  [0, -62, -12, -76, -6],
  [4, -62, 16, -75, 6],
]

/** Locs to the shoulders, a few over the forehead. */
export const locs: DrawHead = (pencil, colour) => ({
  back: drawLocs(pencil, shade(colour, -0.06), behind),
  fringe: together(pencil.fill(scalp, colour, 'hair'), drawLocs(pencil, colour, overForehead)),
  fall: drawLocs(pencil, colour, besideCheeks),
  crown: drawLocs(pencil, colour, tips),
  cap: together(
    pencil.fill(
      'M-56,-2 C-62,-46 -34,-68 0,-68 C34,-68 62,-46 56,-2 C58,24 46,52 0,54 C-46,52 -58,24 -56,-2Z',
      colour,
      'hair',
    ),
    drawLocs(pencil, colour, tips),
    drawLocs(pencil, colour, fromBehind),
    strands(pencil, ['M0,-64 V-40'], colour),
  ),
})
