import { AppError } from '@foxetales/shared-schemas/errors'
import { letters, uint32 } from './bytes.ts'

/** PNG as a row of chunks (W3C PNG, third edition, §5): four bytes of length, four of name, the data, four of checksum. */

export const pngSignature = '\x89PNG\r\n\x1a\n'

export type PngChunk = {
  name: string
  data: Uint8Array
  /** The chunk with its length, name and checksum. */
  bytes: Uint8Array
}

export function isPng(bytes: Uint8Array): boolean {
  return letters(bytes, 0, 8) === pngSignature
}

/** The chunks from IHDR to IEND; what comes after is not given. Throws PHOTO_TRUNCATED when the file ends before IEND. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  let offset = pngSignature.length
  while (true) {
    const length = uint32(bytes, offset)
    const end = offset + 12 + length
    if (end > bytes.length) {
      throw new AppError('PHOTO_TRUNCATED', { at: offset })
    }
    const name = letters(bytes, offset + 4, 4)
    yield { name, data: bytes.subarray(offset + 8, end - 4), bytes: bytes.subarray(offset, end) }
    if (name === 'IEND') {
      return
    }
    offset = end
  }
}

/** Pixel size from IHDR, which comes first; picture data has to follow. An animation control chunk makes it an APNG. */
export function pngSize(bytes: Uint8Array): { widthPx: number; heightPx: number } {
  let size: { widthPx: number; heightPx: number } | undefined
  let hasData = false
  for (const chunk of pngChunks(bytes)) {
    if (chunk.name === 'CgBI') {
      throw new AppError('PHOTO_TYPE_UNSUPPORTED', { found: "png in Apple's own coding" })
    }
    if (chunk.name === 'acTL') {
      throw new AppError('PHOTO_ANIMATED', { found: 'apng' })
    }
    if ((chunk.name === 'IHDR') !== (size === undefined)) {
      throw new AppError('PHOTO_TRUNCATED', { reason: 'the header is missing or twice there' })
    }
    size ??= { widthPx: uint32(chunk.data, 0), heightPx: uint32(chunk.data, 4) }
    hasData ||= chunk.name === 'IDAT' && chunk.data.length > 0
  }
  if (size === undefined || !hasData) {
    throw new AppError('PHOTO_TRUNCATED', { reason: 'no picture data' })
  }
  return size
}
