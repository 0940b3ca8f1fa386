import type { PrintFormat } from '@foxetales/shared-schemas/print-format'
import type { InteriorPage, InteriorPlan } from './plan-interior.ts'

/** A page of a file for a printer. */
export type PrintedPage =
  | { readonly kind: 'interior'; readonly page: InteriorPage }
  /** Blank paper that is glued to the board. */
  | { readonly kind: 'endpaper' }
  /** The whole cover, opened flat, on a sheet of its own size. */
  | { readonly kind: 'cover-sheet' }
  | { readonly kind: 'front-cover' }
  | { readonly kind: 'back-cover' }

export interface PrintPlan {
  /** The file that has the interior; where a printer takes one file, the cover is in it. */
  readonly book: readonly PrintedPage[]
  /** The second file, for printers that take two. */
  readonly cover: readonly PrintedPage[]
  /** The number of pages that the printer is told, by its own way of counting. */
  readonly declaredPages: number
}

/**
 * The same book for another printer: endpapers where it glues the first and last page down, covers where it wants them,
 * blank pages before the colophon until its count is right. A cover that is a page or a sheet of its own never moves
 * the story: page 1 stays a right-hand page. Throws RangeError when the printer cannot bind so many.
 */
export function planPrint(format: PrintFormat, interior: InteriorPlan): PrintPlan {
  const { fewest, most, multiple } = format.pages
  const written = interior.pages.filter((page) => page.kind === 'picture' || page.role !== 'blank')
  const beside = (format.blankEndpapers ? 2 : 0) + (format.files === 'covers-as-pages' ? 2 : 0)
  const declaredPages = Math.ceil(Math.max(written.length + beside, fewest) / multiple) * multiple
  if (declaredPages > most) {
    throw new RangeError(
      `${format.id} holds ${fewest} to ${most} pages; this book would have ${declaredPages}`,
    )
  }
  const blank: InteriorPage = { kind: 'text', role: 'blank', paragraphs: [] }
  const blanks = Array.from({ length: declaredPages - beside - written.length }, () => blank)
  const pages = [...written.slice(0, -1), ...blanks, ...written.slice(-1)].map(
    (page): PrintedPage => ({ kind: 'interior', page }),
  )
  const bound = format.blankEndpapers ? [endpaper, ...pages, endpaper] : pages
  return { ...withCovers(format, bound), declaredPages }
}

const endpaper: PrintedPage = { kind: 'endpaper' }
const sheet: PrintedPage = { kind: 'cover-sheet' }

function withCovers(format: PrintFormat, bound: readonly PrintedPage[]): Pick<PrintPlan, 'book' | 'cover'> {
  switch (format.files) {
    case 'two':
      return { book: bound, cover: [sheet] }
    case 'sheet-first':
      return { book: [sheet, ...bound], cover: [] }
    case 'covers-as-pages':
      return { book: [{ kind: 'front-cover' }, ...bound, { kind: 'back-cover' }], cover: [] }
  }
}
