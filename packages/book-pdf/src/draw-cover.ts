import type { CoverSheet, PrintBox } from '@foxetales/shared-schemas/print-format'
import { backInk, type CoverWords, frontImageLeft, placeCoverText } from './cover-text.ts'
import { drawLantern, drawStars } from './draw-ornament.ts'
import type { OpenPdf } from './open-pdf.ts'
import { drawPicture, drawText, fillRectangle } from './page-content.ts'

const cloth = '#2f4a63'
const ornament = { frame: backInk, light: '#f7cf7a' }
const ornamentPt = 92
/** Share of the back's safe height, from below, at which the ornament's centre stands. */
const ornamentAt = 0.79

/** The cover's two halves as operators, both in the coordinates of the opened sheet. */
export interface DrawnCover {
  /** The illustration over the front panel and its wrap, and the title. Needs the page's `Picture`. */
  readonly front: string
  /** Cloth over back and spine with the ornament, the blurb and the house's name; the barcode's corner stays free. */
  readonly back: string
}

/** Draws a cover on its sheet. The spine of a thin book stays plain: it is narrower than a blade's tolerance and a line. */
export function drawCover(pdf: OpenPdf, words: CoverWords, sheet: CoverSheet): DrawnCover {
  const [title, ...others] = placeCoverText(pdf.faces, words, sheet)
  const backAndSpine: PrintBox = { x: 0, y: 0, width: sheet.front.x, height: sheet.heightPt }
  const x = sheet.back.x + sheet.back.width / 2
  const y = sheet.safeBack.y + sheet.safeBack.height * ornamentAt
  return {
    front: drawPicture(frontImageLeft(sheet), 0, sheet.heightPt) + (title ? drawText(pdf, title) : ''),
    back:
      fillRectangle(cloth, backAndSpine) +
      drawStars(x, y, ornamentPt, ornament.light) +
      drawLantern(x, y, ornamentPt, ornament) +
      others.map((text) => drawText(pdf, text)).join(''),
  }
}
