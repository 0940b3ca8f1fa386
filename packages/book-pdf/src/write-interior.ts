import { drawLantern, drawStars } from './draw-ornament.ts'
import { frontMatterInk, placeInteriorText } from './interior-text.ts'
import type { BookFonts } from './open-face.ts'
import { type OpenPdf, openPdf, type PdfBox, type WrittenPdf } from './open-pdf.ts'
import { drawPicture, drawText, fillRectangle } from './page-content.ts'
import { bleedPt, pagePt } from './page-geometry.ts'
import { interiorPaper } from './paper.ts'
import type { Write } from './pdf-stream.ts'
import type { InteriorPlan, PicturePage, TextPage, TextRole } from './plan-interior.ts'
import { readPrintImage } from './read-print-image.ts'

const ornament = { frame: frontMatterInk, light: '#f7cf7a' }
const starGold = '#e9bd62'
const ornamentPt = 84
/** Height of the ornament's centre on the pages that have one. */
const ornamentAt: Partial<Record<TextRole, number>> = { title: 440, dedication: 410, end: 415 }
const defaultMinimumPpi = 300

const mediaBox: PdfBox = [0, 0, pagePt, pagePt]
const trimBox: PdfBox = [bleedPt, bleedPt, pagePt - bleedPt, pagePt - bleedPt]

export interface InteriorOrder {
  readonly plan: InteriorPlan
  readonly fonts: BookFonts
  /** The print master of a story page: a square RGB JPEG. Asked for once per page, in the order of the book. */
  readonly image: (storyPage: number) => Promise<Uint8Array>
  readonly write: Write
  /** The date in the file; the same date makes the same bytes. */
  readonly now: Date
  /** 300 by default: 2625 px. */
  readonly minimumPpi?: number
}

/**
 * Writes the interior as print-ready PDF (8.5 in square with 0.125 in of bleed), page by page: a picture is fetched,
 * written and forgotten before the next one. The same order is the same bytes. Throws BookTextError for text that cannot
 * be set, BookImageError for a picture that cannot be printed; a file that threw is not whole and must be thrown away.
 */
export async function writeInterior(order: InteriorOrder): Promise<WrittenPdf> {
  const pdf = await openPdf({ ...order, language: order.plan.language })
  for (const page of order.plan.pages) {
    if (page.kind === 'picture') await writePicturePage(order, pdf, page)
    else await writeTextPage(order, pdf, page)
  }
  return pdf.end()
}

async function writePicturePage(order: InteriorOrder, pdf: OpenPdf, page: PicturePage): Promise<void> {
  const jpeg = await order.image(page.story)
  const minimumPpi = order.minimumPpi ?? defaultMinimumPpi
  const picture = readPrintImage(jpeg, `page ${page.story}`, { sidePt: pagePt, minimumPpi })
  const content = drawPicture(0, 0, pagePt) + drawTexts(order, pdf, page)
  await pdf.addPage({ mediaBox, trimBox, content, picture })
}

async function writeTextPage(order: InteriorOrder, pdf: OpenPdf, page: TextPage): Promise<void> {
  const ground = fillRectangle(interiorPaper, { x: 0, y: 0, width: pagePt, height: pagePt })
  const content = ground + drawPageOrnament(page.role) + drawTexts(order, pdf, page)
  await pdf.addPage({ mediaBox, trimBox, content })
}

function drawPageOrnament(role: TextRole): string {
  const y = ornamentAt[role]
  if (y === undefined) return ''
  const x = pagePt / 2
  return drawStars(x, y, ornamentPt, starGold) + drawLantern(x, y, ornamentPt, ornament)
}

function drawTexts(order: InteriorOrder, pdf: OpenPdf, page: PicturePage | TextPage): string {
  const placed = placeInteriorText(pdf.faces, order.plan, page)
  return placed.map((text) => drawText(pdf, text)).join('')
}
