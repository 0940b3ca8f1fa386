import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderCreated, ReorderRequest } from '@foxetales/shared-schemas/order'
import type { OrderRow } from '../db/orders.ts'
import { mayReorder } from '../domain/ending-rules.ts'
import { sha256Hex } from '../domain/signing.ts'
import type { Services } from '../services.ts'
import { bookOf, offerShipping, openCheckout } from './open-checkout.ts'

type Needs = Parameters<typeof openCheckout>[0] &
  Parameters<typeof offerShipping>[0] &
  Pick<Services, 'newId' | 'together' | 'journal'>

/**
 * More copies of a book that was printed: a new order that pins the same pages and the same files, so nothing is rendered
 * again and the copies are the same book. Throws REORDER_NOT_POSSIBLE before the book was printed and once it is forgotten.
 */
export async function reorder(
  services: Needs,
  firstId: string,
  request: ReorderRequest,
  from: { idempotencyKey: string | undefined; visitorFrom?: string | undefined },
): Promise<OrderCreated> {
  const first = await services.orders.find(firstId)
  if (!first) throw new AppError('ORDER_NOT_FOUND')
  const fingerprint = await sha256Hex(JSON.stringify({ ...request, first: first.id }))
  const { idempotencyKey } = from
  const earlier = idempotencyKey ? await services.journal.findKey('reorder', idempotencyKey) : null
  if (earlier && earlier.fingerprint !== fingerprint) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  const order = earlier
    ? await services.orders.find(earlier.resource_id)
    : await insertReorder(services, first, request, { ...from, fingerprint })
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  return openCheckout(services, order, request.return_url)
}

async function insertReorder(
  services: Needs,
  first: OrderRow,
  request: ReorderRequest,
  from: { idempotencyKey: string | undefined; visitorFrom?: string | undefined; fingerprint: string },
): Promise<OrderRow | null> {
  const job = await services.jobs.find(first.preview_job_id)
  if (!job || !mayReorder(first)) throw new AppError('REORDER_NOT_POSSIBLE', { order: first.state })
  const book = await bookOf(services, job)
  const { country, options } = await offerShipping(services, book, request.quantity, {
    country: request.country,
    visitorFrom: first.ship_country ?? from.visitorFrom,
  })
  const now = services.now()
  const id = services.newId('order')
  const insert = services.orders.insert({
    id,
    preview_job_id: first.preview_job_id,
    customer_id: first.customer_id,
    photo_id: first.photo_id,
    quantity: request.quantity,
    amount_minor: book.price.amountMinor * request.quantity,
    currency: book.price.currency,
    payment_source: 'stripe',
    language: first.language,
    ship_country: country,
    shipping_options: JSON.stringify(options),
    approved_pages: first.approved_pages,
    draft: first.draft,
    // Of a reorder, the first one's: a chain of reorders has one root.
    reorder_of: first.reorder_of ?? first.id,
    interior: first.interior,
    cover: first.cover,
    created_at: now,
  })
  const { idempotencyKey, fingerprint } = from
  const row = { scope: 'reorder', key: idempotencyKey ?? '', fingerprint, resource_id: id }
  await services.together(idempotencyKey ? [services.journal.insertKey(row, now), insert] : [insert])
  await services.journal.audit(
    { subject: id, action: `order.created as more of ${first.id}`, actor: 'customer' },
    now,
  )
  return services.orders.find(id)
}
