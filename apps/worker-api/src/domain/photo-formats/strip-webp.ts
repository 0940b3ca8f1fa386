import { byteAt, concatBytes, fromLetters, letters } from './bytes.ts'
import { type Orientation, orientationTiff, readOrientation } from './exif-orientation.ts'
import { type WebpChunk, webpChunks, webpFlag } from './webp.ts'

/** The picture, its alpha and its colour profile. EXIF, XMP and everything unknown are left behind. */
const needed = ['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L']

export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunks = [...webpChunks(bytes)]
  const isExtended = chunks.some((chunk) => chunk.name === 'VP8X')
  // Without the extended header no reader looks for EXIF, so there is no orientation to keep.
  const orientation = isExtended ? orientationOf(chunks) : 1
  const kept = chunks
    .filter((chunk) => needed.includes(chunk.name))
    .map((chunk) => (chunk.name === 'VP8X' ? withFlags(chunk, orientation) : chunk))
  if (orientation !== 1) {
    kept.push({ name: 'EXIF', data: orientationTiff(orientation) })
  }
  const body = concatBytes([fromLetters('WEBP'), ...kept.map(riffChunk)])
  return concatBytes([riffHead('RIFF', body.length), body])
}

function orientationOf(chunks: readonly WebpChunk[]): Orientation {
  const exif = chunks.find((chunk) => chunk.name === 'EXIF')
  if (exif === undefined) {
    return 1
  }
  // Some writers put JPEG's prefix before the TIFF block.
  const prefixed = letters(exif.data, 0, 6) === 'Exif\0\0'
  return readOrientation(prefixed ? exif.data.subarray(6) : exif.data)
}

function withFlags(header: WebpChunk, orientation: Orientation): WebpChunk {
  const data = header.data.slice()
  const kept = byteAt(data, 0) & (webpFlag.iccProfile | webpFlag.alpha)
  data[0] = orientation === 1 ? kept : kept | webpFlag.exif
  return { name: header.name, data }
}

function riffChunk(chunk: WebpChunk): Uint8Array {
  const padding = new Uint8Array(chunk.data.length % 2)
  return concatBytes([riffHead(chunk.name, chunk.data.length), chunk.data, padding])
}

function riffHead(name: string, length: number): Uint8Array {
  const head = new Uint8Array(8)
  head.set(fromLetters(name))
  new DataView(head.buffer).setUint32(4, length, true)
  return head
}
