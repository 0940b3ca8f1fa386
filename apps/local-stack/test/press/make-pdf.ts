import { type PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRef, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'

export const pagePt = 630
const bleedPt = 9
const pictures = new Map<string, Promise<Uint8Array>>()

/** A square JPEG with a gradient of its own, made once per size and number. */
export function picture(sizePx: number, number: number): Promise<Uint8Array> {
  const key = `${sizePx} ${number}`
  const known = pictures.get(key)
  if (known !== undefined) return known
  const gradient = `<stop stop-color="hsl(${(number * 67) % 360} 60% 70%)"/><stop offset="1" stop-color="#334"/>`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}">` +
    `<defs><linearGradient id="g">${gradient}</linearGradient></defs>` +
    '<rect width="100%" height="100%" fill="url(#g)"/></svg>'
  const made = sharp(Buffer.from(svg)).removeAlpha().jpeg({ quality: 70 }).toBuffer()
  pictures.set(
    key,
    made.then((bytes) => new Uint8Array(bytes)),
  )
  return picture(sizePx, number)
}

/** A book's interior in the making, all of it low-level objects, so that a test can break any of them. */
export interface Draft {
  readonly document: PDFDocument
  readonly pages: readonly PDFPage[]
  /** The picture's object on a picture page. */
  readonly pictureRefs: ReadonlyMap<PDFPage, PDFRef>
}

export interface DraftOptions {
  readonly pages?: number
  readonly picturePx?: number
}

/** Pages 4, 5 and 6 are pictures with text; the others are text. */
export async function draftInterior(options: DraftOptions = {}): Promise<Draft> {
  const document = await PDFDocument.create()
  const font = embeddedFont(document)
  const pictureRefs = new Map<PDFPage, PDFRef>()
  const count = options.pages ?? 24
  for (let number = 1; number <= count; number += 1) {
    const page = document.addPage([pagePt, pagePt])
    page.setBleedBox(0, 0, pagePt, pagePt)
    page.setTrimBox(bleedPt, bleedPt, pagePt - 2 * bleedPt, pagePt - 2 * bleedPt)
    setFonts(page, { Body: font })
    const isPicture = number >= 4 && number <= 6
    if (isPicture) {
      const ref = jpegObject(
        document,
        await picture(options.picturePx ?? 2625, number),
        options.picturePx ?? 2625,
      )
      page.node.setXObject(PDFName.of('Picture'), ref)
      pictureRefs.set(page, ref)
    }
    const drawn = isPicture ? `q ${pagePt} 0 0 ${pagePt} 0 0 cm /Picture Do Q ` : ''
    setContent(
      document,
      page,
      `${drawn}BT /Body 18 Tf 1 0 0 1 90 300 Tm 0.2 0.2 0.2 rg (Page \\(${number}\\)) Tj ET`,
    )
  }
  return { document, pages: document.getPages(), pictureRefs }
}

export interface CoverOptions {
  readonly widthPt?: number
  readonly picturePx?: number
}

/** One sheet with a picture over its right side. */
export async function draftCover({ widthPt = 1368, picturePx = 2600 }: CoverOptions = {}): Promise<Draft> {
  const document = await PDFDocument.create()
  const page = document.addPage([widthPt, 738])
  page.setBleedBox(0, 0, widthPt, 738)
  page.setTrimBox(54, 54, widthPt - 108, 630)
  const ref = jpegObject(document, await picture(picturePx, 99), picturePx)
  page.node.setXObject(PDFName.of('Front'), ref)
  setFonts(page, { Body: embeddedFont(document) })
  const text = 'BT /Body 18 Tf 1 0 0 1 120 300 Tm (Back) Tj ET'
  setContent(
    document,
    page,
    `0.2 0.3 0.4 rg 0 0 ${widthPt} 738 re f q 738 0 0 738 630 0 cm /Front Do Q ${text}`,
  )
  return { document, pages: document.getPages(), pictureRefs: new Map([[page, ref]]) }
}

export function saved(draft: Draft): Promise<Uint8Array> {
  return draft.document.save({ useObjectStreams: false })
}

/** Page `number` of a draft, from 1. */
export function pageOf({ pages }: Draft, number: number): PDFPage {
  const page = pages[number - 1]
  if (page === undefined) throw new Error(`the draft has no page ${number}`)
  return page
}

export function setContent(document: PDFDocument, page: PDFPage, content: string): void {
  const stream = document.context.flateStream(content)
  page.node.set(PDFName.of('Contents'), document.context.register(stream))
}

export function setFonts(page: PDFPage, fonts: Readonly<Record<string, PDFRef>>): void {
  for (const [name, ref] of Object.entries(fonts)) page.node.setFontDictionary(PDFName.of(name), ref)
}

/** A JPEG as an image object; `more` adds to its dictionary or replaces entries. */
export function jpegObject(
  document: PDFDocument,
  jpeg: Uint8Array,
  sizePx: number,
  more: Parameters<PDFDocument['context']['stream']>[1] = {},
): PDFRef {
  const stream = document.context.stream(jpeg, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: sizePx,
    Height: sizePx,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceRGB',
    Filter: 'DCTDecode',
    ...more,
  })
  return document.context.register(stream)
}

/** A font whose file is in the document; the judge asks whether there is one, not what is in it. */
function embeddedFont(document: PDFDocument): PDFRef {
  const { context } = document
  const file = context.register(context.flateStream('a font file'))
  const descriptor = context.register(
    context.obj({ Type: 'FontDescriptor', FontName: 'ABCDEF+Body', FontFile2: file }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'ABCDEF+Body',
      FontDescriptor: descriptor,
    }),
  )
  return context.register(
    context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'ABCDEF+Body', DescendantFonts: [descendant] }),
  )
}

export async function helvetica(document: PDFDocument): Promise<PDFRef> {
  return (await document.embedFont(StandardFonts.Helvetica)).ref
}

/** The dictionary of a kind of resource on a page, made when it is not there. */
export function setResource(
  draft: Draft,
  page: PDFPage,
  kind: string,
  name: string,
  value: PDFDict | PDFRef,
): void {
  const { Resources } = page.node.normalizedEntries()
  const known = Resources.lookup(PDFName.of(kind))
  const holder = known ?? draft.document.context.obj({})
  Resources.set(PDFName.of(kind), holder)
  if (!('set' in holder) || typeof holder.set !== 'function') throw new Error(`${kind} is no dictionary`)
  holder.set(PDFName.of(name), value)
}
