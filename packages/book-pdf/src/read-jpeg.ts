import { BookImageError } from './book-errors.ts'

/** A JPEG as a PDF can hold it. */
export interface PrintableJpeg {
  readonly widthPx: number
  readonly heightPx: number
  /** The file in order, without what no decoder needs: EXIF, XMP, thumbnails and comments stay out of a book. */
  readonly parts: readonly Uint8Array[]
  readonly bytes: number
}

/** Marker codes of ITU T.81, table B.1. */
const startOfScan = 0xda
const endOfImage = 0xd9
const comment = 0xfe
const firstApplication = 0xe0
const lastApplication = 0xef
/** APP14 says whether three components are YCbCr or RGB; a PDF decoder reads it (ISO 32000-1 §7.4.8). */
const adobe = 0xee

/**
 * Reads a JPEG's frame header (ITU T.81 §B.2.2). `page` names the picture in errors. Throws BookImageError on what is
 * not a whole 8-bit, 3-component, Huffman-coded baseline or progressive JPEG.
 */
export function readJpeg(jpeg: Uint8Array, page: string): PrintableJpeg {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new BookImageError(page, 'not-jpeg', 'is not a JPEG')
  const parts = [jpeg.subarray(0, 2)]
  let frame: { widthPx: number; heightPx: number } | undefined
  let at = 2
  while (at + 4 <= jpeg.length) {
    const marker = jpeg[at + 1] ?? 0
    if (jpeg[at] !== 0xff) throw new BookImageError(page, 'damaged', 'is a damaged JPEG')
    if (marker === 0xff) {
      // A marker may be preceded by any number of fill bytes.
      at += 1
      continue
    }
    const end = at + 2 + word(jpeg, at + 2)
    if (end > jpeg.length) break
    if (isFrameHeader(marker)) frame = readFrame(jpeg, at, page)
    if (marker === startOfScan) {
      if (!frame) throw new BookImageError(page, 'damaged', 'is a JPEG without a frame')
      checkEnd(jpeg, page)
      parts.push(jpeg.subarray(at))
      return { ...frame, parts, bytes: parts.reduce((sum, part) => sum + part.length, 0) }
    }
    if (isNeeded(marker)) parts.push(jpeg.subarray(at, end))
    at = end
  }
  throw new BookImageError(page, 'truncated', 'is a JPEG that breaks off in its headers')
}

function readFrame(jpeg: Uint8Array, at: number, page: string): { widthPx: number; heightPx: number } {
  const coding = (jpeg[at + 1] ?? 0) - 0xc0
  if (coding > 2) {
    throw new BookImageError(page, 'unsupported-coding', 'is neither a baseline nor a progressive JPEG')
  }
  const bits = jpeg[at + 4]
  if (bits !== 8) throw new BookImageError(page, 'bit-depth', `has ${bits} bits a channel instead of 8`)
  const components = jpeg[at + 9]
  if (components !== 3) {
    throw new BookImageError(page, 'components', `has ${components} colour components instead of 3`)
  }
  return { heightPx: word(jpeg, at + 5), widthPx: word(jpeg, at + 7) }
}

/** A picture whose upload broke off would print with a grey foot. */
function checkEnd(jpeg: Uint8Array, page: string): void {
  const length = jpeg.length
  if (jpeg[length - 2] === 0xff && jpeg[length - 1] === endOfImage) return
  throw new BookImageError(page, 'truncated', 'is a JPEG that breaks off before its end')
}

/** SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function isNeeded(marker: number): boolean {
  if (marker === comment) return false
  const isApplication = marker >= firstApplication && marker <= lastApplication
  return !isApplication || marker === firstApplication || marker === adobe
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}
