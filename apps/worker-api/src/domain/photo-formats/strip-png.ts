import { concatBytes, fromLetters } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { orientationTiff, readOrientation } from './exif-orientation.ts'
import { pngChunks, pngSignature } from './png.ts'

/** The picture, and how its numbers mean colours. Text, times and everything unknown are left behind. */
const needed = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT']

export function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunks = [...pngChunks(bytes)]
  const exif = chunks.find((chunk) => chunk.name === 'eXIf')
  const orientation = exif ? readOrientation(exif.data) : 1
  const parts = chunks.filter((chunk) => needed.includes(chunk.name)).map((chunk) => chunk.bytes)
  if (orientation !== 1) {
    parts.splice(1, 0, pngChunk('eXIf', orientationTiff(orientation)))
  }
  return concatBytes([fromLetters(pngSignature), ...parts, pngChunk('IEND', new Uint8Array(0))])
}

function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const body = concatBytes([fromLetters(name), data])
  const chunk = new Uint8Array(body.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(body, 4)
  view.setUint32(chunk.length - 4, crc32(body))
  return chunk
}
