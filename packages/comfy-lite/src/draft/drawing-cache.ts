import { createHash } from 'node:crypto'
import type { FaceFinder, RgbImage } from '@foxetales/face-finder/face-finder'
import { drawFace, type FaceDrawing } from './face-drawing.ts'
import type { Mood } from './mood.ts'
import { findPhotoFace } from './photo-face.ts'

/** @param likeness see `drawFace` */
export type DrawingCache = (photo: RgbImage, likeness: number, mood: Mood) => Promise<FaceDrawing>

/**
 * Draws each photo once in each mood: all pages of a book share these drawings. Keeps the `capacity` photos used last, in memory only,
 * under a hash of their pixels. A photo without a face is not kept.
 */
export function createDrawingCache(finder: () => Promise<FaceFinder>, capacity: number): DrawingCache {
  const drawings = new Map<string, Promise<FaceDrawing>>()
  return (photo, likeness, mood) => {
    const key = `${likeness} ${mood} ${contentHash(photo)}`
    const known = drawings.get(key)
    const drawing = known ?? draw(photo, likeness, mood)
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

  async function draw(photo: RgbImage, likeness: number, mood: Mood): Promise<FaceDrawing> {
    return drawFace(await findPhotoFace(await finder(), photo), likeness, mood)
  }
}

function contentHash({ data, width, height }: RgbImage): string {
  return createHash('sha256').update(`${width}x${height}:`).update(data).digest('hex')
}
