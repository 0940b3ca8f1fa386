import type { CoverSheet, PrintBox } from '@foxetales/shared-schemas/print-format'
import { coverGeometry } from './cover-geometry.ts'
import { backInk, type CoverWords, frontImageLeft, placeCoverText } from './cover-text.ts'
import { drawLantern, drawStars } from './draw-ornament.ts'
import type { BookFonts } from './open-face.ts'
import { openPdf, type PdfBox, type WrittenPdf } from './open-pdf.ts'
import { drawPicture, drawText, fillRectangle } from './page-content.ts'
import type { Write } from './pdf-stream.ts'
import { readPrintImage } from './read-print-image.ts'

const cloth = '#2f4a63'
const ornament = { frame: backInk, light: '#f7cf7a' }
const ornamentPt = 92
/** Share of the back's safe height, from below, at which the ornament's centre stands. */
const ornamentAt = 0.79
const defaultMinimumPpi = 300

export interface CoverOrder extends CoverWords {
  readonly fonts: BookFonts
  readonly interiorPages: number
  /** The cover's illustration as a square RGB JPEG; 3075 px make 300 ppi over the front panel and its wrap. */
  readonly frontImage: Uint8Array
  readonly write: Write
  readonly now: Date
  /** As the printer gives it; Lulu's table otherwise. */
  readonly geometry?: CoverSheet
  readonly minimumPpi?: number
}

/**
 * The wrap of a hard cover as one PDF page: cloth-coloured back with the blurb, plain spine (too thin for text), and the
 * illustration over the front panel and its wrap. A corner of the back stays free for the printer's barcode. Throws
 * BookTextError, BookImageError, and RangeError for a page count that no hard cover holds.
 */
export async function writeCover(order: CoverOrder): Promise<WrittenPdf> {
  const sheet = order.geometry ?? coverGeometry(order.interiorPages)
  const side = sheet.heightPt
  const minimumPpi = order.minimumPpi ?? defaultMinimumPpi
  const picture = readPrintImage(order.frontImage, 'cover', { sidePt: side, minimumPpi })
  const pdf = await openPdf(order)
  const texts = placeCoverText(pdf.faces, order, sheet)
  const backAndSpine = { x: 0, y: 0, width: sheet.front.x, height: sheet.heightPt }
  const ornamentX = sheet.back.x + sheet.back.width / 2
  const ornamentY = sheet.safeBack.y + sheet.safeBack.height * ornamentAt
  const content =
    drawPicture(frontImageLeft(sheet), 0, side) +
    fillRectangle(cloth, backAndSpine) +
    drawStars(ornamentX, ornamentY, ornamentPt, ornament.light) +
    drawLantern(ornamentX, ornamentY, ornamentPt, ornament) +
    texts.map((text) => drawText(pdf, text)).join('')
  await pdf.addPage({
    mediaBox: [0, 0, sheet.widthPt, sheet.heightPt],
    trimBox: corners(sheet.trim),
    content,
    picture,
  })
  return pdf.end()
}

function corners(box: PrintBox): PdfBox {
  return [box.x, box.y, box.x + box.width, box.y + box.height]
}
