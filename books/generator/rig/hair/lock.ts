import { shade } from '../../colour.ts'
import { short } from '../../svg.ts'
import { type Drawing, type Pencil, together } from '../drawing.ts'

/** A lock of hair: root, tip, how far its middle bends to the left of its way, and half its width at the root. */
export type Lock = readonly [
  rootX: number,
  rootY: number,
  tipX: number,
  tipY: number,
  bend: number,
  halfWidth: number,
]

const tipShare = 0.46
const largestTip = 9
/** How far the round end reaches beyond the lock's tip, in halves of its width there. */
const roundness = 1.15

/** A broad lock with a soft end, a darker underside and a quiet strand. */
const drawLock = (pencil: Pencil, colour: string, [x1, y1, x2, y2, bend, halfWidth]: Lock): Drawing => {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const across = { x: (y2 - y1) / length, y: -(x2 - x1) / length }
  const point = (x: number, y: number, away: number): string =>
    `${short(x + across.x * away)},${short(y + across.y * away)}`
  const middle = (away: number): string => point((x1 + x2) / 2, (y1 + y2) / 2, bend + away)
  const tip = Math.min(largestTip, halfWidth * tipShare)
  // The end goes on the way that the bowed lock has there.
  const headed = { x: x2 - (x1 + x2) / 2 - across.x * bend, y: y2 - (y1 + y2) / 2 - across.y * bend }
  const reach = (tip * roundness) / (Math.hypot(headed.x, headed.y) || 1)
  const end = { x: x2 + headed.x * reach, y: y2 + headed.y * reach }
  const outline =
    `M${point(x1, y1, halfWidth)} Q${middle(halfWidth)} ${point(x2, y2, tip)} ` +
    `Q${point(end.x, end.y, tip * 0.5)} ${point(end.x, end.y, 0)} Q${point(end.x, end.y, -tip * 0.5)} ${point(x2, y2, -tip)} ` +
    `Q${middle(-halfWidth * 0.85)} ${point(x1, y1, -halfWidth)} ` +
    `A${short(halfWidth)},${short(halfWidth)} 0 0 1 ${point(x1, y1, halfWidth)}Z`
  const strand = (away: number): string =>
    `M${point(x1, y1, away)} Q${middle(away)} ${point(x2 + (x1 - x2) * 0.22, y2 + (y1 - y2) * 0.22, away * 0.3)}`
  const underside = `M${point(x1, y1, -halfWidth)} Q${middle(-halfWidth * 0.85)} ${point(x2, y2, -tip)}`
  return together(
    pencil.patch(outline, colour, 'hair'),
    pencil.line(underside, shade(colour, -0.28), 1.3, 0.4),
    pencil.line(strand(halfWidth * 0.3), shade(colour, 0.2), 1.4, 0.2),
    pencil.line(strand(-halfWidth * 0.35), shade(colour, -0.22), 1.2, 0.25),
  )
}

const tones = [-0.05, 0.03, -0.02, 0.04] as const

/** Soft locks, one over the other, each a little lighter or darker than the one before. */
export const roundedLocks = (pencil: Pencil, shapes: readonly Lock[], colour: string): Drawing =>
  together(
    ...shapes.map((shape, index) => drawLock(pencil, shade(colour, tones[index % tones.length] ?? 0), shape)),
  )
