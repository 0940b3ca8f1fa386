import { test } from 'vitest'
import { judgeCover } from '../../src/house-press/judge/judge-book.ts'
import { type CoverOptions, draftCover, helvetica, pageOf, saved, setContent, setFonts } from './make-pdf.ts'

async function judged(options: CoverOptions = {}, interiorPages = 40): Promise<string[]> {
  const problems = await judgeCover(await saved(await draftCover(options)), interiorPages)
  return problems.map(({ code, file }) => `${file} ${code}`)
}

test('a sound cover of 19 x 10.25 in has no problem, for up to 84 pages', async ({ expect }) => {
  expect(await judged({}, 24)).toEqual([])
  expect(await judged({}, 84)).toEqual([])
})

test('a thicker book needs a wider cover', async ({ expect }) => {
  expect(await judged({}, 86)).toEqual(['cover page_size'])
  expect(await judged({ widthPt: 1386 }, 86)).toEqual([])
})

test('a cover that is too narrow is refused', async ({ expect }) => {
  expect(await judged({ widthPt: 1350 })).toEqual(['cover page_size'])
})

test('a cover picture of fewer than 250 ppi is refused', async ({ expect }) => {
  expect(await judged({ picturePx: 2500 })).toEqual(['cover image_resolution'])
})

test('a cover of two pages is refused', async ({ expect }) => {
  const draft = await draftCover()
  draft.document.addPage([1368, 738])
  const problems = await judgeCover(await saved(draft), 40)
  expect(problems.map(({ code }) => code)).toEqual(['page_count_range'])
})

test('a font that is not embedded, and a blank cover, are refused', async ({ expect }) => {
  const draft = await draftCover()
  setFonts(pageOf(draft, 1), { Body: await helvetica(draft.document) })
  const problems = await judgeCover(await saved(draft), 40)
  expect(problems.map(({ code }) => code)).toEqual(['font_not_embedded'])
  const blank = await draftCover()
  setContent(blank.document, pageOf(blank, 1), '')
  expect((await judgeCover(await saved(blank), 40)).map(({ code }) => code)).toEqual(['page_blank'])
})
