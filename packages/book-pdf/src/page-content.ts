import type { FractionBox } from '@foxetales/shared-schemas/book'
import { layOutText, type TextBlock } from './lay-out-text.ts'
import type { Face } from './typeset.ts'

/** PDF content streams (ISO 32000-1 §8, §9) as text. Coordinates are points from the page's lower left corner. */

const n = (value: number) => String(Math.round(value * 1000) / 1000)

/** `#3a2f2a` as the operands of `rg`. */
export function rgb(hex: string): string {
  return [1, 3, 5].map((at) => n(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
}

export function fillRectangle(colour: string, x: number, y: number, width: number, height: number): string {
  return `${rgb(colour)} rg ${n(x)} ${n(y)} ${n(width)} ${n(height)} re f\n`
}

export function drawImage(name: string, x: number, y: number, width: number, height: number): string {
  return `q ${n(width)} 0 0 ${n(height)} ${n(x)} ${n(y)} cm /${name} Do Q\n`
}

/** A block of text in a box given in points, its top edge `top` points above the page's lower edge. */
export function drawText(
  face: Face,
  block: Omit<TextBlock, 'widthOf' | 'box'>,
  ink: string,
  box: { left: number; top: number; width: number; height: number },
): string {
  face.check(block.field, block.text)
  const layout = layOutText({
    ...block,
    widthOf: face.widthOf,
    box: { widthPt: box.width, heightPt: box.height },
  })
  const lines = layout.lines.map(
    (line) =>
      `1 0 0 1 ${n(box.left + line.x)} ${n(box.top - line.y)} Tm ${face.font.encodeText(line.text)} Tj\n`,
  )
  return `BT /${face.resourceName} ${n(layout.sizePt)} Tf ${rgb(ink)} rg\n${lines.join('')}ET\n`
}

/** A box in fractions of the page image (y down) as points (y up). */
export function boxInPoints(box: FractionBox, pagePt: number) {
  return {
    left: box.x * pagePt,
    top: pagePt - box.y * pagePt,
    width: box.width * pagePt,
    height: box.height * pagePt,
  }
}

/** A small lantern of vector paths, the house's mark between texts. Centre (x, y); `size` is its height. */
export function drawLantern(x: number, y: number, size: number, colour: string, light: string): string {
  const s = size / 100
  const at = (dx: number, dy: number) => `${n(x + dx * s)} ${n(y + dy * s)}`
  const glass = `${rgb(light)} rg ${at(-22, -30)} m ${at(-26, 22)} l ${at(26, 22)} l ${at(22, -30)} l h f\n`
  const flame = `1 1 1 rg ${at(0, 14)} m ${at(12, 0)} ${at(9, -16)} ${at(0, -20)} c ${at(-9, -16)} ${at(-12, 0)} ${at(0, 14)} c f\n`
  const foot = `${rgb(colour)} rg ${at(-28, -40)} m ${at(28, -40)} l ${at(22, -29)} l ${at(-22, -29)} l h f\n`
  const roof = `${at(-31, 21)} m ${at(31, 21)} l ${at(16, 38)} l ${at(-16, 38)} l h f\n`
  const ring = `${rgb(colour)} RG ${n(4 * s)} w ${at(-14, 38)} m ${at(-12, 56)} ${at(12, 56)} ${at(14, 38)} c S\n`
  return glass + flame + foot + roof + ring
}
