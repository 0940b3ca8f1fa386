import sharp from 'sharp'
import { MAX_PIXELS, type RawImage, toRaw } from './images/raw-image.ts'

const PHOTO_PX = 1024

export type ReadPhoto = {
  /** Upright, inside 1024 px, never enlarged. */
  readonly image: RawImage<3>
  /** The sides of the photo as sent, upright. */
  readonly widthPx: number
  readonly heightPx: number
}

/**
 * Unpacks a photo, turned as its EXIF asks. A broken or huge one gives undefined: sharp's reasons mean nothing to a
 * parent.
 */
export async function readPhoto(bytes: Buffer): Promise<ReadPhoto | undefined> {
  try {
    const photo = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { autoOrient } = await photo.metadata()
    const small = photo.autoOrient().resize(PHOTO_PX, PHOTO_PX, { fit: 'inside', withoutEnlargement: true })
    const image = await toRaw(small.flatten({ background: '#ffffff' }), 3)
    return { image, widthPx: autoOrient.width, heightPx: autoOrient.height }
  } catch {
    return undefined
  }
}
