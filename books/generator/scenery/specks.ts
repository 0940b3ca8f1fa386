import type { FractionBox } from '@foxetales/shared-schemas/book'
import { circle, pageUnits } from '../svg.ts'

/** Page units around the words that are free of specks too. */
const margin = 14

/** A star, a snow flake, a spark: small enough to be read as a full stop where words stand. */
export const speck = (x: number, y: number, radius: number, colour: string, opacity: number): string =>
  circle(x, y, radius, colour, opacity).replace('<circle', '<circle data-speck=""')

const specks = /<circle data-speck="" cx="(-?[\d.]+)" cy="(-?[\d.]+)"([^>]*)\/>/g

/** The same shapes without the specks among the words of `textBox`. */
export const keepTextClear = (shapes: string, textBox: FractionBox): string => {
  const [left, top] = [textBox.x * pageUnits - margin, textBox.y * pageUnits - margin]
  const right = left + textBox.width * pageUnits + 2 * margin
  const bottom = top + textBox.height * pageUnits + 2 * margin
  return shapes.replace(specks, (_, x: string, y: string, rest: string) => {
    const isAmongWords = Number(x) > left && Number(x) < right && Number(y) > top && Number(y) < bottom
    return isAmongWords ? '' : `<circle cx="${x}" cy="${y}"${rest}/>`
  })
}
