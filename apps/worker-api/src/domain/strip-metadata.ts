import type { PhotoFacts } from './inspect-photo.ts'
import { stripJpeg } from './photo-formats/strip-jpeg.ts'
import { stripPng } from './photo-formats/strip-png.ts'
import { stripWebp } from './photo-formats/strip-webp.ts'

/**
 * The photo without what it tells beside the picture: place, time, device, captions, thumbnails, whatever hangs after its
 * end. The picture itself is not decoded and stays byte for byte; colour profile and orientation are kept. Takes bytes
 * that `inspectPhoto` has accepted, with the facts it gave, and throws PHOTO_TRUNCATED on others.
 */
export function stripMetadata(bytes: Uint8Array, facts: Pick<PhotoFacts, 'type'>): Uint8Array<ArrayBuffer> {
  switch (facts.type) {
    case 'jpeg':
      return stripJpeg(bytes)
    case 'png':
      return stripPng(bytes)
    case 'webp':
      return stripWebp(bytes)
  }
}
