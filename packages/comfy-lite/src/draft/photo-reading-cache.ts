import { createHash } from 'node:crypto'
import type { FaceFinder, RgbImage } from '@foxetales/face-finder/face-finder'
import { findPhotoFace, type PhotoFace } from './photo-face.ts'
import { type PhotoReading, readPhoto } from './photo-reading.ts'

/** A photo whose face is still to be found, or a face that was found before. */
export type FaceSource = { readonly photo: RgbImage } | { readonly face: PhotoFace }

/** @param likeness see `readPhoto` */
export type ReadPhotoOnce = (source: FaceSource, likeness: number) => Promise<PhotoReading>

/**
 * Searches and reads each face once: all pages of a book share its reading. Keeps the `capacity` faces used last, in memory
 * only, under a hash of their pixels. A photo without a face is not kept.
 */
export function createPhotoReadingCache(finder: () => Promise<FaceFinder>, capacity: number): ReadPhotoOnce {
  const readings = new Map<string, Promise<PhotoReading>>()
  return (source, likeness) => {
    const pixels = 'photo' in source ? source.photo : source.face.image
    const key = `${likeness} ${contentHash(pixels)}`
    const known = readings.get(key)
    const reading = known ?? read(source, likeness)
    // A Map lists its keys in the order of insertion: the one used last goes to the end.
    readings.delete(key)
    readings.set(key, reading)
    if (known === undefined) {
      reading.catch(() => readings.delete(key))
      const [oldest] = readings.keys()
      if (readings.size > capacity && oldest !== undefined) readings.delete(oldest)
    }
    return reading
  }

  async function read(source: FaceSource, likeness: number): Promise<PhotoReading> {
    const face = 'face' in source ? source.face : await findPhotoFace(await finder(), source.photo)
    return readPhoto(face, likeness)
  }
}

function contentHash({ data, width, height }: RgbImage): string {
  return createHash('sha256').update(`${width}x${height}:`).update(data).digest('hex')
}
