import type { PreviewStatus } from '@foxetales/shared-schemas/preview'
import type { TypesetPage } from '@foxetales/shared-schemas/typeset'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { bookSides, openingOf, openings } from '../src/book/spread/book-sides.ts'

const text = (role: TypesetPage['role']): TypesetPage => ({ role, paper: '#ffffff', texts: [] })

function book(pages: number, front: TypesetPage['role'][]): Pick<PreviewStatus, 'front' | 'pages'> {
  return {
    front: front.map(text),
    pages: Array.from({ length: pages }, (_, at) => ({
      page: at + 7,
      state: 'done',
      progress: 1,
      may_redo: true,
    })),
  }
}

const anyBook = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.boolean())
  .map(([pages, hasDedication]) => book(pages, hasDedication ? ['title', 'dedication'] : ['title']))

describe('the preview as a book', () => {
  test('opens with the title on the right, as every book does', ({ expect }) => {
    const sides = bookSides(book(3, ['title', 'dedication']))
    expect(sides.map((side) => side.kind)).toEqual([
      'inside',
      'text',
      'text',
      'picture',
      'picture',
      'picture',
    ])
    expect(openings(sides, true)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
    expect(openings(sides, false)).toEqual([[1], [2], [3], [4], [5]])
  })

  test('has two sides to every opening, and shows every page in both shapes', ({ expect }) => {
    fc.assert(
      fc.property(anyBook, (preview) => {
        const sides = bookSides(preview)
        expect(sides.length % 2).toBe(0)
        for (const isWide of [true, false]) {
          const shown = openings(sides, isWide).flat()
          for (const [index, side] of sides.entries()) {
            if (side.kind === 'text' || side.kind === 'picture') expect(shown).toContain(index)
          }
        }
      }),
    )
  })

  test('keeps the place when a phone is turned', ({ expect }) => {
    fc.assert(
      fc.property(anyBook, fc.nat(20), (preview, wanted) => {
        const sides = bookSides(preview)
        const side = wanted % sides.length
        const wide = openings(sides, true)
        expect(wide[openingOf(wide, side)]).toContain(side)
        const narrow = openings(sides, false)
        const shown = narrow[openingOf(narrow, side)]
        expect(shown).toHaveLength(1)
        const isPaperOnly = sides[side]?.kind === 'inside' || sides[side]?.kind === 'more'
        if (!isPaperOnly) expect(shown).toEqual([side])
      }),
    )
  })
})
