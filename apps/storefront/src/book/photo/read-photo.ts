import { shortestSidePx } from './crop.ts'

/** Why a file cannot be the photo; the words for each are in `words/`. */
export type PhotoFault =
  | 'PHOTO_EMPTY'
  | 'PHOTO_NOT_A_PICTURE'
  | 'PHOTO_HEIC_UNSUPPORTED'
  | 'PHOTO_FILE_TOO_LARGE'
  | 'PHOTO_UNREADABLE'
  | 'PHOTO_TOO_SMALL'

/** A decoded photo, upright: only ever in memory. */
export interface Photo {
  readonly bitmap: ImageBitmap
  readonly width: number
  readonly height: number
}

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'other'

/**
 * Photos are made smaller before they are sent, so more than the API's 10 MB may come in; beyond this a phone may run
 * out of memory decoding it.
 */
const largestFileBytes = 60 * 1024 * 1024

/** Tells a picture by its first bytes, whatever its name says. */
export function photoKind(head: Uint8Array): PhotoKind {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (text(0, 4) === '\u0089PNG') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(4, 8) !== 'ftyp') return 'other'
  const brand = text(8, 12)
  if (['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'].includes(brand)) return 'heic'
  return brand === 'avif' ? 'avif' : 'other'
}

/** Decodes a file the parent chose, its EXIF orientation applied, or says why it will not do. */
export async function readPhoto(file: Blob): Promise<Photo | PhotoFault> {
  if (file.size === 0) return 'PHOTO_EMPTY'
  if (file.size > largestFileBytes) return 'PHOTO_FILE_TOO_LARGE'
  const kind = photoKind(new Uint8Array(await file.slice(0, 16).arrayBuffer()))
  if (kind === 'other') return 'PHOTO_NOT_A_PICTURE'
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    // Safari decodes HEIC; the others do not, and the parent can help themselves when told how.
    return kind === 'heic' ? 'PHOTO_HEIC_UNSUPPORTED' : 'PHOTO_UNREADABLE'
  }
  if (Math.min(bitmap.width, bitmap.height) < shortestSidePx) {
    bitmap.close()
    return 'PHOTO_TOO_SMALL'
  }
  return { bitmap, width: bitmap.width, height: bitmap.height }
}
