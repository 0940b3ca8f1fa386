import type { OpenPdf } from './open-pdf.ts'
import type { PlacedText } from './place-text.ts'

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

/** Text as text: vector glyphs of an embedded face, in the ink it was placed with. */
export function drawText(pdf: OpenPdf, placed: PlacedText): string {
  const face = pdf.embedded[placed.face]
  const { sizePt } = placed.layout
  const lines = placed.layout.lines
    .filter((line) => line.text !== '')
    .map((line) => {
      const place = `${number(placed.left + line.x)} ${number(placed.top - line.y)}`
      return `1 0 0 1 ${place} Tm\n${face.show(line.text, sizePt)}`
    })
  return `BT /${face.resourceName} ${number(sizePt)} Tf ${rgb(placed.ink)} rg\n${lines.join('')}ET\n`
}
