import { ApiProblem } from '../api/call-api.ts'
import { type BookSummary, customerApi } from '../api/customer-api.ts'
import { money, wordsFor } from '../book/words/words-for.ts'

let known: Promise<BookSummary> | undefined

/** Writes the price where the page wants it. Until the shop has told it, the page names none. */
export async function fillPrices(base: string, book: string): Promise<void> {
  known ??= customerApi(base).book(book)
  let summary: BookSummary
  try {
    summary = await known
  } catch (fault) {
    known = undefined
    // The order shows the price again; a page without one is no lie.
    if (fault instanceof ApiProblem) return
    throw fault
  }
  const words = wordsFor(document.documentElement.lang)
  const price = money(words, summary.price.amount_minor, summary.price.currency)
  for (const place of document.querySelectorAll('[data-price]')) place.textContent = price
  for (const line of document.querySelectorAll('[data-price-line]')) line.removeAttribute('hidden')
}
