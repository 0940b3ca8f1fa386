import type { FractionBox } from '@foxetales/shared-schemas/book'
import type { PageBox } from './place-text.ts'

/** Width and height of an interior page: 8.5 in of trim and 0.125 in of bleed on every side, in points. */
export const pagePt = 630
export const bleedPt = 9

/** A box in fractions of a page image (y down) on a square of `sidePt` whose lower left corner is at (left, 0). */
export function boxInPoints(box: FractionBox, sidePt: number, left = 0): PageBox {
  return {
    left: left + box.x * sidePt,
    top: sidePt - box.y * sidePt,
    width: box.width * sidePt,
    height: box.height * sidePt,
  }
}
