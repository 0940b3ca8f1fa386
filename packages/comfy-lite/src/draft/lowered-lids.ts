import type { MeshPoint } from '@foxetales/face-finder/face-finder'
import { smoothStep } from './field.ts'
import { frontalFace, middle, type Point, symmetrised } from './frontal-face.ts'
import { EYES } from './landmark-groups.ts'
import meanFace from './mean-face.json' with { type: 'json' }
import { turnedAwaySide } from './turned-away-side.ts'

/**
 * Height of the eyes' opening in widths: at or below the first the lids are down, from the second on the eyes look at
 * something. Eyes that look into a lap measure up to 0.17, those of somebody who laughs 0.26, the mean face's 0.36.
 */
const SHUT = 0.18
const SEEING = 0.24

/**
 * How surely the photo shows lowered lids, 0..1: of somebody who looks down or blinks it does not tell how the eyes are when
 * they are open, and a child with lids half down on every page looks sly or sleepy.
 */
export function loweredLids(mesh: readonly MeshPoint[]): number {
  const face = symmetrised(frontalFace(mesh), 1, turnedAwaySide(mesh))
  const opening = EYES.reduce((sum, { upperLid, lowerLid }) => {
    const { width } = cornersOf(face, upperLid)
    const height = middle(face, lowerLid.slice(3, 6))[1] - middle(face, upperLid.slice(3, 6))[1]
    return sum + height / width / EYES.length
  }, 0)
  return 1 - smoothStep(SHUT, SEEING, opening)
}

/**
 * Opens the eyes of a frontal face as far as the mean face's are: lids, fold and iris go where the mean face has them
 * between the corners of the person's own eyes.
 *
 * @param amount 0 leaves the points as they are
 */
export function liftLids(points: readonly Point[], amount: number): Point[] {
  const lifted = [...points]
  if (amount === 0) return lifted
  const mean = meanFace.map(([x = 0, y = 0]): Point => [x, y])
  for (const { upperLid, lowerLid, crease, iris } of EYES) {
    const own = cornersOf(points, upperLid)
    const usual = cornersOf(mean, upperLid)
    for (const i of new Set([...upperLid.slice(1, -1), ...lowerLid.slice(1, -1), ...crease, ...iris])) {
      const [x, y] = middle(points, [i])
      const [meanX, meanY] = middle(mean, [i])
      const across = (meanX - usual.at[0]) / usual.width
      const above = meanY - usual.at[1] - across * usual.width * usual.slope
      const openX = own.at[0] + across * own.width
      const openY = own.at[1] + across * own.width * own.slope + (above * own.width) / usual.width
      lifted[i] = [x + (openX - x) * amount, y + (openY - y) * amount]
    }
  }
  return lifted
}

/** The middle between an eye's corners, their distance across, and how steeply one lies below the other. */
function cornersOf(points: readonly Point[], lid: readonly number[]) {
  const ends = [lid[0] ?? 0, lid.at(-1) ?? 0]
  const [[x, y], [endX, endY]] = [middle(points, ends.slice(0, 1)), middle(points, ends.slice(1))]
  const at: Point = [(x + endX) / 2, (y + endY) / 2]
  const width = Math.max(1, Math.abs(endX - x))
  return { at, width, slope: (Math.sign(endX - x) * (endY - y)) / width }
}
