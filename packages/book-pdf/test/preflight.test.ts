import sharp from 'sharp'
import { describe, test } from 'vitest'
import type { BookProblemCode } from '../src/preflight/book-problem.ts'
import { type ExpectedFile, preflight } from '../src/preflight/preflight.ts'
import {
  type BookWish,
  childName,
  sampleOrder,
  smallPicturePpi,
  smallPx,
  writtenBook,
} from './written-file.ts'

/** Pictures as rich as painted pages, so that none is taken for a flat one. */
const painted = new Map<number, Uint8Array>()
async function paintedPicture(master: number | 'cover'): Promise<Uint8Array> {
  const number = Number(master === 'cover' ? 0 : master)
  const known = painted.get(number)
  if (known) return known
  const noise = { type: 'gaussian' as const, mean: 90 + number * 6, sigma: 12 }
  const create = { width: smallPx, height: smallPx, channels: 3 as const, background: '#fff', noise }
  const picture = new Uint8Array(await sharp({ create }).jpeg({ quality: 80 }).toBuffer())
  painted.set(number, picture)
  return picture
}

const wish = (changes: BookWish = {}): BookWish => ({ storyPages: 3, image: paintedPicture, ...changes })

async function written(changes: BookWish = {}) {
  const { order, bytes, result } = await writtenBook(wish(changes))
  const { pages, format, sheet, cover } = order
  const expected: ExpectedFile = {
    pages,
    format,
    sheet,
    cover,
    declaredPages: changes.file === 'cover' ? 24 : pages.length,
    bytes: result.bytes,
    minimumPpi: smallPicturePpi,
  }
  return { bytes, expected }
}

/** In pieces that end anywhere, as a network hands them over. */
async function* inPieces(bytes: Uint8Array, size = 4093): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function found(bytes: Uint8Array, expected: ExpectedFile) {
  return preflight(inPieces(bytes), expected)
}

