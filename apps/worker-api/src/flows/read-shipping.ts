import { AppError } from '@foxetales/shared-schemas/errors'
import type { ShippingQuote } from '@foxetales/shared-schemas/order'
import { countriesServed } from '../domain/printer-rules.ts'
import { shopShipsTo } from '../domain/ships-to.ts'
import type { Services } from '../services.ts'
import { offerShipping } from './open-checkout.ts'

/** What sending a book would cost and how long it takes, before anybody orders. Throws SHIPPING_UNAVAILABLE. */
export async function readShipping(
  services: Parameters<typeof offerShipping>[0] & Pick<Services, 'books'>,
  question: {
    book_id: string
    quantity: number
    country?: string | undefined
    visitorFrom?: string | undefined
  },
): Promise<ShippingQuote> {
  const book = await services.books.find(question.book_id)
  if (!book) throw new AppError('BOOK_NOT_FOUND')
  const { proofMs } = services.settings
  const asked = { ...question, proofMs }
  const { country, options } = await offerShipping(services, book, question.quantity, asked)
  const printers = services.printers.forNewBooks.map((printer) => printer.capabilities)
  return {
    country,
    options: options.map(({ level, amountMinor, currency, minDays, maxDays, tracked }) => {
      return { level, amount_minor: amountMinor, currency, min_days: minDays, max_days: maxDays, tracked }
    }),
    countries: countriesServed(shopShipsTo, printers),
  }
}
