import { setImmediate } from 'node:timers/promises'
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import sharp from 'sharp'
import { describe, test } from 'vitest'
import { writeBook } from '../src/write-book.ts'
import { samplePicture } from './sample-book.ts'
import { printedAt, sampleOrder, smallPx, writtenBook } from './written-file.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function contentsOf(object: unknown): Uint8Array {
  if (!(object instanceof PDFRawStream)) throw new Error('no stream')
  return object.getContents()
}

describe('the interior as a file', () => {
  test('has 40 pages, all of one size, with bleed and trim as the printer wants them', async ({ expect }) => {
    const { bytes, result } = await writtenBook()
    const book = await PDFDocument.load(bytes)
    expect(result).toMatchObject({ pages: 40, bytes: bytes.length })
    expect(book.getPageCount()).toBe(40)
    const sheet = { x: 0, y: 0, width: 630, height: 630 }
    for (const page of book.getPages()) {
      expect(page.getMediaBox()).toEqual(sheet)
      expect(page.getCropBox()).toEqual(sheet)
      expect(page.getBleedBox()).toEqual(sheet)
      expect(page.getTrimBox()).toEqual({ x: 9, y: 9, width: 612, height: 612 })
      expect(page.node.get(PDFName.of('ArtBox'))).toBeUndefined()
    }
  })

  test('shows the picture of its own story page on each, byte for byte', async ({ expect }) => {
    const { bytes } = await writtenBook({ storyPages: 19 })
    const book = await PDFDocument.load(bytes)
    for (const [index, page] of book.getPages().entries()) {
      const pictures = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
      const story = index - 2
      if (story < 1 || story > 19) {
        expect(pictures).toBeUndefined()
        continue
      }
      const picture = pictures?.lookup(PDFName.of('Picture'))
      expect(contentsOf(picture)).toEqual(await samplePicture(smallPx, story))
    }
  })

  test('embeds every face that it uses, as a subset', async ({ expect }) => {
    const { bytes } = await writtenBook()
    const { context } = await PDFDocument.load(bytes)
    const dictionaries = context
      .enumerateIndirectObjects()
      .flatMap(([, o]) => (o instanceof PDFDict ? [o] : []))
    const descriptors = dictionaries.filter(
      (dict) => dict.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'),
    )
    expect(descriptors.map((dict) => String(dict.get(PDFName.of('FontName')))).sort()).toEqual([
      '/FOXETA+StoryBody',
      '/FOXETB+StoryDisplay',
    ])
    for (const descriptor of descriptors) {
      const face = descriptor.lookup(PDFName.of('FontFile2'))
      if (!(face instanceof PDFRawStream)) throw new Error('a face that is not embedded')
      expect(decodePDFRawStream(face).decode().length).toBeGreaterThan(2000)
      expect(contentsOf(face).length).toBeLessThan(60_000)
    }
    const fonts = dictionaries.filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('Type0'))
    expect(fonts).toHaveLength(2)
  })

  test('finds each object at the offset that its table names', async ({ expect }) => {
    const { bytes } = await writtenBook({ storyPages: 19 })
    const file = text(bytes)
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1])
    const [, count = '', entries = ''] = /^xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(file.slice(start)) ?? []
    const lines = entries.match(/.{18} \n/g) ?? []
    expect(lines).toHaveLength(Number(count))
    for (const [number, line] of lines.entries()) {
      if (number === 0) continue
      expect(line).toMatch(/ n $/m)
      expect(file.slice(Number(line.slice(0, 10))).startsWith(`${number} 0 obj\n`)).toBe(true)
    }
  })

  test('names no child and no order in its metadata, and says that a model made the pictures', async ({
    expect,
  }) => {
    const { bytes } = await writtenBook({ name: 'Zebulon', language: 'en' })
    const book = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(book.getTitle()).toBe('Picture book')
    expect(book.getProducer()).toBe('Foxetales')
    expect(book.getCreationDate()).toEqual(printedAt)
    const file = text(bytes)
    expect(file).toContain('/Trapped /False')
    expect(file).toContain('digitalsourcetype/trainedAlgorithmicMedia')
    expect(file).not.toContain('Zebulon')
    expect(file).not.toContain('12AB34')
  })

  test('leaves a picture’s own EXIF and comments out of the book', async ({ expect }) => {
    const withExif = async (page: number | 'cover') => {
      const plain = sharp(await samplePicture(smallPx, Number(page)))
      const exif = { IFD0: { ImageDescription: 'taken at 12 Home Street' } }
      return new Uint8Array(await plain.withExif(exif).jpeg().toBuffer())
    }
    expect(text(await withExif(1))).toContain('Home Street')
    const { bytes } = await writtenBook({ storyPages: 1, image: withExif })
    expect(text(bytes)).not.toContain('Home Street')
    expect(text(bytes)).not.toContain('Exif')
  })
})

