import sharp from 'sharp'
import { type RawImage, toRaw } from './raw-image.ts'
import { strokeWords } from './stroke-letters.ts'

/** Measures in pixels of the picture. */
const ROW_PX = 75
const FOX_PX = 76
const GAP_PX = 40
const WORDS_SCALE = 1.35
const TURN_DEGREES = -30

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

/** Drawn mark by mark: librsvg fills a turned pattern with ragged edges. */
function drawWatermark(sizePx: number): Promise<RawImage<4>> {
  const words = strokeWords('Foxetales preview')
  const markPx = Math.ceil(FOX_PX + words.width * WORDS_SCALE + GAP_PX)
  const centre = sizePx / 2
  // Turned rows have to reach from corner to corner.
  const reach = sizePx * Math.SQRT1_2 + markPx
  const rows: string[] = []
  for (let y = -reach; y < reach; y += ROW_PX) {
    const indent = rows.length % 2 === 0 ? 0 : markPx / 2
    rows.push(rowOf(centre - reach - indent, centre + reach, centre + y, markPx))
  }
  const turned = `<g transform="rotate(${TURN_DEGREES} ${centre} ${centre})">${rows.join('')}</g>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${sizePx}" height="${sizePx}">
    <defs>
      <g id="mark" fill="none" stroke-width="3" stroke-linejoin="round" stroke-linecap="round">
        <path transform="translate(34 0)" d="${foxHead}"/>
        <g transform="translate(${FOX_PX} 9) scale(${WORDS_SCALE})">${words.svg}</g>
      </g>
    </defs>
    <g stroke="#000" stroke-opacity="0.22" transform="translate(1.5 1.5)">${turned}</g>
    <g stroke="#fff" stroke-opacity="0.5">${turned}</g>
  </svg>`
  return toRaw(sharp(Buffer.from(svg)), 4)
}

function rowOf(fromX: number, toX: number, y: number, stepPx: number): string {
  let row = ''
  for (let x = fromX; x < toX; x += stepPx) row += `<use xlink:href="#mark" x="${x}" y="${y}"/>`
  return row
}
