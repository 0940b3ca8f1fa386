import { AppError } from '@foxetales/shared-schemas/errors'
import { letters, uint32 } from './photo-formats/bytes.ts'
import { isJpeg, jpegSize } from './photo-formats/jpeg.ts'
import { isPng, pngSize } from './photo-formats/png.ts'
import { isWebp, webpSize } from './photo-formats/webp.ts'

export const maxPhotoBytes = 10 * 1024 * 1024
export const maxPhotoPixels = 50_000_000
export const minPhotoSidePx = 256

/** What the bytes tell without decoding them. The size is as stored: EXIF may still turn it by 90 degrees. */
export type PhotoFacts = { type: 'jpeg' | 'png' | 'webp'; widthPx: number; heightPx: number }

/**
 * The first gate. By the bytes alone, never by a name or a header: is it a whole, still photo of a kind we read, of a size
 * we can use? Throws AppError PHOTO_MISSING, PHOTO_TOO_LARGE, PHOTO_TYPE_UNSUPPORTED, PHOTO_HEIC_UNSUPPORTED,
 * PHOTO_ANIMATED, PHOTO_TRUNCATED, PHOTO_TOO_MANY_PIXELS or PHOTO_TOO_FEW_PIXELS.
 */
export function inspectPhoto(bytes: Uint8Array): PhotoFacts {
  if (bytes.length === 0) {
    throw new AppError('PHOTO_MISSING')
  }
  if (bytes.length > maxPhotoBytes) {
    throw new AppError('PHOTO_TOO_LARGE', { bytes: bytes.length, maxBytes: maxPhotoBytes })
  }
  const facts = readFacts(bytes)
  const size = { widthPx: facts.widthPx, heightPx: facts.heightPx }
  if (facts.widthPx * facts.heightPx > maxPhotoPixels) {
    throw new AppError('PHOTO_TOO_MANY_PIXELS', size)
  }
  if (Math.min(facts.widthPx, facts.heightPx) < minPhotoSidePx) {
    throw new AppError('PHOTO_TOO_FEW_PIXELS', size)
  }
  return facts
}

function readFacts(bytes: Uint8Array): PhotoFacts {
  if (isJpeg(bytes)) {
    return { type: 'jpeg', ...jpegSize(bytes) }
  }
  if (isPng(bytes)) {
    return { type: 'png', ...pngSize(bytes) }
  }
  if (isWebp(bytes)) {
    return { type: 'webp', ...webpSize(bytes) }
  }
  throw new AppError(isHeic(bytes) ? 'PHOTO_HEIC_UNSUPPORTED' : 'PHOTO_TYPE_UNSUPPORTED')
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
/** Brands of any still or sequence in the HEIF container: HEIC as phones write it, unless the file says AVIF. */
const heifBrands = ['mif1', 'mif2', 'msf1']
const avifBrands = ['avif', 'avis']

/** ISO base media files begin with a box `ftyp`: a size, the main brand, a version, then the compatible brands. */
function isHeic(bytes: Uint8Array): boolean {
  if (letters(bytes, 4, 4) !== 'ftyp' || bytes.length < 12) {
    return false
  }
  const end = Math.min(uint32(bytes, 0), bytes.length)
  const brands = [letters(bytes, 8, 4)]
  for (let offset = 16; offset + 4 <= end; offset += 4) {
    brands.push(letters(bytes, offset, 4))
  }
  if (brands.some((brand) => avifBrands.includes(brand))) {
    return false
  }
  return brands.some((brand) => heicBrands.includes(brand) || heifBrands.includes(brand))
}
