import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderCreated, OrderRequest } from '@foxetales/shared-schemas/order'
import type { OrderRow } from '../db/orders.ts'
import { sha256Hex } from '../domain/signing.ts'
import type { Services } from '../services.ts'
import { languageOf } from './language-of.ts'
import { bookOf, offerShipping, openCheckout } from './open-checkout.ts'

type Needs = Parameters<typeof openCheckout>[0] &
  Parameters<typeof offerShipping>[0] &
  Pick<Services, 'newId' | 'together' | 'photos' | 'artifacts' | 'journal'>

/** Who goes to the checkout has as long again as a preview lives; only the payment keeps the photo longer. */
const orderedPhotoMs = 72 * 3_600_000

/** An order for an approved preview, and the page on which it is paid. Pins the photo and every approved page's hash. */
export async function createOrder(
  services: Needs,
  request: OrderRequest,
  from: { idempotencyKey: string | undefined; visitorFrom?: string | undefined },
): Promise<OrderCreated> {
  const fingerprint = await sha256Hex(JSON.stringify(request))
  const { idempotencyKey } = from
  const earlier = idempotencyKey ? await services.journal.findKey('order', idempotencyKey) : null
  if (earlier && earlier.fingerprint !== fingerprint) throw new AppError('IDEMPOTENCY_KEY_REUSED')

  const order = earlier
    ? await services.orders.find(earlier.resource_id)
    : await insertOrder(services, request, { ...from, fingerprint })
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  return openCheckout(services, order, request.return_url)
}

async function insertOrder(
  services: Needs,
  request: OrderRequest,
  from: { idempotencyKey: string | undefined; visitorFrom?: string | undefined; fingerprint: string },
): Promise<OrderRow | null> {
  const job = await services.jobs.find(request.preview_id)
  if (job?.recipe !== 'book-preview') throw new AppError('PREVIEW_NOT_FOUND')
  if (job.state === 'expired') throw new AppError('PREVIEW_EXPIRED')
  if (job.state !== 'approved') throw new AppError('PREVIEW_NOT_READY', { state: job.state })
  if (await services.orders.ofPreview(job.id)) throw new AppError('PREVIEW_ALREADY_ORDERED')
  const book = await bookOf(services, job)
  const { country: wanted } = request
  const { country, options } = await offerShipping(services, book, request.quantity, {
    country: wanted,
    visitorFrom: from.visitorFrom,
    proofMs: services.settings.proofMs,
  })
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
    payment_source: 'stripe',
    language: languageOf(job),
    ship_country: country,
    shipping_options: JSON.stringify(options),
    approved_pages: JSON.stringify(Object.fromEntries(pages.map((page) => [page.slot, page.sha256]))),
    draft: pages.some((page) => page.draft === 1) ? 1 : 0,
    created_at: now,
  })
  const { idempotencyKey, fingerprint } = from
  const row = { scope: 'order', key: idempotencyKey ?? '', fingerprint, resource_id: id }
  await services.together(idempotencyKey ? [services.journal.insertKey(row, now), insert] : [insert])
  await services.photos.deleteAfter(job.photo_id, now + orderedPhotoMs)
  await services.journal.audit({ subject: id, action: 'order.created', actor: 'customer' }, now)
  return services.orders.find(id)
}
