import { AppError } from '@foxetales/shared-schemas/errors'
import { byteAt, letters, uint16 } from './bytes.ts'

/**
 * JPEG as a row of segments (ITU-T T.81, annex B): FF, a marker, two bytes of length, the payload. A start-of-scan segment
 * is followed by compressed data, in which FF is only itself when a 00 comes after it.
 */

export const jpegMarker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  comment: 0xfe,
}

export type JpegSegment = {
  marker: number
  /** From the FF of the marker to the end of the payload, and of the compressed data after a start of scan. */
  bytes: Uint8Array
}

/** Start of frame: baseline, extended and progressive, which every decoder reads. */
const readableFrames = [0xc0, 0xc1, 0xc2]
/** Lossless, hierarchical and arithmetic coding, which ours does not. */
const unreadableFrames = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]

export function isJpeg(bytes: Uint8Array): boolean {
  return letters(bytes, 0, 3) === '\xff\xd8\xff'
}

/**
 * The segments between start and end of image. What comes after the end (padding, a phone's depth map or moving picture)
 * is not part of the picture and not given. Throws PHOTO_TRUNCATED when the end is missing or a length does not hold.
 */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  let offset = 2
  while (true) {
    const start = markerStart(bytes, offset)
    const marker = byteAt(bytes, start + 1)
    if (marker === jpegMarker.endOfImage) {
      return
    }
    const length = uint16(bytes, start + 2)
    let end = start + 2 + length
    if (length < 2 || end > bytes.length) {
      throw new AppError('PHOTO_TRUNCATED', { at: start })
    }
    if (marker === jpegMarker.startOfScan) {
      end = endOfScan(bytes, end)
    }
    yield { marker, bytes: bytes.subarray(start, end) }
    offset = end
  }
}

/** Pixel size from the one start-of-frame segment; a scan has to follow it. */
export function jpegSize(bytes: Uint8Array): { widthPx: number; heightPx: number } {
  let size: { widthPx: number; heightPx: number } | undefined
  let scans = 0
  for (const segment of jpegSegments(bytes)) {
    if (unreadableFrames.includes(segment.marker)) {
      throw new AppError('PHOTO_TYPE_UNSUPPORTED', { found: 'jpeg with an unusual coding' })
    }
    if (readableFrames.includes(segment.marker)) {
      if (size !== undefined) {
        throw new AppError('PHOTO_TRUNCATED', { reason: 'two frames' })
      }
      size = { heightPx: uint16(segment.bytes, 5), widthPx: uint16(segment.bytes, 7) }
    }
    if (segment.marker === jpegMarker.startOfScan) {
      scans += size === undefined ? 0 : 1
    }
  }
  if (size === undefined || scans === 0) {
    throw new AppError('PHOTO_TRUNCATED', { reason: 'no picture data' })
  }
  return size
}

/** Any number of FF may fill the space before a marker. */
function markerStart(bytes: Uint8Array, offset: number): number {
  if (byteAt(bytes, offset) !== 0xff) {
    throw new AppError('PHOTO_TRUNCATED', { at: offset })
  }
  let start = offset
  while (byteAt(bytes, start + 1) === 0xff) {
    start += 1
  }
  return start
}

/** Where the compressed data ends: at the next FF that is neither a stuffed byte (00) nor a restart (D0–D7) nor filling. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let offset = from
  while (true) {
    offset = bytes.indexOf(0xff, offset)
    if (offset === -1) {
      throw new AppError('PHOTO_TRUNCATED', { reason: 'no end of image' })
    }
    const next = byteAt(bytes, offset + 1)
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isData && next !== 0xff) {
      return offset
    }
    offset += isData ? 2 : 1
  }
}
