import { PhotoField } from './form/photo-field.ts'
import { FoxetalesBook } from './foxetales-book.ts'
import { BookSpread } from './spread/book-spread.ts'
import { BookOrderEnds } from './stages/book-order-ends.ts'
import { BookProof } from './stages/book-proof.ts'
import { BookShipping } from './stages/book-shipping.ts'

// A page may hold the script twice (a theme and an app): the first one counts.
for (const [name, element] of [
  ['foxetales-photo-field', PhotoField],
  ['foxetales-book-spread', BookSpread],
  ['foxetales-book-proof', BookProof],
  ['foxetales-book-order-ends', BookOrderEnds],
  ['foxetales-book-shipping', BookShipping],
  ['foxetales-book', FoxetalesBook],
] as const) {
  if (!customElements.get(name)) customElements.define(name, element)
}
