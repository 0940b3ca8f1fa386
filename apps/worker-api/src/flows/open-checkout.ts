import type { BookTemplate } from '@foxetales/shared-schemas/book'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderCreated } from '@foxetales/shared-schemas/order'
import type { JobRow } from '../db/jobs.ts'
import type { OrderRow } from '../db/orders.ts'
import { accessToken } from '../domain/access-tokens.ts'
import { namelessTitle } from '../domain/nameless-title.ts'
import { type ShippingOffer, shippingOffer } from '../domain/shipping-offer.ts'
import { shopShipsTo } from '../domain/ships-to.ts'
import type { Services } from '../services.ts'
import { quoteShipping } from './quote-shipping.ts'

type Needs = Pick<Services, 'now' | 'orders' | 'jobs' | 'books' | 'payments' | 'settings'>

/** A checkout is open for a day (Stripe's longest). */
const checkoutMs = 23.5 * 3_600_000
const dayMs = 24 * 3_600_000

/** The order's checkout page: asked for once per order, whoever asks, because the payment service knows the order's id. */
export async function openCheckout(
  services: Needs,
  order: OrderRow,
  returnUrl: string | undefined,
): Promise<OrderCreated> {
  return answer(services, order, await checkoutUrl(services, order, returnUrl))
}

async function checkoutUrl(services: Needs, order: OrderRow, returnUrl: string | undefined): Promise<string> {
  if (order.payment_url) return order.payment_url
  const job = await services.jobs.find(order.preview_job_id)
  const book = job ? await services.books.find(job.book_id, job.book_version) : undefined
  const back = safeReturnUrl(services.settings.publicUrl, returnUrl) ?? (await pageUrl(services, order.id))
  const session = await services.payments.stripe.createCheckout({
    orderId: order.id,
    amountMinor: order.amount_minor,
    currency: order.currency,
    quantity: order.quantity,
    title: book ? namelessTitle(book, order.language) : 'Picture book',
    language: order.language,
    country: order.ship_country ?? services.settings.homeCountry,
    shipping: shippingOffer(order.shipping_options),
    successUrl: back.replaceAll('{ORDER_ID}', order.id),
    cancelUrl: back.replaceAll('{ORDER_ID}', order.id),
    expiresAt: order.created_at + checkoutMs,
  })
  await services.orders.setPaymentSession(order.id, session.sessionId, session.url, services.now())
  return session.url
}

/** Only our own pages: an order must not become a way to send people elsewhere. */
function safeReturnUrl(publicUrl: string, asked: string | undefined): string | undefined {
  return asked && new URL(asked).origin === new URL(publicUrl).origin ? asked : undefined
}

async function pageUrl(services: Needs, orderId: string): Promise<string> {
  const { publicUrl, signingKey } = services.settings
  return `${publicUrl}/orders/${orderId}?token=${await accessToken(signingKey, 'order', orderId)}`
}

async function answer(services: Needs, order: OrderRow, checkout: string): Promise<OrderCreated> {
  const { publicUrl, signingKey } = services.settings
  return {
    order_id: order.id,
    token: await accessToken(signingKey, 'order', order.id),
    status_url: `${publicUrl}/api/orders/${order.id}`,
    page_url: await pageUrl(services, order.id),
    checkout_url: checkout,
  }
}

/** The very book a preview was made of. */
export async function bookOf(services: Pick<Services, 'books'>, job: JobRow): Promise<BookTemplate> {
  const book = await services.books.find(job.book_id, job.book_version)
  if (!book) throw new AppError('BOOK_NOT_FOUND')
  return book
}

/**
 * What the checkout will offer: throws SHIPPING_UNAVAILABLE before anything is stored. `asked`: by the customer. Where the
 * words may be read once more before printing (`proofMs`), the book may come that much later.
 */
export async function offerShipping(
  services: Parameters<typeof quoteShipping>[0] & Pick<Services, 'settings'>,
  book: BookTemplate,
  quantity: number,
  asked: { country?: string | undefined; visitorFrom?: string | undefined; proofMs?: number },
): Promise<{ country: string; options: ShippingOffer[] }> {
  const { country: wanted, visitorFrom = '', proofMs = 0 } = asked
  const proofDays = Math.ceil(proofMs / dayMs)
  const country = wanted ?? (isServed(visitorFrom) ? visitorFrom : services.settings.homeCountry)
  if (!isServed(country)) throw new AppError('SHIPPING_UNAVAILABLE', { country })
  const currency = book.price.currency.toLowerCase()
  const request = { country, copies: quantity, pages: book.pages.length, currency }
  const options = (await quoteShipping(services, request)).filter((option) => option.currency === currency)
  if (options.length === 0) throw new AppError('SHIPPING_UNAVAILABLE', { country })
  return {
    country,
    options: options.map(({ level, amountMinor, minDays, maxDays, tracked }) => {
      return { level, amountMinor, currency, minDays, maxDays: maxDays + proofDays, tracked }
    }),
  }
}

function isServed(country: string): boolean {
  return (shopShipsTo as readonly string[]).includes(country)
}
