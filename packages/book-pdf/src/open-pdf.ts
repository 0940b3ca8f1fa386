import { PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef, PDFString } from 'pdf-lib'
import { PdfStream, type Write } from './pdf-stream.ts'
import { type BookFonts, embedFace, type Face, fontEngine } from './typeset.ts'

/** A PDF that is being written: pages are made through the document, and leave through the stream. */
export interface OpenPdf {
  readonly document: PDFDocument
  readonly stream: PdfStream
  readonly body: Face
  readonly display: Face
  readonly info: PDFRef
}

export interface WrittenPdf {
  readonly pages: number
  readonly bytes: number
  readonly peakBufferedBytes: number
}

/**
 * Begins a file. Names and dates are fixed by the caller, so that the same book is the same bytes; nothing personal goes
 * into the information dictionary.
 */
export async function openPdf(order: { fonts: BookFonts; write: Write; now: Date }): Promise<OpenPdf> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(fontEngine)
  const { context } = document
  const info = context.register(
    context.obj({
      Title: PDFHexString.fromText('Picture book'),
      Producer: PDFHexString.fromText('Foxetales'),
      CreationDate: PDFString.fromDate(order.now),
      ModDate: PDFString.fromDate(order.now),
      Trapped: 'False',
    }),
  )
  const stream = new PdfStream(context, order.write)
  await stream.begin()
  return {
    document,
    stream,
    info,
    body: await embedFace(document, order.fonts.body, 'FOXETA+StoryBody', 'FB'),
    display: await embedFace(document, order.fonts.display, 'FOXETB+StoryDisplay', 'FD'),
  }
}

/** Gives the page the faces that its content names. The content goes out at once, the small page dictionary at the end. */
export async function finishPage(pdf: OpenPdf, page: PDFPage, content: string): Promise<void> {
  for (const face of [pdf.body, pdf.display]) {
    if (content.includes(`/${face.resourceName} `)) {
      page.node.setFontDictionary(PDFName.of(face.resourceName), face.font.ref)
    }
  }
  const { context } = pdf.document
  const ref = context.register(context.flateStream(content))
  page.node.set(PDFName.of('Contents'), ref)
  await pdf.stream.flush(ref)
}

/** Embeds the glyphs that were used, writes all that is left and closes the file. `identity` makes its `/ID`. */
export async function endPdf(pdf: OpenPdf, identity: string): Promise<WrittenPdf> {
  const { document, stream } = pdf
  await document.flush()
  const root = document.context.trailerInfo.Root
  if (!root) throw new Error('the document has no catalogue')
  await stream.end(root.toString(), pdf.info.toString(), await hashOf(identity))
  return { pages: document.getPageCount(), bytes: stream.bytes, peakBufferedBytes: stream.peakBufferedBytes }
}

/** 32 hex digits, as the file identifier wants 16 bytes. */
async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
