import { createHash } from 'node:crypto'
import { loadFaceFinder } from '@foxetales/face-finder/face-finder'
import type { FindFace } from '../draft-port.ts'
import { findPhotoFace, type PhotoFace } from './photo-face.ts'
import { toRgb } from './rgb-image.ts'

/**
 * The largest face of a photo, upright, with its mesh. Remembers the `capacity` photos searched last, under a hash of
 * their pixels and in memory only: pages that start together all ask for the same child.
 */
export function createFindFace(finder = loadFaceFinder, capacity = 4): FindFace {
  const found = new Map<string, Promise<PhotoFace>>()
  return (photo) => {
    const pixels = toRgb(photo)
    const key = createHash('sha256').update(`${pixels.width}:`).update(pixels.data).digest('hex')
    const known = found.get(key)
    if (known) return known
    const face = finder().then((search) => findPhotoFace(search, pixels))
    found.set(key, face)
    face.catch(() => found.delete(key))
    const [oldest] = found.keys()
    if (found.size > capacity && oldest !== undefined) found.delete(oldest)
    return face
  }
}
