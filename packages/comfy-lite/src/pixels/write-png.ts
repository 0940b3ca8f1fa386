import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import type { ImageTensor } from '../tensor.ts'
import { toBytes } from './byte-image.ts'

/** The length, name and checksum around a PNG chunk's data. */
function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

/** Signature (8 bytes) and the IHDR chunk (25 bytes), which must come first. */
const headerLength = 33

/** The PNG text that tells every later reader that no model made this picture. */
export const draftMark = { keyword: 'foxetales-draft', text: 'comfy-lite' } as const

/**
 * Encodes an image as an 8-bit RGB PNG marked as a draft. Nothing of the graph goes in: a prompt in a
 * picture's metadata would travel with it. It is not compressed, as the file is read once and soon.
 */
export async function encodeDraftPng(image: ImageTensor): Promise<Buffer> {
  const { width, height } = image
  const png = await sharp(toBytes(image), { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0, adaptiveFiltering: false })
    .toBuffer()
  const mark = pngChunk('tEXt', Buffer.from(`${draftMark.keyword}\0${draftMark.text}`, 'latin1'))
  return Buffer.concat([png.subarray(0, headerLength), mark, png.subarray(headerLength)])
}

/** A small JPEG for preview frames; ComfyUI's previews fit into 512 x 512 as well. */
export async function encodePreviewJpeg(image: ImageTensor): Promise<Buffer> {
  const { width, height } = image
  return await sharp(toBytes(image), { raw: { width, height, channels: 3 } })
    .resize(512, 512, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer()
}
