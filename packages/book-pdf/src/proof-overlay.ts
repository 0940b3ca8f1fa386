import type { Language } from '@foxetales/shared-schemas/book'
import {
  type CoverSheet,
  type PrintBox,
  type PrintFormat,
  pageGuides,
  sheetSidePt,
} from '@foxetales/shared-schemas/print-format'
import type { OpenPdf } from './open-pdf.ts'
import { number, rgb } from './page-content.ts'
import type { PrintedPage } from './print-plan.ts'

/** Across every page of a proof, so that nobody prints it by mistake. */
const marks: Record<Language, string> = { en: 'PROOF', vi: 'BẢN XEM THỬ' }
const markInk = '#8a8a8a'
const markPt = 84
/** Rows of the mark on a page, and the slope they stand at (sine and cosine of 30°). */
const markRows = [0.12, 0.45, 0.78]
const [sine, cosine] = [0.5, 0.866]

const trimInk = '#d4145a'
const safeInk = '#009fe3'
const gutterInk = '#f39200'
const otherInk = '#39a935'

/**
 * What a proof shows over its pages and print never does: the mark, and lines where the page is cut (red), words are safe
 * (blue, dashed) and the binding takes the paper (orange); on the cover also spine and barcode (green).
 */
export function proofOverlay(
  format: PrintFormat,
  sheet: CoverSheet,
  language: Language,
): (pdf: OpenPdf, page: PrintedPage, pageNumber: number) => string {
  const side = sheetSidePt(format)
  return (pdf, page, pageNumber) => {
    if (page.kind === 'cover-sheet') {
      const { trim, spine, safeBack, safeFront, barcode, widthPt, heightPt } = sheet
      return (
        mark(pdf, marks[language], widthPt, heightPt) +
        frame(trim, trimInk) +
        [safeBack, safeFront].map((box) => frame(box, safeInk, true)).join('') +
        [spine, barcode].map((box) => frame(box, otherInk)).join('')
      )
    }
    const { trim, safe, gutter } = pageGuides(format, pageNumber)
    return (
      mark(pdf, marks[language], side, side) +
      frame(inPoints(trim, side), trimInk) +
      frame(inPoints(safe, side), safeInk, true) +
      (page.kind === 'interior' ? frame(inPoints(gutter, side), gutterInk) : '')
    )
  }
}

/** From fractions down the page to points up it. */
function inPoints({ x, y, width, height }: PrintBox, side: number): PrintBox {
  return { x: x * side, y: (1 - y - height) * side, width: width * side, height: height * side }
}

function frame({ x, y, width, height }: PrintBox, ink: string, dashed = false): string {
  const dash = dashed ? '[4 3] 0 d' : '[] 0 d'
  return `q ${rgb(ink)} RG 0.75 w ${dash} ${[x, y, width, height].map(number).join(' ')} re S Q\n`
}

/** Outlined letters (text rendering mode 1, ISO 32000-1 §9.3.6): the picture stays to be seen. */
function mark(pdf: OpenPdf, text: string, width: number, height: number): string {
  const face = pdf.embedded.display
  const size = Math.min(markPt, (width * 0.9) / pdf.faces.display.metrics.widthOf(text, 1))
  const glyphs = face.show(text, size)
  const columns = width > height * 1.5 ? [0.07, 0.55] : [0.14]
  const places = columns.flatMap((column) => markRows.map((row) => [column, row] as const))
  const rows = places.map(([column, row]) => {
    const place = `${number(width * column)} ${number(height * row)}`
    return `${cosine} ${sine} ${-sine} ${cosine} ${place} Tm\n${glyphs}`
  })
  return `q ${rgb(markInk)} RG 0.7 w BT /${face.resourceName} ${number(size)} Tf 1 Tr\n${rows.join('')}ET Q\n`
}
