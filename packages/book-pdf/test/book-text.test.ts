import fc from 'fast-check'
import { describe, test } from 'vitest'
import { BookTextError } from '../src/book-errors.ts'
import { checkBookText } from '../src/check-book-text.ts'
import { missingCharacters } from '../src/check-glyphs.ts'
import { coverGeometry } from '../src/cover-geometry.ts'
import { placeCoverText } from '../src/cover-text.ts'
import { placeInteriorText } from '../src/interior-text.ts'
import { planInterior } from '../src/plan-interior.ts'
import { toUnicodeMap } from '../src/to-unicode-map.ts'
import { sampleFaces, sampleTemplate } from './sample-book.ts'
import { writtenBook } from './written-file.ts'

const faces = await sampleFaces()
const request = {
  template: sampleTemplate(3),
  childName: 'Mai',
  pronouns: 'they',
  language: 'en',
  orderCode: 'FX-12AB34',
} as const

/** Every letter of Vietnamese: twelve vowels in six tones, and đ. */
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => `${vowel}${tone}`.normalize('NFC')))
const vietnamese = [...vowels, 'đ'].join('')

describe('the faces of the shop', () => {
  test('have every letter of Vietnamese, small and capital', ({ expect }) => {
    for (const face of [faces.body, faces.display]) {
      expect(missingCharacters(vietnamese + vietnamese.toUpperCase(), face.hasGlyph)).toEqual([])
    }
  })

  test.for([
    ['Latin of western and central Europe', 'ÀÉÎÕÜßÆŒØÅÇÑĄĆČĎĘĚĞĢĶŁŇŐŔŞŠȘȚŤŮŰŽĲŊŦĦ'],
    ['romanised Arabic, Sanskrit and Mandarin', 'ḌḤṢṬẒĀĪŪṚṂṄǍǏǑǓǕ'],
    ['Yoruba and Igbo, accents set on their letters', 'Ẹ̀Ọ́ṢỊỤṄ'],
    ['Greek', 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫς'],
    ['Russian, Ukrainian, Serbian and Macedonian', 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҐЄІЇЂЈЉЊЋЏЃЅЌ'],
  ] as const)('have the letters of %s', ([, letters], { expect }) => {
    for (const face of [faces.body, faces.display]) {
      expect(missingCharacters(letters + letters.toLowerCase(), face.hasGlyph)).toEqual([])
    }
  })
})

describe('a name or dedication', () => {
  test.for([
    ['Zoë 🦊', '🦊'],
    ['美羽', '美 羽'],
    ['ليلى', 'ل ي ى'],
    ['👨‍👩‍👧 Mai', '👨‍👩‍👧'],
    ['Ma\u{e000}i', 'U+E000'],
  ] as const)(
    'with letters that the face lacks (%s) is refused, and they are named',
    ([childName, named], { expect }) => {
      const check = () => checkBookText({ ...request, childName, faces })
      expect(check).toThrow(BookTextError)
      expect(check).toThrow(`our typeface cannot print: ${named}`)
    },
  )

  test('that is too long for its page is refused by the page’s name', ({ expect }) => {
    const dedication = 'For our darling, '.repeat(100)
    const check = () => checkBookText({ ...request, dedication, faces })
    expect(check).toThrow(/^dedication: the text is too long for its place/)
  })

  test('that passes the check at the order is also printed, and one that fails is not', async ({
    expect,
  }) => {
    for (const childName of ['Nguyễn Thị Ánh', "D'Arcy-Ọlá́ Ẹ̀bùn", 'Σοφία', 'Юлия']) {
      expect(checkBookText({ ...request, childName, faces })).toEqual({ pages: 24 })
      await expect(writtenBook({ storyPages: 3, name: childName })).resolves.toBeDefined()
    }
    await expect(writtenBook({ storyPages: 3, name: 'さくら' })).rejects.toMatchObject({
      name: 'BookTextError',
      characters: ['さ', 'く', 'ら'],
    })
  })

  test('of 1 to 40 characters lies inside the safe part of every page, or is refused', ({ expect }) => {
    const letters = fc.constantFrom(
      ...vietnamese,
      ...'abcdefghijklmnopqrstuvwxyzWMÀÉØß$&',
      ' ',
      '-',
      "'",
      '{',
      '}',
    )
    const printable = fc.string({ unit: letters, minLength: 1, maxLength: 40 })
    const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    let printed = 0
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: printable }, anything), (childName) => {
        const lines = linesOrRefused(childName)
        if (!lines) return
        printed += 1
        for (const line of lines) {
          expect(line.left).toBeGreaterThanOrEqual(line.safe)
          expect(line.right).toBeLessThanOrEqual(line.width - line.safe)
          expect(line.bottom).toBeGreaterThanOrEqual(line.safe)
          expect(line.top).toBeLessThanOrEqual(line.height - line.safe)
        }
      }),
      { numRuns: 60 },
    )
    expect(printed).toBeGreaterThan(20)
  })
})

/** The four edges of every printed line of a book for a child of this name, accents and descenders included. */
function linesOrRefused(childName: string) {
  try {
    const wish = { ...request, childName }
    const plan = planInterior({ ...wish, typeface: faces.name })
    const sheet = coverGeometry(40)
    const interior = plan.pages.flatMap((page) => placeInteriorText(faces, plan, page))
    const cover = placeCoverText(faces, wish, sheet)
    const onPages = interior.map((placed) => ({ placed, width: 630, height: 630, safe: 46.8 }))
    const { widthPt: width, heightPt: height } = sheet
    const onCover = cover.map((placed) => ({ placed, width, height, safe: 116.99 }))
    return [...onPages, ...onCover].flatMap(({ placed, ...sheetOf }) => {
      const { metrics } = faces[placed.face]
      const { sizePt } = placed.layout
      return placed.layout.lines.map((line) => {
        const left = placed.left + line.x
        const right = left + metrics.widthOf(line.text, sizePt)
        const baseline = placed.top - line.y
        const top = baseline + metrics.ascent * sizePt
        const bottom = baseline - metrics.descent * sizePt
        return { left, right, top, bottom, ...sheetOf }
      })
    })
  } catch (error) {
    if (error instanceof BookTextError) return undefined
    throw error
  }
}

describe('the map from glyphs to characters', () => {
  test('has at most 100 entries in a block, as readers may demand', ({ expect }) => {
    const hex = (value: number) => value.toString(16).padStart(4, '0')
    const characters = new Map(Array.from({ length: 230 }, (_, index) => [hex(index + 1), [0x1e00 + index]]))
    const map = toUnicodeMap(characters)
    expect(map.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '100 beginbfchar', '30 beginbfchar'])
    expect(map).toContain('<0001> <1e00>')
    expect(map).toContain('<00e6> <1ee5>')
  })

  test('writes a character beyond the first plane as two units', ({ expect }) => {
    expect(toUnicodeMap(new Map([['0001', [0x1f98a]]]))).toContain('<0001> <d83edd8a>')
  })
})
