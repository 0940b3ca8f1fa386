import type { BookTemplate } from '@foxetales/shared-schemas/book'
import { type HairStyle, hairStyle } from '@foxetales/shared-schemas/child'

/** The heads of hair that a child keeps through a whole book: those drawn on the cover and on every page that shows a child. */
export function drawnHairStyles(book: {
  readonly pages: readonly { readonly art: Pick<BookTemplate['cover']['art'], 'hair'> }[]
  readonly cover: { readonly art: Pick<BookTemplate['cover']['art'], 'hair'> }
}): HairStyle[] {
  const illustrations = [...book.pages, book.cover].filter(({ art }) => Object.keys(art.hair).length > 0)
  return hairStyle.options.filter((style) => illustrations.every(({ art }) => style in art.hair))
}
