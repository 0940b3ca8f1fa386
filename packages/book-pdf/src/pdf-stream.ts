import { type PDFContext, PDFInvalidObject, type PDFObject, type PDFRef } from 'pdf-lib'

export type Write = (chunk: Uint8Array) => Promise<void>

const encoder = new TextEncoder()

/**
 * Writes a PDF object by object (ISO 32000-1 §7.5): whatever is written is dropped from the context at once, so memory
 * holds one page's picture and not the book. Only offsets are kept.
 */
export class PdfStream {
  readonly #context: PDFContext
  readonly #write: Write
  readonly #offsets = new Map<number, number>()
  #position = 0
  #buffered = 0
  /** The most bytes that were held for writing at one time. */
  peakBufferedBytes = 0

  constructor(context: PDFContext, write: Write) {
    this.#context = context
    this.#write = write
  }

  get bytes(): number {
    return this.#position
  }

  async begin(): Promise<void> {
    // Four bytes above 127 tell transfer programs that the file is binary.
    await this.#put(Uint8Array.of(...encoder.encode('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a))
  }

  /** Writes an object that the context holds and drops it. */
  async flush(ref: PDFRef): Promise<void> {
    const object = this.#context.lookup(ref)
    if (object) await this.#object(ref, object)
    this.#context.delete(ref)
  }

  /** A JPEG as an image, its bytes copied as they are (DCTDecode, §7.4.8). */
  async image(ref: PDFRef, jpeg: Uint8Array, size: { widthPx: number; heightPx: number }): Promise<void> {
    const head =
      `<< /Type /XObject /Subtype /Image /Width ${size.widthPx} /Height ${size.heightPx} /ColorSpace /DeviceRGB ` +
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`
    this.#offsets.set(ref.objectNumber, this.#position)
    await this.#put(encoder.encode(`${ref.objectNumber} ${ref.generationNumber} obj\n${head}`))
    this.#hold(jpeg.length)
    await this.#put(jpeg)
    this.#hold(-jpeg.length)
    await this.#put(encoder.encode('\nendstream\nendobj\n'))
  }

  /** Everything that is left, the cross-reference table and the trailer. `root` and `info` are references, `id` is hex. */
  async end(root: string, info: string, id: string): Promise<void> {
    for (const [ref, object] of this.#context.enumerateIndirectObjects()) await this.#object(ref, object)
    const start = this.#position
    const size = this.#context.largestObjectNumber + 1
    const lines = ['0000000000 65535 f ']
    for (let number = 1; number < size; number++) {
      const offset = this.#offsets.get(number)
      lines.push(
        offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `,
      )
    }
    await this.#put(
      encoder.encode(
        `xref\n0 ${size}\n${lines.join('\n')}\ntrailer\n<< /Size ${size} /Root ${root} /Info ${info} /ID [<${id}> <${id}>] >>\n` +
          `startxref\n${start}\n%%EOF\n`,
      ),
    )
  }

  async #object(ref: PDFRef, object: PDFObject): Promise<void> {
    if (object instanceof PDFInvalidObject) throw new Error(`object ${ref} is not valid`)
    this.#offsets.set(ref.objectNumber, this.#position)
    const size = object.sizeInBytes()
    const body = new Uint8Array(size)
    this.#hold(size)
    object.copyBytesInto(body, 0)
    await this.#put(encoder.encode(`${ref.objectNumber} ${ref.generationNumber} obj\n`))
    await this.#put(body)
    await this.#put(encoder.encode('\nendobj\n'))
    this.#hold(-size)
  }

  #hold(bytes: number): void {
    this.#buffered += bytes
    this.peakBufferedBytes = Math.max(this.peakBufferedBytes, this.#buffered)
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#position += bytes.length
    await this.#write(bytes)
  }
}
