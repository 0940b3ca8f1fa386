import sharp from 'sharp'
import { type RawImage, toRaw } from './raw-image.ts'
import { strokeWords } from './stroke-letters.ts'

/** One fox with its words, in pixels of the preview; rows are half a tile apart. */
const TILE_HEIGHT = 150
const FOX_WIDTH = 76
const GAP_AFTER_WORDS = 40
const WORDS_SCALE = 1.35

const foxHead =
  'M-26 -22 L-12 -10 Q0 -14 12 -10 L26 -22 L24 4 Q12 24 0 28 Q-12 24 -24 4 Z M-12 2 L-6 6 M12 2 L6 6 M-3 18 L3 18 L0 22 Z'

const drawn = new Map<number, Promise<RawImage<4>>>()

/** The preview's mark, see-through: "Foxetales preview" and a fox's head in diagonal rows. Drawn once per size. */
export function watermark(sizePx: number): Promise<RawImage<4>> {
  const known = drawn.get(sizePx)
  if (known) return known
  const drawing = drawWatermark(sizePx)
  drawn.set(sizePx, drawing)
  return drawing
}

function drawWatermark(sizePx: number): Promise<RawImage<4>> {
  const words = strokeWords('Foxetales preview')
  const tileWidth = Math.ceil(FOX_WIDTH + words.width * WORDS_SCALE + GAP_AFTER_WORDS)
  const row = `<path transform="translate(34 0)" d="${foxHead}"/>
    <g transform="translate(${FOX_WIDTH} 9) scale(${WORDS_SCALE})">${words.svg}</g>`
  // Every other row begins half a tile later, and what passes the tile's right edge comes in again on the left.
  const half = tileWidth / 2
  const marks = `<g fill="none" stroke-width="3" stroke-linejoin="round" stroke-linecap="round">
    <g transform="translate(0 38)">${row}</g>
    <g transform="translate(${half} 113)">${row}</g>
    <g transform="translate(${half - tileWidth} 113)">${row}</g>
  </g>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}">
    <defs>
      <pattern id="mark" width="${tileWidth}" height="${TILE_HEIGHT}" patternUnits="userSpaceOnUse" patternTransform="rotate(-30)">
        <g stroke="#000" stroke-opacity="0.22" transform="translate(1.5 1.5)">${marks}</g>
        <g stroke="#fff" stroke-opacity="0.5">${marks}</g>
      </pattern>
    </defs>
    <rect width="100%" height="100%" fill="url(#mark)"/>
  </svg>`
  return toRaw(sharp(Buffer.from(svg)), 4)
}
