import { createHash } from 'node:crypto'
import type { FaceFinder, RgbImage } from '@foxetales/face-finder/face-finder'
import { drawFace, type FaceDrawing } from './face-drawing.ts'
import type { Mood } from './mood.ts'
import { findPhotoFace, type PhotoFace } from './photo-face.ts'

/** A photo whose face is still to be found, or a face that was found before. */
export type FaceSource = { readonly photo: RgbImage } | { readonly face: PhotoFace }

/** @param likeness see `drawFace` */
export type DrawingCache = (source: FaceSource, likeness: number, mood: Mood) => Promise<FaceDrawing>

/**
 * Draws each face once in each mood: all pages of a book share these drawings. Keeps the `capacity` faces used last, in memory only,
 * under a hash of their pixels. A photo without a face is not kept.
 */
export function createDrawingCache(finder: () => Promise<FaceFinder>, capacity: number): DrawingCache {
  const drawings = new Map<string, Promise<FaceDrawing>>()
  return (source, likeness, mood) => {
    const pixels = 'photo' in source ? source.photo : source.face.image
    const key = `${likeness} ${mood} ${contentHash(pixels)}`
    const known = drawings.get(key)
    const drawing = known ?? draw(source, likeness, mood)
    // A Map lists its keys in the order of insertion: the one used last goes to the end.
    drawings.delete(key)
    drawings.set(key, drawing)
    if (known === undefined) {
      drawing.catch(() => drawings.delete(key))
      const [oldest] = drawings.keys()
      if (drawings.size > capacity && oldest !== undefined) drawings.delete(oldest)
    }
    return drawing
  }

  async function draw(source: FaceSource, likeness: number, mood: Mood): Promise<FaceDrawing> {
    const face = 'face' in source ? source.face : await findPhotoFace(await finder(), source.photo)
    return drawFace(face, likeness, mood)
  }
}

function contentHash({ data, width, height }: RgbImage): string {
  return createHash('sha256').update(`${width}x${height}:`).update(data).digest('hex')
}
