import { defaultHairStyle } from '@foxetales/shared-schemas/child'
import * as z from 'zod'
import type { CheckedPage, Problem } from './problem.ts'

const illustration = z.object({
  face: z.unknown(),
  art: z.object({ hair: z.record(z.string(), z.unknown()) }),
})
const drawnHair = z.object({ pages: z.array(illustration), cover: illustration })

/** Illustrations that show the face without the style that every child can wear; looks at a template that the schema may have refused. */
export function withoutDefaultHair(book: unknown): Problem[] {
  const parsed = drawnHair.safeParse(book)
  if (!parsed.success) return []
  const { pages, cover } = parsed.data
  return [
    ...pages.map((page, index) => ({ where: `page ${index + 1}`, page })),
    { where: 'cover', page: cover },
  ].flatMap(({ where, page }) =>
    page.face === null || defaultHairStyle in page.art.hair
      ? []
      : [
          {
            where,
            what: `has no hair style '${defaultHairStyle}', which every picture with a face needs: draw it`,
          },
        ],
  )
}

/** A style that is drawn on one page has to be on all that show the child, or hair changes within the book. */
export function unevenHair(pages: readonly CheckedPage[]): Problem[] {
  const styles = new Set(pages.flatMap((page) => Object.keys(page.art.hair)))
  const withChild = pages.filter(({ face, art }) => face !== null || Object.keys(art.hair).length > 0)
  return withChild.flatMap(({ where, art }) =>
    [...styles]
      .filter((style) => !(style in art.hair))
      .map((style) => ({
        where,
        what: `has no hair style '${style}', which other pages have: draw it here or drop it everywhere`,
      })),
  )
}
