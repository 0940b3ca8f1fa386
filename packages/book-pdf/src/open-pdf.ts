import { PDFContext, PDFHexString, type PDFRef, PDFString } from 'pdf-lib'
import { describeFile, producer } from './describe-file.ts'
import { type EmbeddedFace, embedFace } from './embed-face.ts'
import type { OpenFaces } from './open-face.ts'
import { openPdfStream, type StreamedFile, type Write } from './pdf-stream.ts'
import type { PrintableJpeg } from './read-jpeg.ts'

/** `[x y right upper]` in points. */
export type PdfBox = readonly [number, number, number, number]

export interface PdfOrder {
  readonly faces: OpenFaces
  readonly write: Write
  /** The date in the file; the same date makes the same bytes. */
  readonly now: Date
  readonly language: string
  /** All that makes this file differ from another; the file's `/ID` is its hash. */
  readonly identity: string
}

export interface PdfPage {
  readonly mediaBox: PdfBox
  readonly trimBox: PdfBox
  readonly content: string
  /** Drawn by the content under the name `Picture`. */
  readonly picture?: PrintableJpeg
}

/** A PDF that is being written. */
export interface OpenPdf {
  readonly faces: OpenFaces
  readonly embedded: { readonly body: EmbeddedFace; readonly display: EmbeddedFace }
  addPage(page: PdfPage): Promise<void>
  end(): Promise<WrittenPdf>
}

export interface WrittenPdf extends StreamedFile {
  readonly pages: number
}

/** Begins a file. Its information names the house and the date, and never a child. */
export async function openPdf(order: PdfOrder): Promise<OpenPdf> {
  const context = PDFContext.create()
  const stream = openPdfStream(context, order.write)
  const { faces } = order
  const embedded = {
    body: await embedFace(context, faces.body, { fontName: 'FOXETA+StoryBody', resourceName: 'Body' }),
    display: await embedFace(context, faces.display, {
      fontName: 'FOXETB+StoryDisplay',
      resourceName: 'Display',
    }),
  }
  const pageTree = context.nextRef()
  const pages: PDFRef[] = []
  await stream.begin()

  async function addPage(page: PdfPage): Promise<void> {
    const resources = { Font: usedFonts([embedded.body, embedded.display], page.content) }
    const xObjects = page.picture ? { XObject: { Picture: await addImage(page.picture) } } : {}
    const contents = context.nextRef()
    await stream.object(contents, context.flateStream(page.content))
    const ref = context.nextRef()
    const dictionary = context.obj({
      Type: 'Page',
      Parent: pageTree,
      // An ArtBox beside a TrimBox would contradict it (ISO 15930).
      MediaBox: [...page.mediaBox],
      CropBox: [...page.mediaBox],
      BleedBox: [...page.mediaBox],
      TrimBox: [...page.trimBox],
      Resources: { ...resources, ...xObjects },
      Contents: contents,
    })
    await stream.object(ref, dictionary)
    pages.push(ref)
  }

  async function addImage(picture: PrintableJpeg): Promise<PDFRef> {
    const ref = context.nextRef()
    await stream.image(ref, picture)
    return ref
  }

  async function end(): Promise<WrittenPdf> {
    await embedded.body.finish()
    await embedded.display.finish()
    context.assign(pageTree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))
    const metadata = context.stream(describeFile(order.now), { Type: 'Metadata', Subtype: 'XML' })
    const root = context.register(
      context.obj({
        Type: 'Catalog',
        Pages: pageTree,
        Lang: PDFString.of(order.language),
        Metadata: context.register(metadata),
      }),
    )
    const info = context.register(information(context, order.now))
    return { pages: pages.length, ...(await stream.end(root, info, await fileId(order))) }
  }

  return { faces, embedded, addPage, end }
}

function usedFonts(faces: readonly EmbeddedFace[], content: string): Record<string, PDFRef> {
  const used = faces.filter((face) => content.includes(`/${face.resourceName} `))
  return Object.fromEntries(used.map((face) => [face.resourceName, face.ref]))
}

function information(context: PDFContext, now: Date) {
  return context.obj({
    Title: PDFHexString.fromText('Picture book'),
    Producer: PDFHexString.fromText(producer),
    CreationDate: PDFString.fromDate(now),
    ModDate: PDFString.fromDate(now),
    Trapped: 'False',
  })
}

/** 16 bytes in hex (ISO 32000-1 §14.4). Of what the file is made from, for then it is known before a byte is written. */
async function fileId({ identity, now }: PdfOrder): Promise<string> {
  const told = new TextEncoder().encode(`${now.toISOString()} ${identity}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', told))
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
