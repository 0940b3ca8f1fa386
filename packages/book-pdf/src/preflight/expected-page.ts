import { type CoverSheet, type PrintFormat, sheetSidePt } from '@foxetales/shared-schemas/print-format'
import type { CoverWords } from '../cover-text.ts'
import { coverTexts } from '../cover-text.ts'
import type { PrintedPage } from '../print-plan.ts'
import type { Corners } from './check-boxes.ts'

/** What a page of a file has to be. */
export interface ExpectedPage {
  readonly media: Corners
  readonly trim: Corners
  /** The part of the page that its picture covers; undefined where it has none. */
  readonly picture: Corners | undefined
  readonly words: readonly string[]
  /** Nothing at all is on it. */
  readonly empty: boolean
}

interface Book {
  readonly format: PrintFormat
  readonly sheet: CoverSheet
  readonly cover: CoverWords
}

export function expectedPage({ format, sheet, cover }: Book, page: PrintedPage): ExpectedPage {
  const side = sheetSidePt(format)
  const { bleedPt } = format
  const whole: Corners = [0, 0, side, side]
  const square = {
    media: whole,
    trim: [bleedPt, bleedPt, side - bleedPt, side - bleedPt] as const,
    empty: false,
  }
  const { title, blurb, house } = coverTexts(cover)
  switch (page.kind) {
    case 'endpaper':
      return { ...square, picture: undefined, words: [], empty: true }
    case 'interior':
      return page.page.kind === 'picture'
        ? { ...square, picture: whole, words: [page.page.text] }
        : { ...square, picture: undefined, words: page.page.paragraphs }
    case 'front-cover':
      return { ...square, picture: whole, words: [title] }
    case 'back-cover':
      return { ...square, picture: undefined, words: [blurb, house] }
    case 'cover-sheet': {
      const { widthPt, heightPt, trim, front } = sheet
      return {
        media: [0, 0, widthPt, heightPt],
        trim: [trim.x, trim.y, trim.x + trim.width, trim.y + trim.height],
        picture: [front.x, 0, widthPt, heightPt],
        words: [title, blurb, house],
        empty: false,
      }
    }
  }
}