const good = await written()
const goodCover = await written({ file: 'cover' })

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Replaces the `nth` (from 0) occurrence; same length unless the table is rewritten by `repaired`. */
function replaced(bytes: Uint8Array, from: string | RegExp, to: string, nth = 0): Uint8Array {
  const text = latin(bytes)
  const pattern = typeof from === 'string' ? from : new RegExp(from.source, 'g')
  const places = [...text.matchAll(typeof pattern === 'string' ? new RegExp(escaped(pattern), 'g') : pattern)]
  const place = places[nth]
  if (!place) throw new Error(`${from} is not in the file`)
  const changed = text.slice(0, place.index) + to + text.slice(place.index + place[0].length)
  return repaired(changed)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The file with a table that is right again, so that only what was meant to be wrong is wrong. */
function repaired(text: string): Uint8Array {
  const start = text.lastIndexOf('\nxref\n') + 1
  const offsets = new Map<number, number>()
  for (const match of text.slice(0, start).matchAll(/(?:^|\n)(\d+) 0 obj\n/g))
    offsets.set(Number(match[1]), match.index + (match[0].startsWith('\n') ? 1 : 0))
  const table = text
    .slice(start)
    .replace(/\d{10} 00000 n /g, '#')
    .split('#')
  let number = 0
  const filled = table.reduce((whole, piece) => {
    number += 1
    return `${whole}${String(offsets.get(number) ?? 0).padStart(10, '0')} 00000 n ${piece}`
  })
  const end = filled.replace(/startxref\n\d+/, `startxref\n${start}`)
  return new Uint8Array(Buffer.from(text.slice(0, start) + end, 'latin1'))
}

type Mutation = readonly [
  reason: string,
  code: BookProblemCode,
  mutate: () => Promise<{ bytes: Uint8Array; expected: ExpectedFile }>,
]

const edit =
  (from: string | RegExp, to: string, nth = 0) =>
  async () => {
    const bytes = replaced(good.bytes, from, to, nth)
    return { bytes, expected: { ...good.expected, bytes: bytes.length } }
  }
const raw = (change: (text: string) => string) => async () => {
  const bytes = new Uint8Array(Buffer.from(change(latin(good.bytes)), 'latin1'))
  return { bytes, expected: { ...good.expected, bytes: bytes.length } }
}
const rewritten =
  (changes: BookWish, expected: Partial<ExpectedFile> = {}) =>
  async () => {
    const other = await written(changes)
    return { bytes: other.bytes, expected: { ...good.expected, bytes: other.bytes.length, ...expected } }
  }
const drawnOver = (operators: string) =>
  rewritten({ overlay: (_pdf, _page, number) => (number === 5 ? operators : '') })
const withPicture = (page: number, picture: () => Promise<Uint8Array>) =>
  rewritten({ image: async (master) => (master === page ? picture() : paintedPicture(master)) })

const mutations: readonly Mutation[] = [
  ['is no PDF', 'not_pdf', raw((text) => text.replace('%PDF-1.7', '%PS-Adobe'))],
  ['breaks off before its table', 'broken_off', raw((text) => text.slice(0, text.lastIndexOf('\nxref')))],
  ['breaks off within a picture', 'object_damaged', raw((text) => text.slice(0, 60_000))],
  ['has a stream longer than it says', 'object_damaged', edit(/\/Length (\d{3})\b/, '/Length 101', 0)],
  [
    'has a table that points elsewhere',
    'xref_wrong',
    raw((text) => text.replace(/(\d{9})\d 00000 n /, '$13 00000 n ')),
  ],
  [
    'says another place for its table',
    'xref_wrong',
    raw((text) => text.replace(/startxref\n\d/, 'startxref\n9')),
  ],
  ['is locked', 'encrypted', edit('/ID [<', '/Encrypt 1 0 R /ID [<')],
  ['acts when it is opened', 'active_content', edit('/Type /Catalog', '/Type /Catalog /OpenAction [1 0 R]')],
  ['has a page that acts', 'active_content', edit('/Type /Page\n', '/Type /Page\n/AA << >>\n')],
  [
    'names the child in its metadata',
    'personal_metadata',
    edit('Picture book</rdf:li>', `${Buffer.from(childName).toString('latin1')}`),
  ],
  [
    'was changed in the store',
    'file_changed',
    async () => ({ bytes: good.bytes, expected: { ...good.expected, bytes: good.bytes.length + 1 } }),
  ],
  [
    'has a page too few',
    'page_count',
    rewritten({}, { pages: [...good.expected.pages, { kind: 'endpaper' }] }),
  ],
  ['has an odd number of pages', 'page_rule', rewritten({}, { declaredPages: 25 })],
  ['has fewer pages than the printer binds', 'page_rule', rewritten({}, { declaredPages: 22 })],
  ['counts its pages wrongly', 'page_tree', edit('/Count 24', '/Count 23')],
  ['lists a page that is not there', 'page_tree', edit(/\/Kids \[ \d+ 0 R/, '/Kids [ 1 0 R')],
  [
    'has a page of another size',
    'page_size',
    edit(/\/MediaBox \[ 0 0 630 630 \]/, '/MediaBox [ 0 0 630 612 ]', 4),
  ],
  ['has a page that is turned', 'page_rotated', edit('/Type /Page\n', '/Type /Page\n/Rotate 90\n', 4)],
  ['hides the edge of a page', 'crop_box', edit('/CropBox [ 0 0 630 630 ]', '/CropBox [ 9 9 621 621 ]', 4)],
  ['has no bleed', 'bleed_box', edit('/BleedBox [ 0 0 630 630 ]', '/BleedBox [ 9 9 621 621 ]', 4)],
  ['is cut elsewhere', 'trim_box', edit('/TrimBox [ 9 9 621 621 ]', '/TrimBox [ 0 0 630 630 ]', 4)],
  ['has an ArtBox', 'art_box', edit('/Type /Page\n', '/Type /Page\n/ArtBox [ 9 9 621 621 ]\n', 4)],
  ['has a note on a page', 'annotation', edit('/Type /Page\n', '/Type /Page\n/Annots [ 1 0 R ]\n', 4)],
  [
    'has a page with a group',
    'transparency',
    edit('/Type /Page\n', '/Type /Page\n/Group << /S /Transparency >>\n', 4),
  ],
  ['draws through glass', 'transparency', drawnOver('/Half gs\n')],
  ['uses an operator that books do not', 'foreign_operator', drawnOver('/Mark BMC EMC\n')],
  [
    'has a page that cannot be unpacked',
    'content_unreadable',
    edit('/Filter /FlateDecode', '/Filter /Unknown', 0),
  ],
  ['uses a typeface that is not there', 'font_missing', edit(/\/Font <<\n\/Body/, '/Font <<\n/Bodi', 3)],
  ['does not embed a typeface', 'font_not_embedded', edit('/FontFile2', '/FontFile9')],
  ['cannot be searched', 'font_not_mapped', edit('/ToUnicode', '/ToUnicorn')],
  ['tells another story', 'words_differ', rewritten({ name: 'Mai' }, {})],
  [
    'has another child’s name on its cover',
    'words_differ',
    async () => {
      const other = await written({ file: 'cover', name: 'Mai' })
      return { bytes: other.bytes, expected: { ...goodCover.expected, bytes: other.bytes.length } }
    },
  ],
  [
    'kept a placeholder',
    'placeholder',
    async () => {
      const [title, ...rest] = good.expected.pages
      if (title?.kind !== 'interior' || title.page.kind !== 'text') throw new Error('no title page')
      const page = { ...title.page, paragraphs: ['{name} and the Sample'] }
      const pages = [{ kind: 'interior' as const, page }, ...rest]
      const order = await sampleOrder(wish())
      const chunks: Uint8Array[] = []
      const { writeBook } = await import('../src/write-book.ts')
      await writeBook({ ...order, pages, write: async (chunk) => void chunks.push(chunk.slice()) })
      const bytes = new Uint8Array(Buffer.concat(chunks))
      return { bytes, expected: { ...good.expected, pages, bytes: bytes.length } }
    },
  ],
  ['lost a page’s picture', 'picture_missing', edit(/\/Picture \d+ 0 R/, '/Picture 999 0 R', 1)],
  ['draws a picture twice', 'picture_extra', drawnOver('q 99 0 0 99 0 0 cm /Picture Do Q\n')],
  ['has a picture that is too small', 'picture_small', rewritten({}, { minimumPpi: 300 })],
  ['has a picture one pixel below the limit', 'picture_small', rewritten({}, { minimumPpi: 36.7 })],
  [
    'has a picture with glass in it',
    'picture_alpha',
    edit('/Subtype /Image', '/Subtype /Image /SMask 1 0 R', 1),
  ],
  ['has a grey picture', 'picture_colour', edit('/ColorSpace /DeviceRGB', '/ColorSpace /DeviceGray', 1)],
  [
    'has a picture in ink colours',
    'picture_colour',
    edit('/ColorSpace /DeviceRGB', '/ColorSpace /DeviceCMYK', 1),
  ],
  ['has a picture in another coding', 'picture_coding', edit('/Filter /DCTDecode', '/Filter /JPXDecode', 1)],
  [
    'has a picture whose end is lost',
    'picture_damaged',
    edit(/\xff\xd9\nendstream/, '\x00\x00\nendstream', 1),
  ],
  ['has a picture of another size than it says', 'picture_damaged', edit(/\/Width 320/, '/Width 321', 1)],
  [
    'has a picture that leaves an edge white',
    'picture_short',
    async () => {
      const order = await sampleOrder(wish({ format: { ...good.expected.format, bleedPt: 9, trimPt: 600 } }))
      return rewritten({ format: order.format }, {})()
    },
  ],
  ['has a picture of one colour', 'picture_flat', withPicture(2, () => flat(2625))],
  ['shows one picture twice', 'page_repeated', withPicture(3, () => paintedPicture(2))],
  [
    'has a page with nothing on it',
    'page_blank',
    rewritten({}, { pages: good.expected.pages.with(4, { kind: 'endpaper' }) }),
  ],
]

const flat = async (px: number) =>
  new Uint8Array(
    await sharp({ create: { width: px, height: px, channels: 3, background: '#88a0c0' } })
      .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      .toBuffer(),
  )

describe('the look before printing', () => {
  test('finds nothing wrong with a book, its cover, or the files of other printers', async ({ expect }) => {
    expect(await found(good.bytes, good.expected)).toEqual([])
    expect(await found(goodCover.bytes, goodCover.expected)).toEqual([])
  })

  test('reads the same whatever the pieces are that the bytes come in', async ({ expect }) => {
    for (const size of [1 << 20, 977]) {
      expect(await preflight(inPieces(good.bytes, size), good.expected)).toEqual([])
    }
  })

  test.for(mutations)('catches a book that %s', async ([, code, mutate], { expect }) => {
    const { bytes, expected } = await mutate()
    const problems = await found(bytes, expected)
    expect(problems.map((problem) => problem.code)).toContain(code)
  })

  test('names the page, and no child', async ({ expect }) => {
    const { bytes, expected } = await withPicture(2, () => flat(2625))()
    const problems = await found(bytes, expected)
    expect(problems).toEqual([{ code: 'picture_flat', page: 5, message: 'The picture is one flat colour.' }])
    expect(JSON.stringify(problems)).not.toContain(childName)
  })

  test('warns of very vivid pictures, which does not stop a book', async ({ expect }) => {
    const vivid = new Map([[2, 0.5]])
    const problems = await found(good.bytes, { ...good.expected, vivid })
    expect(problems).toMatchObject([{ code: 'ink_heavy', page: 5, warning: true }])
  })

  test('takes braces for the family’s own where they wrote them', async ({ expect }) => {
    const { bytes, expected } = await written({ name: '{Mai}' })
    expect(await found(bytes, expected)).toEqual([])
  })
})
