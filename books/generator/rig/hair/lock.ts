import { shade } from '../../colour.ts'
import { short } from '../../svg.ts'
import { type Drawing, type Pencil, together } from '../drawing.ts'

/** A pointed lock of hair: root, tip, how far its middle bends to the left of its way, and half its width at the root. */
export type Lock = readonly [
  rootX: number,
  rootY: number,
  tipX: number,
  tipY: number,
  bend: number,
  halfWidth: number,
]

const drawLock = (pencil: Pencil, colour: string, [x1, y1, x2, y2, bend, halfWidth]: Lock): Drawing => {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const across = { x: (y2 - y1) / length, y: -(x2 - x1) / length }
  const point = (x: number, y: number, away: number): string =>
    `${short(x + across.x * away)},${short(y + across.y * away)}`
  const middle = (away: number): string => point((x1 + x2) / 2, (y1 + y2) / 2, bend + away)
  const tip = point(x2, y2, 0)
  const outline = `M${point(x1, y1, halfWidth)} Q${middle(halfWidth * 0.95)} ${tip} Q${middle(-halfWidth * 0.75)} ${point(x1, y1, -halfWidth)}Z`
  const strand = (away: number): string =>
    `M${point(x1, y1, away)} Q${middle(away * 0.8)} ${point(x2 + (x1 - x2) * 0.16, y2 + (y1 - y2) * 0.16, away * 0.2)}`
  const edge = `M${point(x1, y1, -halfWidth)} Q${middle(-halfWidth * 0.75)} ${tip}`
  return together(
    pencil.patch(outline, colour, 'hair'),
    pencil.line(edge, shade(colour, -0.28), 1.2, 0.5),
    pencil.line(strand(halfWidth * 0.55), shade(colour, -0.24), 1.1, 0.45),
    pencil.line(strand(halfWidth * 0.15), shade(colour, 0.26), 1.2, 0.4),
    pencil.line(strand(-halfWidth * 0.35), shade(colour, -0.2), 1.1, 0.45),
  )
}

const tones = [-0.06, 0.08, 0, -0.11, 0.05] as const

/** Locks one over the other, each a little lighter or darker than its neighbours, so that none of it is one flat cap. */
export const pointedLocks = (pencil: Pencil, shapes: readonly Lock[], colour: string): Drawing =>
  together(
    ...shapes.map((shape, index) => drawLock(pencil, shade(colour, tones[index % tones.length] ?? 0), shape)),
  )
