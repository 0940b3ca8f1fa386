import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

/** Decoded pixels, interleaved bytes of 3 (RGB) or 4 (RGBA) channels. */
export type DecodedImage = { width: number; height: number; channels: 3 | 4; bytes: Uint8Array }

/**
 * Decodes an image file: EXIF orientation applied, colours as stored (ComfyUI's PIL ignores an ICC profile),
 * RGB under transparent pixels kept.
 * @throws {Error} when the file is no image
 */
export async function readImage(path: string): Promise<DecodedImage> {
  // The bytes are read here, because sharp caches files by path and an upload may overwrite one.
  const file = await readFile(path)
  const { data, info } = await sharp(file, { ignoreIcc: true, failOn: 'error' })
    .autoOrient()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels === 3 || info.channels === 4) {
    return { width: info.width, height: info.height, channels: info.channels, bytes: data }
  }
  throw new Error(`an image of ${info.channels} channels cannot be used`)
}
