import sharp from 'sharp'
import { type RawImage, toRaw } from './raw-image.ts'

const TILE_PX = 150

/** A fox's head in outlines only: set type would need a font, and a bare machine has none. */
const foxHead =
  'M-26 -22 L-12 -10 Q0 -14 12 -10 L26 -22 L24 4 Q12 24 0 28 Q-12 24 -24 4 Z M-12 2 L-6 6 M12 2 L6 6 M-3 18 L3 18 L0 22 Z'

const drawn = new Map<number, Promise<RawImage<4>>>()

/** The preview's mark, see-through: fox heads and strokes in diagonal rows. Drawn once per size. */
export function watermark(sizePx: number): Promise<RawImage<4>> {
  const known = drawn.get(sizePx)
  if (known) return known
  const drawing = drawWatermark(sizePx)
  drawn.set(sizePx, drawing)
  return drawing
}

function drawWatermark(sizePx: number): Promise<RawImage<4>> {
  const marks = `<g fill="none" stroke-width="3" stroke-linejoin="round">
      <g transform="translate(38 75)"><path d="${foxHead}"/></g>
      <path d="M84 75 H140"/>
    </g>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}">
    <defs>
      <pattern id="fox" width="${TILE_PX}" height="${TILE_PX}" patternUnits="userSpaceOnUse" patternTransform="rotate(-30)">
        <g stroke="#000" stroke-opacity="0.22" transform="translate(1.5 1.5)">${marks}</g>
        <g stroke="#fff" stroke-opacity="0.5">${marks}</g>
      </pattern>
    </defs>
    <rect width="100%" height="100%" fill="url(#fox)"/>
  </svg>`
  return toRaw(sharp(Buffer.from(svg)), 4)
}
