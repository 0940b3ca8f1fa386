import type { PageStatus, PreviewStatus } from '@foxetales/shared-schemas/preview'
import type { TypesetPage } from '@foxetales/shared-schemas/typeset'

/** One side of a leaf, in reading order; even ones lie on the left of an open book. */
export type BookSide =
  | { readonly kind: 'inside' }
  | { readonly kind: 'text'; readonly page: TypesetPage }
  | { readonly kind: 'picture'; readonly page: PageStatus }
  | { readonly kind: 'more' }

/** The sides of the preview: the title stands on the right, as in every book, so the inside of the cover faces it. */
export function bookSides({ front, pages }: Pick<PreviewStatus, 'front' | 'pages'>): BookSide[] {
  const sides: BookSide[] = [
    { kind: 'inside' },
    ...front.map((page): BookSide => ({ kind: 'text', page })),
    ...pages.map((page): BookSide => ({ kind: 'picture', page })),
  ]
  // An open book has two sides.
  return sides.length % 2 === 0 ? sides : [...sides, { kind: 'more' }]
}

/** What lies open: a pair where there is room for two, else one side; papers without words are skipped then. */
export function openings(sides: readonly BookSide[], isWide: boolean): (readonly number[])[] {
  if (!isWide) {
    return sides.flatMap((side, index) => (side.kind === 'inside' || side.kind === 'more' ? [] : [[index]]))
  }
  return Array.from({ length: Math.ceil(sides.length / 2) }, (_, at) => [at * 2, at * 2 + 1])
}

/** The opening that shows a side, so that turning a phone on its side keeps the place. */
export function openingOf(all: readonly (readonly number[])[], side: number): number {
  const exact = all.findIndex((opening) => opening.includes(side))
  if (exact >= 0) return exact
  const after = all.findIndex((opening) => (opening[0] ?? 0) > side)
  return after < 0 ? Math.max(0, all.length - 1) : after
}
