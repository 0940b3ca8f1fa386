import { loadFaceFinder } from '@foxetales/face-finder/face-finder'
import type { FindFace } from '../draft-port.ts'
import { findPhotoFace } from './photo-face.ts'
import { toRgb } from './rgb-image.ts'

/** The largest face of a photo, upright, with its mesh. */
export function createFindFace(finder = loadFaceFinder): FindFace {
  return async (photo) => findPhotoFace(await finder(), toRgb(photo))
}
