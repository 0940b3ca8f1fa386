import type { OpenPdf } from './open-pdf.ts'
import type { PlacedText } from './place-text.ts'
import { type TextGround, textGround } from './text-ground.ts'

/** PDF content streams (ISO 32000-1 §8, §9) as text. Coordinates are points from the page's lower left corner. */

/** A number as PDF writes it: no exponent, a thousandth of a point is exact enough. */
export function number(value: number): string {
  return (Math.round(value * 1000) / 1000).toString()
}

/** `#3a2f2a` as the three operands of `rg` and `RG`. */
export function rgb(hex: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return channels.map(number).join(' ')
}

export function fillRectangle(
  colour: string,
  box: { x: number; y: number; width: number; height: number },
): string {
  return `${rgb(colour)} rg ${number(box.x)} ${number(box.y)} ${number(box.width)} ${number(box.height)} re f\n`
}

/** The page's picture, as a square of `side` with its lower left corner at (x, y). */
export function drawPicture(x: number, y: number, side: number): string {
  return `q ${number(side)} 0 0 ${number(side)} ${number(x)} ${number(y)} cm /Picture Do Q\n`
}

/** A circle's quarter as one Bézier curve: the distance of its handles, as a share of the radius. */
const handle = 0.5523

function drawGround({ colour, box, radiusPt }: TextGround): string {
  const { left, top, width, height } = box
  const [right, foot] = [left + width, top - height]
  const r = Math.min(radiusPt, width / 2, height / 2)
  const h = r * (1 - handle)
  const at = (...values: number[]) => values.map(number).join(' ')
  return (
    `${rgb(colour)} rg ${at(left + r, top)} m ${at(right - r, top)} l ` +
    `${at(right - h, top, right, top - h, right, top - r)} c ${at(right, foot + r)} l ` +
    `${at(right, foot + h, right - h, foot, right - r, foot)} c ${at(left + r, foot)} l ` +
    `${at(left + h, foot, left, foot + h, left, foot + r)} c ${at(left, top - r)} l ` +
    `${at(left, top - h, left + h, top, left + r, top)} c f\n`
  )
}

/** Text as text: vector glyphs of an embedded face, in the ink it was placed with, on its card where it has one. */
export function drawText(pdf: OpenPdf, placed: PlacedText): string {
  const face = pdf.embedded[placed.face]
  const { sizePt } = placed.layout
  const lines = placed.layout.lines
    .filter((line) => line.text !== '')
    .map((line) => {
      const place = `${number(placed.left + line.x)} ${number(placed.top - line.y)}`
      return `1 0 0 1 ${place} Tm\n${face.show(line.text, sizePt)}`
    })
  const ground = textGround(pdf.faces, placed)
  const card = ground ? drawGround(ground) : ''
  return `${card}BT /${face.resourceName} ${number(sizePt)} Tf ${rgb(placed.ink)} rg\n${lines.join('')}ET\n`
}
