import type { Face, MeshPoint, RgbImage } from '@foxetales/face-finder/face'
import { luma } from '@foxetales/face-finder/luma'
import { samplePatch } from '@foxetales/face-finder/sample-patch'

/** Outer and inner corner of each eye in the mesh. */
const EYE_CORNERS = [
  [33, 133],
  [263, 362],
] as const
/** Plain skin on both cheeks. */
const CHEEKS = [50, 280] as const
const CHEEK_PX = 6
/** Half the side of the square that is looked at, in widths of the eye: from lid to lid, and no brow. */
const REACH = 0.4
/** Whites and lashes cover at least this much of it, even where an eye is shut. */
const SHARE = 0.06

/**
 * How far dark and light lie apart where the mesh has the eyes, as a share of the cheeks' brightness; the lesser of both
 * eyes. A drawn face has 0.4 and more, asleep too. The mesh lays itself upright on many a face that is turned, or on what is
 * left of one: then it has its eyes on plain skin, and this is 0.15 at most.
 */
export function eyeContrast(view: RgbImage, { mesh }: Pick<Face, 'mesh'>): number {
  const brightness = (x: number, y: number, radius: number): number[] =>
    samplePatch(view, x, y, radius)
      .map((pixel) => luma(...pixel))
      .sort((a, b) => a - b)
  const cheek = Math.max(...CHEEKS.map((point) => quantile(brightness(...spot(mesh, point), CHEEK_PX), 0.5)))
  const contrasts = EYE_CORNERS.map(([outer, inner]) => {
    const [[x, y], [innerX, innerY]] = [spot(mesh, outer), spot(mesh, inner)]
    const reach = REACH * Math.hypot(innerX - x, innerY - y)
    const inEye = brightness((x + innerX) / 2, (y + innerY) / 2, reach)
    return (quantile(inEye, 1 - SHARE) - quantile(inEye, SHARE)) / Math.max(1, cheek)
  })
  return Math.min(...contrasts)
}

function spot(mesh: readonly MeshPoint[], index: number): readonly [number, number] {
  const [x, y] = mesh[index] ?? [0, 0]
  return [x, y]
}

/** Of values in rising order; 0 of none, as where an eye lies outside the view. */
function quantile(values: readonly number[], share: number): number {
  return values[Math.round((values.length - 1) * share)] ?? 0
}
