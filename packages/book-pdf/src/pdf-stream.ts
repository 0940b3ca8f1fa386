import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib'
import type { PrintableJpeg } from './read-jpeg.ts'

/** Takes the next bytes of the file; a write that is awaited slowly slows the book down, and nothing piles up. */
export type Write = (chunk: Uint8Array) => Promise<void>

export interface StreamedFile {
  readonly bytes: number
  /** The most bytes of objects that were held for writing at one time; about one picture, however long the book. */
  readonly peakBufferedBytes: number
}

/** Writes a PDF object by object, in any order. */
export interface PdfStream {
  begin(): Promise<void>
  /** Writes an object under the number of `ref`; nobody needs to keep it. */
  object(ref: PDFRef, object: PDFObject): Promise<void>
  /** Writes a picture, its coded bytes as they are. */
  image(ref: PDFRef, jpeg: PrintableJpeg): Promise<void>
  /** Writes every object that the context still holds, the cross-reference table and the trailer with `id` (hex). */
  end(root: PDFRef, info: PDFRef, id: string): Promise<StreamedFile>
}

const encoder = new TextEncoder()
/** Four bytes above 127 tell transfer programs that the file is binary. */
const binaryMark = Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a)
const freeEntry = '0000000000 65535 f '

/**
 * A PDF 1.7 file with a classic cross-reference table (ISO 32000-1 §7.5), written front to back: an object is dropped as
 * soon as it is written, so memory holds one page's picture and not the book. Of what was written only the offsets are
 * kept.
 */
export function openPdfStream(context: PDFContext, write: Write): PdfStream {
  const offsets = new Map<number, number>()
  let position = 0
  let held = 0
  let peakBufferedBytes = 0

  async function put(bytes: Uint8Array): Promise<void> {
    position += bytes.length
    await write(bytes)
  }

  async function hold<Result>(bytes: number, work: () => Promise<Result>): Promise<Result> {
    held += bytes
    peakBufferedBytes = Math.max(peakBufferedBytes, held)
    const result = await work()
    held -= bytes
    return result
  }

  async function object(ref: PDFRef, value: PDFObject): Promise<void> {
    const bytes = objectBytes(ref, value)
    offsets.set(ref.objectNumber, position)
    await hold(bytes.length, () => put(bytes))
  }

  return {
    object,

    async begin() {
      await put(encoder.encode('%PDF-1.7\n'))
      await put(binaryMark)
    },

    async image(ref, jpeg) {
      offsets.set(ref.objectNumber, position)
      await hold(jpeg.bytes, async () => {
        const head = encoder.encode(imageHead(ref, jpeg))
        for (const part of [head, ...jpeg.parts]) await put(part)
        await put(encoder.encode('\nendstream\nendobj\n'))
      })
    },

    async end(root, info, id) {
      for (const [ref, value] of context.enumerateIndirectObjects()) {
        await object(ref, value)
        context.delete(ref)
      }
      const size = context.largestObjectNumber + 1
      const trailer = `<< /Size ${size} /Root ${root} /Info ${info} /ID [<${id}> <${id}>] >>`
      const start = position
      await put(
        encoder.encode(`${crossReferences(offsets, size)}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`),
      )
      return { bytes: position, peakBufferedBytes }
    },
  }
}

function objectBytes(ref: PDFRef, value: PDFObject): Uint8Array {
  const head = encoder.encode(`${ref.objectNumber} ${ref.generationNumber} obj\n`)
  const tail = encoder.encode('\nendobj\n')
  const size = value.sizeInBytes()
  const bytes = new Uint8Array(head.length + size + tail.length)
  bytes.set(head)
  value.copyBytesInto(bytes, head.length)
  bytes.set(tail, head.length + size)
  return bytes
}

/** A JPEG as an image whose bytes are copied as they are (DCTDecode, §7.4.8); a page's RGB is sRGB to photo printers. */
function imageHead(ref: PDFRef, jpeg: PrintableJpeg): string {
  return (
    `${ref.objectNumber} ${ref.generationNumber} obj\n` +
    `<< /Type /XObject /Subtype /Image /Width ${jpeg.widthPx} /Height ${jpeg.heightPx} ` +
    `/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.bytes} >>\nstream\n`
  )
}

/** Entries are 20 bytes each (§7.5.4), line end included. */
function crossReferences(offsets: ReadonlyMap<number, number>, size: number): string {
  const entries = [freeEntry]
  for (let number = 1; number < size; number++) {
    const offset = offsets.get(number)
    entries.push(offset === undefined ? freeEntry : `${String(offset).padStart(10, '0')} 00000 n `)
  }
  return `xref\n0 ${size}\n${entries.join('\n')}\n`
}