describe('the same order', () => {
  test('is the same bytes', async ({ expect }) => {
    const [first, second] = await Promise.all([
      writtenBook({ storyPages: 5 }),
      writtenBook({ storyPages: 5 }),
    ])
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  test('with one other picture or one other name has another identity', async ({ expect }) => {
    const idOf = async (wish: Parameters<typeof writtenBook>[0]) =>
      /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(text((await writtenBook({ storyPages: 3, ...wish })).bytes))?.[1]
    const ids = await Promise.all([idOf({}), idOf({ madeFrom: ['another picture'] }), idOf({ name: 'Mai' })])
    expect(new Set(ids).size).toBe(3)
    expect(ids).not.toContain(undefined)
  })
})

describe('memory', () => {
  test('holds one picture at a time, for 40 pages and for 120', async ({ expect }) => {
    const picture = await samplePicture(smallPx, 1)
    const write = (storyPages: number) => writtenBook({ storyPages, image: async () => picture })
    const short = await write(35)
    const long = await write(115)
    expect(long.result.pages).toBe(120)
    expect(long.result.bytes).toBeGreaterThan(short.result.bytes + 79 * picture.length)
    // The subset of a face may be larger than a test's small picture; neither grows with the book.
    expect(long.result.peakBufferedBytes).toBeLessThan(short.result.peakBufferedBytes * 1.1)
    expect(short.result.peakBufferedBytes).toBeGreaterThanOrEqual(picture.length)
  })

  test('holds no more than the heaviest picture of a real size, far below 32 MB', async ({ expect }) => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
    const page = { width: 2625, height: 2625, channels: 3 as const, background: '#fff', noise }
    const picture = new Uint8Array(await sharp({ create: page }).jpeg({ quality: 90 }).toBuffer())
    expect(picture.length).toBeGreaterThan(2_000_000)
    const image = async () => picture
    const { result } = await writtenBook({ storyPages: 6, image, minimumPpi: 300 })
    expect(result.bytes).toBeGreaterThan(6 * picture.length)
    expect(result.peakBufferedBytes).toBeLessThanOrEqual(picture.length)
    expect(result.peakBufferedBytes).toBeLessThan(32_000_000)
  })

  test('asks for a picture only when the one before has been written', async ({ expect }) => {
    const events: string[] = []
    let picture = new Uint8Array()
    await writeBook({
      ...(await sampleOrder({ storyPages: 3, minimumPpi: 1 })),
      image: async (page) => {
        events.push(`ask ${page}`)
        picture = new Uint8Array(await samplePicture(64, Number(page)))
        return picture
      },
      write: async (chunk) => {
        await setImmediate()
        const isLastPart = chunk.byteOffset + chunk.length === picture.length
        if (chunk.buffer === picture.buffer && isLastPart) events.push('written')
      },
    })
    expect(events).toEqual(['ask 1', 'written', 'ask 2', 'written', 'ask 3', 'written'])
  })
})
