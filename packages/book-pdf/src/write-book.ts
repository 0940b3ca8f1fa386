import { type CoverSheet, type PrintFormat, sheetSidePt } from '@foxetales/shared-schemas/print-format'
import type { CoverWords } from './cover-text.ts'
import { drawCover } from './draw-cover.ts'
import { drawInterior } from './draw-interior.ts'
import { fitFace, fitMaster, type Placement, placed } from './fit-page.ts'
import type { OpenFaces } from './open-face.ts'
import { type OpenPdf, openPdf, type PdfBox, type PdfPage, type WrittenPdf } from './open-pdf.ts'
import { pagePt } from './page-geometry.ts'
import type { Write } from './pdf-stream.ts'
import type { InteriorPlan } from './plan-interior.ts'
import type { PrintedPage } from './print-plan.ts'
import { readPrintImage } from './read-print-image.ts'

/** The print master of a story page, or of the cover's front. */
export type Master = number | 'cover'

export interface BookOrder {
  /** One file's pages, of planPrint. */
  readonly pages: readonly PrintedPage[]
  readonly format: PrintFormat
  readonly interior: InteriorPlan
  readonly cover: CoverWords
  /** The printer's own measures of the opened cover. */
  readonly sheet: CoverSheet
  readonly faces: OpenFaces
  /** A square RGB JPEG. Asked for once per page, in the order of the file, and forgotten before the next. */
  readonly image: (master: Master) => Promise<Uint8Array>
  /** What the file is made from (such as the sha256 of every master): its `/ID` follows from this and from the words. */
  readonly madeFrom: readonly string[]
  readonly write: Write
  /** The date in the file; the same date makes the same bytes. */
  readonly now: Date
  /** The format's own by default; proofs take less. */
  readonly minimumPpi?: number
  /** Drawn over every page, in the page's own points. The number is the story's: 1 is the first right-hand page. */
  readonly overlay?: (pdf: OpenPdf, page: PrintedPage, pageNumber: number) => string
}

/**
 * Writes one file of a book for one printer, page by page. The same order is the same bytes. Throws BookTextError for text
 * that cannot be set, BookImageError for a picture that cannot be printed; a file that threw is not whole and must be
 * thrown away.
 */
export async function writeBook(order: BookOrder): Promise<WrittenPdf> {
  const { pages, format, interior, sheet } = order
  const pdf = await openPdf({
    ...order,
    language: interior.language,
    identity: JSON.stringify([order.madeFrom, format, sheet, interior, order.cover.childName]),
  })
  let bound = 0
  for (const page of pages) {
    if (page.kind === 'interior') bound += 1
    const drawn = await drawPage(order, pdf, page)
    const overlay = order.overlay?.(pdf, page, bound) ?? ''
    await pdf.addPage({ ...drawn, content: drawn.content + overlay })
  }
  return pdf.end()
}

async function drawPage(order: BookOrder, pdf: OpenPdf, page: PrintedPage): Promise<PdfPage> {
  const { format, sheet } = order
  switch (page.kind) {
    case 'endpaper':
      return { ...pageBoxes(format), content: '' }
    case 'interior': {
      const place = fitMaster(format)
      const content = placed(place, drawInterior(pdf, order.interior, page.page))
      if (page.page.kind === 'text') return { ...pageBoxes(format), content }
      return { ...pageBoxes(format), content, picture: await picture(order, page.page.story, place) }
    }
    case 'cover-sheet': {
      const { front, back } = drawCover(pdf, order.cover, sheet)
      const flat = { scale: 1, x: 0, y: 0 }
      return { ...sheetBoxes(sheet), content: front + back, picture: await picture(order, 'cover', flat) }
    }
    case 'front-cover': {
      const place = fitFace(format, sheet.front)
      const content = placed(place, drawCover(pdf, order.cover, sheet).front)
      return { ...pageBoxes(format), content, picture: await picture(order, 'cover', place) }
    }
    case 'back-cover':
      return {
        ...pageBoxes(format),
        content: placed(fitFace(format, sheet.back), drawCover(pdf, order.cover, sheet).back),
      }
  }
}

async function picture(order: BookOrder, master: Master, { scale }: Placement) {
  const sidePt = (master === 'cover' ? order.sheet.heightPt : pagePt) * scale
  const minimumPpi = order.minimumPpi ?? order.format.minimumPpi
  const name = master === 'cover' ? 'cover' : `page ${master}`
  return readPrintImage(await order.image(master), name, { sidePt, minimumPpi })
}

function pageBoxes(format: PrintFormat): { mediaBox: PdfBox; trimBox: PdfBox } {
  const side = sheetSidePt(format)
  const { bleedPt } = format
  return { mediaBox: [0, 0, side, side], trimBox: [bleedPt, bleedPt, side - bleedPt, side - bleedPt] }
}

function sheetBoxes({ widthPt, heightPt, trim }: CoverSheet): { mediaBox: PdfBox; trimBox: PdfBox } {
  return {
    mediaBox: [0, 0, widthPt, heightPt],
    trimBox: [trim.x, trim.y, trim.x + trim.width, trim.y + trim.height],
  }
}
