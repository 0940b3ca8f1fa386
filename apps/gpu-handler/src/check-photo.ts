import { loadFaceFinder } from '@foxetales/face-finder/face-finder'
import { wearsGlasses } from '@foxetales/face-finder/measure-glasses'
import { measureHair } from '@foxetales/face-finder/measure-hair'
import { photoVerdict } from '@foxetales/face-finder/photo-verdict'
import { faceSharpness } from '@foxetales/face-finder/sharpness'
import type { CheckPhotoUnit, UnitResult } from '@foxetales/shared-schemas/unit'
import { download } from './files/download.ts'
import type { GuardedFetch } from './files/guarded-fetch.ts'
import { readPhoto } from './read-photo.ts'

/** The edge takes photos of 10 MB at most. */
export const MAX_PHOTO_BYTES = 12_000_000

/** Whether a photo shows one child's face well enough. Nothing of the photo is kept. */
export async function checkPhoto(
  unit: CheckPhotoUnit,
  guardedFetch: GuardedFetch,
  signal: AbortSignal,
): Promise<UnitResult> {
  const bytes = await download(guardedFetch, unit.photo, { maxBytes: MAX_PHOTO_BYTES, signal })
  const photo = await readPhoto(bytes)
  if (photo === undefined) return { outcome: 'refused', reason: 'PHOTO_UNREADABLE' }
  const finder = await loadFaceFinder()
  const faces = await finder.find(photo.image)
  const originalPxPerPx = photo.widthPx / photo.image.width
  const verdict = photoVerdict(faces, (face) => faceSharpness(photo.image, face.box), originalPxPerPx)
  if (verdict.outcome === 'refused') return { outcome: 'refused', reason: verdict.reason }
  const hair = measureHair(photo.image, verdict.face.mesh)
  return {
    outcome: 'accepted',
    widthPx: photo.widthPx,
    heightPx: photo.heightPx,
    faceWidthPx: verdict.face.box.width * originalPxPerPx,
    look: { ...(hair ? { hair } : {}), glasses: wearsGlasses(photo.image, verdict.face.mesh) },
  }
}
