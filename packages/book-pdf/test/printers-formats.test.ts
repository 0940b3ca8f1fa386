import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PrintFormat } from '@foxetales/shared-schemas/print-format'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, test } from 'vitest'
import { casewrapFormat, coverGeometry } from '../src/cover-geometry.ts'
import { planInterior } from '../src/plan-interior.ts'
import { preflight } from '../src/preflight/preflight.ts'
import { planPrint } from '../src/print-plan.ts'
import { proofOverlay } from '../src/proof-overlay.ts'
import { sampleTemplate } from './sample-book.ts'
import { type BookWish, smallPicturePpi, writtenBook } from './written-file.ts'

const mm = 72 / 25.4
/** As a printer of 21 cm squares wants it: pages cut to size, covers among them. */
const coversAsPages: PrintFormat = {
  ...casewrapFormat,
  id: 'covers-as-pages',
  files: 'covers-as-pages',
  trimPt: 210 * mm,
  bleedPt: 0,
  pages: { fewest: 24, most: 300, multiple: 2 },
}
/** As a printer of 20 cm squares wants it: the cover's sheet first, endpapers within. */
const sheetFirst: PrintFormat = {
  ...casewrapFormat,
  id: 'sheet-first',
  files: 'sheet-first',
  trimPt: 200 * mm,
  bleedPt: 3 * mm,
  pages: { fewest: 28, most: 200, multiple: 2 },
  blankEndpapers: true,
}

