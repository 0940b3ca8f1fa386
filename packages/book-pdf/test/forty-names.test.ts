import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, test } from 'vitest'
import { checkBookText } from '../src/check-book-text.ts'
import { chooseFamily } from '../src/choose-family.ts'
import { openFaces } from '../src/open-face.ts'
import { preflight } from '../src/preflight/preflight.ts'
import { sampleFamilies, sampleTemplate } from './sample-book.ts'
import { smallPicturePpi, writtenBook } from './written-file.ts'

/** What becomes of a name: the family that its book is set in, or the letters that nobody has a glyph for. */
const names: readonly (readonly [name: string, outcome: 'Literata' | 'Noto Serif' | { missing: string }])[] =
  [
    ['Mai', 'Literata'],
    ['Zoë', 'Literata'],
    ['José María', 'Literata'],
    ['Jean-Luc', 'Literata'],
    ["D'Arcy", 'Literata'],
    ['O’Brien', 'Literata'],
    ['Søren Ærø', 'Literata'],
    ['Þóra Guðrún', 'Literata'],
    ['Łukasz Żółć', 'Literata'],
    ['Dvořák Žižka', 'Literata'],
    ['Őze Űrsula', 'Literata'],
    ['Ģirts Ķēniņš', 'Literata'],
    ['Çağla İpek', 'Literata'],
    ['Ștefan Țepeș', 'Literata'],
    ['Ġorġ Ħamrun', 'Literata'],
    ['Nguyễn Thị Ánh', 'Literata'],
    ['Đặng Hồng Ngọc', 'Literata'],
    ['Ọlá́ Ẹ̀bùn', 'Literata'],
    ['Ṣadé Ńkàn', 'Literata'],
    ['ʻOkina Kāʻahumanu', 'Literata'],
    ['Ǹdídì', 'Noto Serif'],
    ['Ḿbà', 'Noto Serif'],
    ['Ɓala Ɗan', 'Noto Serif'],
    ['Ɔfɔri Ɛsi', 'Noto Serif'],
    ['Ƙasim Ƴar', 'Noto Serif'],
    ['Ḵwáx̱', 'Noto Serif'],
    ['Σοφία', 'Literata'],
    ['Ἀθηνᾶ', 'Literata'],
    ['Юлия', 'Literata'],
    ['Ґанна Їжак', 'Literata'],
    ['Ђорђе Љубица', 'Literata'],
    ['Әсел Өмір', 'Literata'],
    ['Ҡадыр', 'Noto Serif'],
    ['美羽', { missing: '美 羽' }],
    ['さくら', { missing: 'さ く ら' }],
    ['서연', { missing: '서 연' }],
    ['ليلى', { missing: 'ل ي ى' }],
    ['נועה', { missing: 'נ ו ע ה' }],
    ['आरव', { missing: 'आ र व' }],
    ['ใบเฟิร์น', { missing: 'ใ บ เ ฟิ ร์ น' }],
    ['Նարե', { missing: 'Ն ա ր ե' }],
    ['ნინო', { missing: 'ნ ი ო' }],
    ['Zoë 🦊', { missing: '🦊' }],
  ]

const families = await sampleFamilies()
const opened = new Map(families.map((fonts) => [fonts, openFaces(fonts)]))
const facesFor = (name: string) =>
  chooseFamily(families, (fonts) => opened.get(fonts) ?? openFaces(fonts), [name])
const words = { template: sampleTemplate(1), pronouns: 'they', language: 'en', orderCode: 'FX' } as const
const settable = names.filter(([, outcome]) => typeof outcome === 'string').map(([name]) => name)

const books = new Map<string, ReturnType<typeof writtenBook>>()
function bookOf(name: string) {
  const book = books.get(name) ?? writtenBook({ storyPages: 1, name, language: 'en', faces: facesFor(name) })
  books.set(name, book)
  return book
}

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined
const letters = (text: string) => text.normalize('NFC').replace(/\s+/g, '')

describe('a child’s name', () => {
  test.for(names)(
    '%s is set in a face that has it, or refused by its letters',
    ([name, outcome], { expect }) => {
      const faces = facesFor(name)
      const check = () => checkBookText({ ...words, childName: name, faces })
      if (typeof outcome === 'string') {
        expect(check).not.toThrow()
        expect(faces.name).toBe(outcome)
      } else {
        expect(check).toThrow(`our typeface cannot print: ${outcome.missing}`)
      }
    },
  )

  test('is in the file as it was written, by our own reader', async ({ expect }) => {
    for (const name of settable) {
      const { bytes, order, result } = await bookOf(name)
      const expected = { ...order, declaredPages: order.pages.length, bytes: result.bytes }
      const problems = await preflight(
        (async function* () {
          yield bytes
        })(),
        { ...expected, minimumPpi: smallPicturePpi },
      )
      const told = problems.filter((problem) => problem.code !== 'picture_flat')
      expect({ name, told }).toEqual({ name, told: [] })
    }
  })

  // Runs where `apt install poppler-utils` was done.
  test.skipIf(!hasPdftotext)('is read from the page by poppler exactly', async ({ expect }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'book-pdf-names-'))
    try {
      for (const name of settable) {
        const { bytes } = await bookOf(name)
        const file = path.join(folder, 'book.pdf')
        await writeFile(file, bytes)
        const { stdout } = spawnSync('pdftotext', ['-f', '4', '-l', '4', file, '-'], { encoding: 'utf8' })
        expect(letters(stdout)).toContain(letters(`Page 1: ${name} held the lantern`))
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
