import type { FaceRegion } from '@foxetales/shared-schemas/book'
import sharp from 'sharp'
import { type RawImage, toRaw } from './raw-image.ts'

/**
 * Where the face goes, white on black: the page's ellipse brought from art pixels to `sizePx`. SVG's rotation runs
 * clockwise with y down, as `tilt` does.
 */
export async function faceMask(face: FaceRegion, artPx: number, sizePx: number): Promise<RawImage<1>> {
  const scale = sizePx / artPx
  const [cx, cy, rx, ry] = [face.cx, face.cy, face.rx, face.ry].map((value) => value * scale)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}">
    <rect width="100%" height="100%" fill="black"/>
    <ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="white" transform="rotate(${face.tilt} ${cx} ${cy})"/>
  </svg>`
  return toRaw(sharp(Buffer.from(svg)), 1)
}
