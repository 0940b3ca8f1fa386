import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { RgbImage } from '../src/face.ts'

export const astronautPath = join(import.meta.dirname, 'fixtures', 'astronaut.png')

const faceApiRoot = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'))

/** One of the six group photos in the face-api package. */
export function groupPhotoPath(number: 1 | 2 | 3 | 4 | 5 | 6): string {
  return join(faceApiRoot, 'demo', `sample${number}.jpg`)
}

export async function readRgb(path: string): Promise<RgbImage> {
  return toRgb(sharp(path))
}

export async function toRgb(image: Sharp): Promise<RgbImage> {
  const { data, info } = await image
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}
