import type { BookTemplate, Language } from '@foxetales/shared-schemas/book'
import { PDFName } from 'pdf-lib'
import { coverGeometry } from './cover-geometry.ts'
import { fillText, type Pronouns } from './fill-text.ts'
import { endPdf, finishPage, openPdf, type WrittenPdf } from './open-pdf.ts'
import { drawImage, drawLantern, drawText, fillRectangle } from './page-content.ts'
import type { Write } from './pdf-stream.ts'
import { BookImageError, readJpeg } from './read-jpeg.ts'
import type { BookFonts } from './typeset.ts'

const cloth = '#2f4a63'
const cream = '#fdf3dc'
const lanternLight = '#f7cf7a'
/** Text and faces keep this far from the board's edge. */
const safePt = 0.75 * 72
const leastPpi = 250

export interface CoverOrder {
  readonly template: BookTemplate
  readonly childName: string
  readonly pronouns: Pronouns
  readonly language: Language
  readonly fonts: BookFonts
  readonly interiorPages: number
  /** The cover's illustration as a square RGB JPEG; 3075 px make 300 ppi over the front panel and its wrap. */
  readonly frontImage: Uint8Array
  readonly write: Write
  readonly now: Date
}

/**
 * The wrap of a hard cover as one PDF page: cloth-coloured back with the blurb, plain spine (too thin for text), and the
 * illustration over the front panel and its wrap. The lower part of the back stays free for the printer's barcode.
 */
export async function writeCover(order: CoverOrder): Promise<WrittenPdf> {
  const { template, language } = order
  const child = { name: order.childName, pronouns: order.pronouns }
  const sheet = coverGeometry(order.interiorPages)
  const size = readJpeg(order.frontImage, 'cover')
  const side = sheet.heightPt
  if ((Math.min(size.widthPx, size.heightPx) / side) * 72 < leastPpi) {
    throw new BookImageError('cover', `has fewer than ${leastPpi} ppi`)
  }
  const pdf = await openPdf(order)
  const page = pdf.document.addPage([sheet.widthPt, sheet.heightPt])
  page.setBleedBox(0, 0, sheet.widthPt, sheet.heightPt)
  page.setTrimBox(sheet.trim.x, sheet.trim.y, sheet.trim.width, sheet.trim.height)
  const ref = pdf.document.context.nextRef()
  await pdf.stream.image(ref, order.frontImage, size)
  page.node.setXObject(PDFName.of('Front'), ref)

  // The picture is as high as the sheet; what is wider than the front panel hides behind the spine's cloth.
  const left = sheet.widthPt - side
  const title = {
    left: left + template.cover.titleBox.x * side,
    top: side - template.cover.titleBox.y * side,
    width: template.cover.titleBox.width * side,
    height: template.cover.titleBox.height * side,
  }
  const blurb = {
    left: sheet.back.x + safePt,
    top: sheet.back.y + sheet.back.height - safePt - 120,
    width: sheet.back.width - 2 * safePt,
    height: 190,
  }
  const titleBlock = {
    field: 'title',
    text: fillText(template.title[language] ?? '', child),
    preferredPt: 54,
    smallestPt: 22,
    leading: 1.12,
    align: 'centre' as const,
  }
  const blurbBlock = {
    field: 'blurb',
    text: fillText(template.blurb[language] ?? '', child),
    preferredPt: 18,
    smallestPt: 12,
    leading: 1.45,
    align: 'centre' as const,
  }
  const content =
    fillRectangle(cloth, 0, 0, sheet.widthPt, sheet.heightPt) +
    drawImage('Front', left, 0, side, side) +
    fillRectangle(cloth, 0, 0, sheet.front.x, sheet.heightPt) +
    drawLantern(sheet.back.x + sheet.back.width / 2, blurb.top + 60, 90, cream, lanternLight) +
    drawText(pdf.display, titleBlock, template.cover.ink, title) +
    drawText(pdf.body, blurbBlock, cream, blurb)
  await finishPage(pdf, page, content)
  return endPdf(pdf, `cover ${order.interiorPages} ${order.now.toISOString()}`)
}
