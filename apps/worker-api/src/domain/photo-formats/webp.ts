import { AppError } from '@foxetales/shared-schemas/errors'
import { byteAt, letters, uint16Little, uint24Little, uint32Little } from './bytes.ts'

/** WebP as a RIFF file of chunks (RFC 9649 §2): four letters of name, four bytes of length, the data, padded to even. */

/** Bits of the first byte of a VP8X chunk. */
export const webpFlag = { iccProfile: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04, animation: 0x02 }

export type WebpChunk = { name: string; data: Uint8Array }

type Size = { widthPx: number; heightPx: number }

export function isWebp(bytes: Uint8Array): boolean {
  return letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 4) === 'WEBP'
}

/** The chunks within the size the file states; what comes after is not given. Throws PHOTO_TRUNCATED where less is there. */
export function* webpChunks(bytes: Uint8Array): Generator<WebpChunk> {
  const end = 8 + uint32Little(bytes, 4)
  if (end > bytes.length) {
    throw new AppError('PHOTO_TRUNCATED', { reason: 'shorter than it says' })
  }
  const riff = bytes.subarray(0, end)
  let offset = 12
  while (offset < end) {
    const length = uint32Little(riff, offset + 4)
    if (offset + 8 + length > end) {
      throw new AppError('PHOTO_TRUNCATED', { at: offset })
    }
    yield { name: letters(riff, offset, 4), data: riff.subarray(offset + 8, offset + 8 + length) }
    offset += 8 + length + (length % 2)
  }
}

/**
 * Pixel size from the picture's own stream, which has to agree with the canvas where the extended header (VP8X) states
 * one: a small canvas must not hide a huge picture.
 */
export function webpSize(bytes: Uint8Array): Size {
  let canvas: Size | undefined
  let picture: Size | undefined
  for (const { name, data } of webpChunks(bytes)) {
    if (name === 'VP8X') {
      canvas ??= { widthPx: uint24Little(data, 4) + 1, heightPx: uint24Little(data, 7) + 1 }
    }
    const animated = name === 'VP8X' && (byteAt(data, 0) & webpFlag.animation) !== 0
    if (animated || name === 'ANIM' || name === 'ANMF') {
      throw new AppError('PHOTO_ANIMATED', { found: 'animated webp' })
    }
    if (name === 'VP8 ' || name === 'VP8L') {
      picture ??= name === 'VP8 ' ? lossySize(data) : losslessSize(data)
    }
  }
  if (picture === undefined) {
    throw new AppError('PHOTO_TRUNCATED', { reason: 'no picture data' })
  }
  if (canvas && (canvas.widthPx !== picture.widthPx || canvas.heightPx !== picture.heightPx)) {
    throw new AppError('PHOTO_TRUNCATED', { reason: 'canvas and picture differ' })
  }
  return picture
}

/** A key frame of VP8 (RFC 6386 §9.1): three bytes of tag, a start code, then two numbers of 14 bits. */
function lossySize(data: Uint8Array): Size {
  const isKeyFrame = (byteAt(data, 0) & 1) === 0
  if (!isKeyFrame || uint24Little(data, 3) !== 0x2a019d) {
    throw new AppError('PHOTO_TRUNCATED', { reason: 'not a key frame' })
  }
  return { widthPx: uint16Little(data, 6) & 0x3fff, heightPx: uint16Little(data, 8) & 0x3fff }
}

/** The head of a lossless stream (RFC 9649 §3.4): a signature byte, then width and height less one in 14 bits each. */
function losslessSize(data: Uint8Array): Size {
  if (byteAt(data, 0) !== 0x2f) {
    throw new AppError('PHOTO_TRUNCATED', { reason: 'not a lossless picture' })
  }
  const packed = uint32Little(data, 1)
  return { widthPx: (packed & 0x3fff) + 1, heightPx: ((packed >>> 14) & 0x3fff) + 1 }
}
