import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderCreated, OrderRequest } from '@foxetales/shared-schemas/order'
import type { JobRow } from '../db/jobs.ts'
import type { OrderRow } from '../db/orders.ts'
import { accessToken } from '../domain/access-tokens.ts'
import { namelessTitle } from '../domain/nameless-title.ts'
import { sha256Hex } from '../domain/signing.ts'
import type { Services } from '../services.ts'
import { languageOf } from './language-of.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'newId'
  | 'together'
  | 'jobs'
  | 'photos'
  | 'artifacts'
  | 'orders'
  | 'journal'
  | 'books'
  | 'payment'
  | 'settings'
>

/** A checkout is open for a day (Stripe's longest). */
const checkoutMs = 23.5 * 3_600_000
/** Who goes to the checkout has as long again as a preview lives; only the payment keeps the photo longer. */
const orderedPhotoMs = 72 * 3_600_000

/** An order for an approved preview, and the page on which it is paid. Pins the photo and every approved page's hash. */
export async function createOrder(
  services: Needs,
  request: OrderRequest,
  idempotencyKey: string | undefined,
): Promise<OrderCreated> {
  const fingerprint = await sha256Hex(JSON.stringify(request))
  const earlier = idempotencyKey ? await services.journal.findKey('order', idempotencyKey) : null
  if (earlier && earlier.fingerprint !== fingerprint) throw new AppError('IDEMPOTENCY_KEY_REUSED')

  const order = earlier
    ? await services.orders.find(earlier.resource_id)
    : await insertOrder(services, request, idempotencyKey, fingerprint)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  return answer(services, order, await checkoutUrl(services, order, request.return_url))
}

async function insertOrder(
  services: Needs,
  request: OrderRequest,
  idempotencyKey: string | undefined,
  fingerprint: string,
): Promise<OrderRow | null> {
  const job = await services.jobs.find(request.preview_id)
  if (job?.recipe !== 'book-preview') throw new AppError('PREVIEW_NOT_FOUND')
  if (job.state === 'expired') throw new AppError('PREVIEW_EXPIRED')
  if (job.state !== 'approved') throw new AppError('PREVIEW_NOT_READY', { state: job.state })
  if (await services.orders.ofPreview(job.id)) throw new AppError('PREVIEW_ALREADY_ORDERED')
  const book = await bookOf(services, job)
  const pages = (await services.artifacts.current(job.id)).filter((artifact) => artifact.role === 'page')
  const now = services.now()
  const id = services.newId('order')
  const insert = services.orders.insert({
    id,
    preview_job_id: job.id,
    customer_id: job.customer_id,
    photo_id: job.photo_id,
    quantity: request.quantity,
    amount_minor: book.price.amountMinor * request.quantity,
    currency: book.price.currency,
    payment_source: services.payment.name,
    approved_pages: JSON.stringify(Object.fromEntries(pages.map((page) => [page.slot, page.sha256]))),
    draft: pages.some((page) => page.draft === 1) ? 1 : 0,
    created_at: now,
  })
  const row = { scope: 'order', key: idempotencyKey ?? '', fingerprint, resource_id: id }
  await services.together(idempotencyKey ? [services.journal.insertKey(row, now), insert] : [insert])
  await services.photos.deleteAfter(job.photo_id, now + orderedPhotoMs)
  await services.journal.audit({ subject: id, action: 'order.created', actor: 'customer' }, now)
  return services.orders.find(id)
}

async function bookOf(services: Needs, job: JobRow) {
  const book = await services.books.find(job.book_id, job.book_version)
  if (!book) throw new AppError('BOOK_NOT_FOUND')
  return book
}

/** The checkout's address: asked for once per order, whoever asks, because the payment service knows the order's id. */
async function checkoutUrl(services: Needs, order: OrderRow, returnUrl: string | undefined): Promise<string> {
  if (order.payment_url) return order.payment_url
  const job = await services.jobs.find(order.preview_job_id)
  const book = job ? await bookOf(services, job) : undefined
  const back = safeReturnUrl(services.settings.publicUrl, returnUrl) ?? (await pageUrl(services, order.id))
  const session = await services.payment.createCheckout({
    orderId: order.id,
    amountMinor: order.amount_minor,
    currency: order.currency,
    quantity: order.quantity,
    title: book && job ? namelessTitle(book, languageOf(job)) : 'Picture book',
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
