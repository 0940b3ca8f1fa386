import { describe, test } from 'vitest'
import { type InteriorRequest, planInterior, type TextPage } from '../src/plan-interior.ts'
import { sampleTemplate } from './sample-book.ts'

const request: InteriorRequest = {
  template: sampleTemplate(35),
  childName: 'Mai',
  pronouns: 'she',
  language: 'en',
  orderCode: 'FX-12AB34',
  typeface: 'Literata',
}
const kinds = (storyPages: number) =>
  planInterior({ ...request, template: sampleTemplate(storyPages) }).pages.map((page) =>
    page.kind === 'picture' ? page.story : page.role,
  )
const wordsOf = (changes: Partial<InteriorRequest>, role: TextPage['role']) => {
  const pages = planInterior({ ...request, ...changes }).pages
  return pages.flatMap((page) => (page.kind === 'text' && page.role === role ? page.paragraphs : []))
}

describe('the interior of 35 story pages', () => {
  test('is 40 pages, the story on pages 4 to 38', ({ expect }) => {
    const pages = kinds(35)
    expect(pages).toHaveLength(40)
    expect(pages.slice(0, 4)).toEqual(['title', 'copyright', 'dedication', 1])
    expect(pages.slice(37)).toEqual([35, 'end', 'colophon'])
  })

  test('says on its second page who made the pictures, in the language of the book', ({ expect }) => {
    expect(wordsOf({}, 'copyright').join()).toContain(
      'Illustrations created with AI from a photo supplied by the family',
    )
    expect(wordsOf({ language: 'vi' }, 'copyright').join()).toContain('do AI tạo từ ảnh gia đình cung cấp')
  })

  test('carries the family’s dedication, or one of ours', ({ expect }) => {
    expect(wordsOf({ dedication: ' For Mai,\r\nfrom Granny \n' }, 'dedication')).toEqual([
      'For Mai,\nfrom Granny',
    ])
    expect(wordsOf({ dedication: '  ' }, 'dedication').join()).toContain('For Mai')
  })

  test('ends with the order’s code', ({ expect }) => {
    expect(wordsOf({}, 'colophon')).toContain('Order FX-12AB34')
  })

  test('never prints a dedication’s braces as placeholders', ({ expect }) => {
    expect(wordsOf({ dedication: 'to {name}' }, 'dedication')).toEqual(['to {name}'])
  })
})

describe('another length of story', () => {
  test.for([
    [1, 24],
    [19, 24],
    [20, 26],
    [34, 40],
    [36, 42],
    [99, 104],
  ] as const)('of %i pages makes %i, an even number', ([story, total], { expect }) => {
    const pages = kinds(story)
    expect(pages).toHaveLength(total)
    expect(pages.filter((page) => typeof page === 'number')).toHaveLength(story)
    expect(pages.at(-1)).toBe('colophon')
    const blanks = pages.filter((page) => page === 'blank').length
    expect(blanks).toBe(total - story - 5)
  })

  test('that no hard cover can hold is refused with the reason', ({ expect }) => {
    expect(() => kinds(900)).toThrow('a hard cover holds 800 pages; this book would have 906')
  })
})

test('a language that the book is not written in is refused', ({ expect }) => {
  const template = { ...sampleTemplate(3), languages: ['en' as const] }
  const plan = () => planInterior({ ...request, language: 'vi', template })
  expect(plan).toThrow('language: the book is not written in "vi"')
})
