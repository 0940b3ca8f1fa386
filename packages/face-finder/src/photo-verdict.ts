import type { Face } from './face.ts'

/** The reasons of `photoRefusal` in shared-schemas that a face can give; an unreadable file never comes this far. */
export type FaceRefusal =
  | 'NO_FACE'
  | 'SEVERAL_FACES'
  | 'FACE_TOO_SMALL'
  | 'PHOTO_BLURRED'
  | 'FACE_TURNED_AWAY'

export type PhotoVerdict =
  | { readonly outcome: 'accepted'; readonly face: Face }
  | { readonly outcome: 'refused'; readonly reason: FaceRefusal }

/** A stranger in the background is no second child: another face counts from this share of the largest one's area. */
export const SECOND_FACE_AREA_SHARE = 0.25

/**
 * The narrowest face box, in pixels of the original photo. A page's face is at most 220 px tall, and identity nets look
 * at 112 px: 100 px lose little that they could use. The bundled 512 px portrait has 145 px; a face that fills a
 * tenth of a phone photo is as wide as 300 px.
 */
export const MIN_FACE_WIDTH_PX = 100

/** See `faceSharpness`: a blur of 2 px on the 256 px face measures 9.7, one of 1 px 41. */
export const MIN_SHARPNESS = 15

/** Radians, about 52 degrees: beyond it the far eye is hidden. */
export const MAX_YAW = 0.9

/** Radians, about 40 degrees up or down: beyond it one looks at the chin or the crown. Portraits measure up to 0.38. */
export const MAX_PITCH = 0.7

/**
 * Says whether a photo shows one usable face.
 *
 * @param faces largest first, as `FaceFinder.find` returns them
 * @param sharpnessOf called once, for the face that would be used
 * @param originalPxPerPx how many pixels of the original photo one pixel of the searched image stands for (1 unless the
 *   photo was shrunk before the search)
 */
export function photoVerdict(
  faces: readonly Face[],
  sharpnessOf: (face: Face) => number,
  originalPxPerPx = 1,
): PhotoVerdict {
  const [face, ...others] = faces
  if (face === undefined) return { outcome: 'refused', reason: 'NO_FACE' }
  const area = boxArea(face)
  if (others.some((other) => boxArea(other) >= SECOND_FACE_AREA_SHARE * area)) {
    return { outcome: 'refused', reason: 'SEVERAL_FACES' }
  }
  if (face.box.width * originalPxPerPx < MIN_FACE_WIDTH_PX)
    return { outcome: 'refused', reason: 'FACE_TOO_SMALL' }
  if (Math.abs(face.yaw) > MAX_YAW || Math.abs(face.pitch) > MAX_PITCH)
    return { outcome: 'refused', reason: 'FACE_TURNED_AWAY' }
  if (sharpnessOf(face) < MIN_SHARPNESS) return { outcome: 'refused', reason: 'PHOTO_BLURRED' }
  return { outcome: 'accepted', face }
}

function boxArea(face: Face): number {
  return face.box.width * face.box.height
}
