import { PDFName, type PDFPage } from 'pdf-lib'
import { endPdf, finishPage, type OpenPdf, openPdf, type WrittenPdf } from './open-pdf.ts'
import { boxInPoints, drawImage, drawLantern, drawText, fillRectangle } from './page-content.ts'
import type { Write } from './pdf-stream.ts'
import type { InteriorPlan, PicturePage, TextPage } from './plan-interior.ts'
import { BookImageError, readJpeg } from './read-jpeg.ts'
import type { BookFonts } from './typeset.ts'

/** 8.75 in: 8.5 in of trim and 0.125 in of bleed on every side. */
export const pagePt = 630
const bleedPt = 9
const paper = '#fdf6e7'
const ink = '#4a3b31'
const lanternLight = '#f7cf7a'
const bodySizes = { preferredPt: 21, smallestPt: 13 }
const leading = 1.38
const defaultMinimumPpi = 300

export interface InteriorOrder {
  readonly plan: InteriorPlan
  readonly fonts: BookFonts
  /** The print master of a story page: a square RGB JPEG. Asked for once per page, in the order of the book. */
  readonly image: (storyPage: number) => Promise<Uint8Array>
  readonly write: Write
  /** The date in the file; the same date makes the same bytes. */
  readonly now: Date
  readonly minimumPpi?: number
}

/**
 * Writes the interior as print-ready PDF, page by page: a picture is fetched, written and forgotten before the next one.
 * Throws BookTextError for text that cannot be set, BookImageError for a picture that cannot be printed.
 */
export async function writeInterior(order: InteriorOrder): Promise<WrittenPdf> {
  const pdf = await openPdf(order)
  for (const page of order.plan.pages) {
    if (page.kind === 'picture') await writePicturePage(order, pdf, page)
    else await finishPage(pdf, addPage(pdf), textPageContent(pdf, page))
  }
  return endPdf(pdf, `interior ${order.plan.pages.length} ${order.now.toISOString()}`)
}

async function writePicturePage(order: InteriorOrder, pdf: OpenPdf, page: PicturePage): Promise<void> {
  const name = `page ${page.story}`
  const jpeg = await order.image(page.story)
  const size = readJpeg(jpeg, name)
  const ppi = (Math.min(size.widthPx, size.heightPx) / pagePt) * 72
  const minimum = order.minimumPpi ?? defaultMinimumPpi
  if (ppi < minimum) throw new BookImageError(name, `has ${Math.floor(ppi)} ppi instead of ${minimum}`)
  if (size.widthPx !== size.heightPx) throw new BookImageError(name, 'is not square')
  const ref = pdf.document.context.nextRef()
  await pdf.stream.image(ref, jpeg, size)
  const pdfPage = addPage(pdf)
  pdfPage.node.setXObject(PDFName.of('Picture'), ref)
  const block = { field: name, text: page.text, ...bodySizes, leading, align: 'centre' as const }
  const content =
    drawImage('Picture', 0, 0, pagePt, pagePt) +
    drawText(pdf.body, block, page.ink, boxInPoints(page.textBox, pagePt))
  await finishPage(pdf, pdfPage, content)
}

function textPageContent(pdf: OpenPdf, page: TextPage): string {
  let content = fillRectangle(paper, 0, 0, pagePt, pagePt)
  const small = page.role === 'copyright' || page.role === 'colophon'
  // Small print stands at the foot of the page, a title in its upper half, the rest in the middle.
  let top = small ? 190 : page.role === 'title' ? 420 : 380
  if (page.ornament) content += drawLantern(pagePt / 2, top + 75, 84, ink, lanternLight)
  for (const paragraph of page.paragraphs) {
    const height = small ? 34 : paragraph.sizePt * 4.4
    const block = {
      field: page.role,
      text: paragraph.text,
      preferredPt: paragraph.sizePt,
      smallestPt: Math.min(paragraph.sizePt, 12),
      leading: 1.35,
      align: 'centre' as const,
    }
    const face = paragraph.face === 'display' ? pdf.display : pdf.body
    content += drawText(face, block, ink, { left: 90, top, width: pagePt - 180, height })
    top -= height
  }
  return content
}

function addPage(pdf: OpenPdf): PDFPage {
  const page = pdf.document.addPage([pagePt, pagePt])
  page.setBleedBox(0, 0, pagePt, pagePt)
  page.setCropBox(0, 0, pagePt, pagePt)
  page.setTrimBox(bleedPt, bleedPt, pagePt - 2 * bleedPt, pagePt - 2 * bleedPt)
  return page
}