/** A scene of its own on every page: noise, and a disc whose place tells the page. */
async function scene(master: number | 'cover', px = 420): Promise<Uint8Array> {
  const number = master === 'cover' ? 40 : master
  const [x, y] = [((number * 37) % 70) + 15, ((number * 53) % 70) + 15]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${px}" height="${px}" viewBox="0 0 100 100"><rect width="100" height="100" fill="hsl(${number * 47} 40% 70%)"/><circle cx="${x}" cy="${y}" r="14" fill="hsl(${number * 91} 60% 35%)"/></svg>`
  const grain = { width: px, height: px, channels: 3 as const, background: '#888' }
  const noise = await sharp({ create: { ...grain, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
    .png()
    .toBuffer()
  const picture = sharp(Buffer.from(svg)).composite([{ input: noise, blend: 'soft-light' }])
  return new Uint8Array(await picture.removeAlpha().jpeg({ quality: 88 }).toBuffer())
}

const kept = new Map<number | 'cover', Promise<Uint8Array>>()
const picture = (master: number | 'cover') => {
  const known = kept.get(master) ?? scene(master)
  kept.set(master, known)
  return known
}

const written = (wish: BookWish) => writtenBook({ image: picture, ...wish })

function planOf(format: PrintFormat, storyPages: number) {
  const words = {
    childName: 'Mai',
    pronouns: 'she',
    language: 'en',
    orderCode: 'FX',
    typeface: 'Literata',
  } as const
  return planPrint(format, planInterior({ ...words, template: sampleTemplate(storyPages) }))
}

describe('one book for different printers', () => {
  test('is two files, or one with the covers where that printer wants them', ({ expect }) => {
    const kinds = (format: PrintFormat) => {
      const { book, cover, declaredPages } = planOf(format, 35)
      const ends = [book[0]?.kind, book.at(-1)?.kind]
      return { ends, pages: book.length, covers: cover.length, declaredPages }
    }
    expect(kinds(casewrapFormat)).toEqual({
      ends: ['interior', 'interior'],
      pages: 40,
      covers: 1,
      declaredPages: 40,
    })
    expect(kinds(coversAsPages)).toEqual({
      ends: ['front-cover', 'back-cover'],
      pages: 42,
      covers: 0,
      declaredPages: 42,
    })
    expect(kinds(sheetFirst)).toEqual({
      ends: ['cover-sheet', 'endpaper'],
      pages: 43,
      covers: 0,
      declaredPages: 42,
    })
    expect(planOf(sheetFirst, 35).book[1]?.kind).toBe('endpaper')
  })

  test('is filled with blanks before its colophon, never at its end, until the printer’s count is right', ({
    expect,
  }) => {
    const { book, declaredPages } = planOf(
      { ...coversAsPages, pages: { fewest: 24, most: 300, multiple: 4 } },
      35,
    )
    expect(declaredPages).toBe(44)
    const roles = book.flatMap((page) =>
      page.kind === 'interior' && page.page.kind === 'text' ? [page.page.role] : [],
    )
    expect(roles).toEqual(['title', 'copyright', 'dedication', 'end', 'blank', 'blank', 'colophon'])
    expect(() => planOf({ ...sheetFirst, pages: { fewest: 28, most: 40, multiple: 2 } }, 35)).toThrow(
      'sheet-first holds 28 to 40 pages; this book would have 42',
    )
  })

  test.for([
    ['covers-as-pages', coversAsPages],
    ['sheet-first', sheetFirst],
  ] as const)('passes the look before printing as %s', async ([, format], { expect }) => {
    const { bytes, order, result } = await written({ format, storyPages: 23 })
    const expected = { ...order, declaredPages: 30, bytes: result.bytes, minimumPpi: smallPicturePpi }
    const pieces = (async function* () {
      yield bytes
    })()
    expect(await preflight(pieces, expected)).toEqual([])
    const pages = (await PDFDocument.load(bytes)).getPages()
    const side = format.trimPt + 2 * format.bleedPt
    expect(pages[2]?.getWidth()).toBeCloseTo(side, 2)
    expect(pages[2]?.getTrimBox().width).toBeCloseTo(format.trimPt, 2)
  })
})

const hasPdftoppm = spawnSync('pdftoppm', ['-v']).error === undefined

/** Renders pages with poppler, as raw RGB of `px` square. */
async function rendered(bytes: Uint8Array, px: number, from: number, to: number): Promise<Buffer[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'book-pdf-render-'))
  try {
    const file = path.join(folder, 'book.pdf')
    await writeFile(file, bytes)
    const range = ['-f', String(from), '-l', String(to), '-scale-to', String(px)]
    spawnSync('pdftoppm', [...range, '-png', file, path.join(folder, 'p')])
    const digits = String((await PDFDocument.load(bytes)).getPageCount()).length
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    return await Promise.all(
      numbers.map((number) =>
        sharp(path.join(folder, `p-${String(number).padStart(digits, '0')}.png`))
          .removeAlpha()
          .raw()
          .toBuffer(),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Pearson's correlation of two pictures' bytes below the text box: 1 for the same picture. */
function likeness(one: Buffer, other: Buffer, px: number): number {
  const from = Math.ceil(px * 0.34) * px * 3
  const [a, b] = [one.subarray(from), other.subarray(from)]
  const mean = (bytes: Buffer) => bytes.reduce((sum, byte) => sum + byte, 0) / bytes.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [product, squaresA, squaresB] = [0, 0, 0]
  for (let at = 0; at < a.length; at++) {
    const [da, db] = [(a[at] ?? 0) - meanA, (b[at] ?? 0) - meanB]
    product += da * db
    squaresA += da * da
    squaresB += db * db
  }
  return product / Math.sqrt(squaresA * squaresB)
}

// Runs where `apt install poppler-utils` was done.
describe.skipIf(!hasPdftoppm)('pages rendered by poppler', () => {
  test('show the masters: each its own, and no other', async ({ expect }) => {
    const px = 140
    const { bytes } = await written({ storyPages: 8, language: 'en' })
    const pages = await rendered(bytes, px, 4, 11)
    const masters = await Promise.all(
      pages.map(async (_, index) =>
        sharp(await picture(index + 1))
          .resize(px, px)
          .raw()
          .toBuffer(),
      ),
    )
    for (const [index, page] of pages.entries()) {
      const scores = masters.map((master) => likeness(page, master, px))
      expect(scores[index]).toBeGreaterThan(0.97)
      expect(Math.max(...scores.filter((_, other) => other !== index))).toBeLessThan(0.9)
    }
  })

  test('are the same picture for a printer without bleed, less what is cut', async ({ expect }) => {
    const px = 140
    const { bytes } = await written({ storyPages: 3, language: 'en', format: coversAsPages })
    const [page] = await rendered(bytes, px, 5, 5)
    const cut = Math.round((420 * 9) / 630)
    const inner = { left: cut, top: cut, width: 420 - 2 * cut, height: 420 - 2 * cut }
    const master = await sharp(await picture(1))
      .extract(inner)
      .resize(px, px)
      .raw()
      .toBuffer()
    expect(likeness(page ?? Buffer.alloc(0), master, px)).toBeGreaterThan(0.97)
  })
})

test('a proof shows where it is cut and says on every page that it is one', async ({ expect }) => {
  const sheet = coverGeometry(24)
  const overlay = proofOverlay(casewrapFormat, sheet, 'en')
  const { bytes } = await written({ storyPages: 3, language: 'en', overlay })
  const { readPdf } = await import('../src/preflight/read-pdf.ts')
  const { inflated } = await import('../src/preflight/check-words.ts')
  const { latin } = await import('../src/preflight/pdf-values.ts')
  const file = await readPdf(
    (async function* () {
      yield bytes
    })(),
  )
  let marked = 0
  for (const { value, stream } of file.objects.values()) {
    if (!stream || (value instanceof Map && value.has('Subtype'))) continue
    const content = latin(await inflated(value, stream.head))
    if (!content.includes('1 Tr')) continue
    marked += 1
    expect(content).toContain('9 9 612 612 re S')
  }
  expect(marked).toBe(24)
})
