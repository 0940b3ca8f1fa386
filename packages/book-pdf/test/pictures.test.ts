import sharp, { type JpegOptions, type Sharp } from 'sharp'
import { describe, test } from 'vitest'
import { BookImageError } from '../src/book-errors.ts'
import { readJpeg } from '../src/read-jpeg.ts'
import { readPrintImage } from '../src/read-print-image.ts'
import { samplePicture } from './sample-book.ts'
import { writtenBook } from './written-file.ts'

const grey = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: '#888' } })
const jpeg = async (image: Sharp, options: JpegOptions = {}) =>
  new Uint8Array(await image.jpeg(options).toBuffer())
const page = { sidePt: 630, minimumPpi: 300 }

function faultOf(read: () => unknown): BookImageError {
  try {
    read()
  } catch (error) {
    if (error instanceof BookImageError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a picture for print', () => {
  test('is taken at exactly 300 ppi and refused one pixel below', async ({ expect }) => {
    const enough = await jpeg(grey(2625))
    expect(readPrintImage(enough, 'page 7', page)).toMatchObject({ widthPx: 2625, heightPx: 2625 })
    const small = await jpeg(grey(2624))
    const error = faultOf(() => readPrintImage(small, 'page 7', page))
    expect(error).toMatchObject({ fault: 'too-small', page: 'page 7' })
    expect(error.message).toBe('page 7: is 2624 px wide (299 ppi); 300 ppi need 2625 px')
  })

  test('may be baseline or progressive', async ({ expect }) => {
    for (const progressive of [false, true]) {
      const bytes = await jpeg(grey(64), { progressive })
      expect(readJpeg(bytes, 'page 1')).toMatchObject({ widthPx: 64, heightPx: 64 })
    }
  })

  test.for([
    ['b-w', 1],
    ['cmyk', 4],
  ] as const)('in %s is refused for its %i components', async ([space, components], { expect }) => {
    const bytes = await jpeg(grey(64).toColourspace(space))
    const error = faultOf(() => readJpeg(bytes, 'page 2'))
    expect(error.fault).toBe('components')
    expect(error.message).toBe(`page 2: has ${components} colour components instead of 3`)
  })

  test('that is not square is refused', async ({ expect }) => {
    const bytes = await jpeg(grey(2700, 2625))
    expect(faultOf(() => readPrintImage(bytes, 'page 1', page)).fault).toBe('not-square')
  })

  test('of another kind of file is refused', async ({ expect }) => {
    const png = new Uint8Array(await grey(8).png().toBuffer())
    expect(faultOf(() => readJpeg(png, 'page 1')).fault).toBe('not-jpeg')
    expect(faultOf(() => readJpeg(new Uint8Array(), 'page 1')).fault).toBe('not-jpeg')
  })

  test('whose bytes break off anywhere is refused', async ({ expect }) => {
    const bytes = await samplePicture(64, 1)
    for (let length = 0; length < bytes.length; length += 7) {
      const broken = bytes.subarray(0, length)
      expect(faultOf(() => readJpeg(broken, 'page 1')).fault).toMatch(/^(not-jpeg|truncated)$/)
    }
  })

  test('in a coding that PDF does not know is refused', async ({ expect }) => {
    const bytes = await jpeg(grey(64))
    const frameAt = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0]))
    bytes[frameAt + 1] = 0xc9
    expect(faultOf(() => readJpeg(bytes, 'page 1')).fault).toBe('unsupported-coding')
  })
})

test('a bad picture in the middle of a book ends the book with that page’s name', async ({ expect }) => {
  const write = writtenBook({
    storyPages: 3,
    image: (number) => samplePicture(number === 2 ? 100 : 320, Number(number)),
  })
  await expect(write).rejects.toMatchObject({ name: 'BookImageError', page: 'page 2', fault: 'too-small' })
})
