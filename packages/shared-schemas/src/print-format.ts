import * as z from 'zod'
import type { FractionBox } from './book.ts'

/**
 * What a printer wants its files to be: as data, so that one set of masters serves every printer. Lengths are points
 * (1/72 in), origin lower left. The figures are each printer's own and live in its adapter.
 */

/** A rectangle in points; (x, y) is its lower left corner. */
export const printBox = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type PrintBox = z.infer<typeof printBox>

/**
 * How the book is delivered. `two`: interior and opened cover sheet, a file each. `sheet-first`: one file, the opened cover
 * sheet and then the interior. `covers-as-pages`: one file of equal pages, the first the front cover, the last the back.
 */
export const printFiles = z.enum(['two', 'sheet-first', 'covers-as-pages'])
export type PrintFiles = z.infer<typeof printFiles>

export const printFormat = z.object({
  /** Kept with every file that is made, so that it is known for whom. */
  id: z.string().min(1),
  files: printFiles,
  /** Side of the finished, square page. */
  trimPt: z.number().positive(),
  /** Beyond the trim on all four edges; 0 where the page is delivered in its finished size. */
  bleedPt: z.number().nonnegative(),
  /** Words keep this far inside the trim. */
  safePt: z.number().nonnegative(),
  /** And this much further at the spine. */
  gutterPt: z.number().nonnegative(),
  /** Of the count that is declared to the printer. */
  pages: z.object({
    fewest: z.int().positive(),
    most: z.int().positive(),
    multiple: z.int().positive(),
  }),
  /** The first and the last page of the interior are blank and glued to the boards. */
  blankEndpapers: z.boolean(),
  /** A picture below this is refused. */
  minimumPpi: z.number().positive(),
})
export type PrintFormat = z.infer<typeof printFormat>

/** A cover, opened flat: back, spine, front. */
export const coverSheet = z.object({
  widthPt: z.number().positive(),
  heightPt: z.number().positive(),
  /** The printed board faces and the spine between them: what a reader sees, without the wrap. */
  trim: printBox,
  back: printBox,
  spine: printBox,
  front: printBox,
  /** Where on the back and the front text is safe. */
  safeBack: printBox,
  safeFront: printBox,
  /** Left free on the back for the printer's barcode. */
  barcode: printBox,
})
export type CoverSheet = z.infer<typeof coverSheet>

/** Side of a page as it is delivered: trim and bleed. */
export function sheetSidePt(format: Pick<PrintFormat, 'trimPt' | 'bleedPt'>): number {
  return format.trimPt + 2 * format.bleedPt
}

/** Where a page is cut and where words are safe, as fractions of the delivered page (bleed included), y down. */
export interface PageGuides {
  readonly trim: FractionBox
  readonly safe: FractionBox
  /** The strip at the spine that the binding takes from view. */
  readonly gutter: FractionBox
}

/** The guides of a page of a bound book; odd pages lie right, with the spine at their left edge. */
export function pageGuides(
  format: Pick<PrintFormat, 'trimPt' | 'bleedPt' | 'safePt' | 'gutterPt'>,
  pageNumber: number,
): PageGuides {
  const side = sheetSidePt(format)
  const bleed = format.bleedPt / side
  const trim = format.trimPt / side
  const safe = format.safePt / side
  const gutter = format.gutterPt / side
  const isRight = pageNumber % 2 === 1
  const tall = { y: bleed + safe, height: trim - 2 * safe }
  return {
    trim: { x: bleed, y: bleed, width: trim, height: trim },
    safe: { x: bleed + safe + (isRight ? gutter : 0), width: trim - 2 * safe - gutter, ...tall },
    gutter: {
      x: isRight ? bleed : bleed + trim - safe - gutter,
      y: bleed,
      width: safe + gutter,
      height: trim,
    },
  }
}
