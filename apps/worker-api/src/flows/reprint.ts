import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderRow } from '../db/orders.ts'
import { mayReprint } from '../domain/ending-rules.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Services,
  'now' | 'newId' | 'orders' | 'journal' | 'together' | 'announce' | 'send' | 'report'
>
type Wanted = { key: string; copies?: number | undefined; actor: string; reason: string }

/**
 * The same book once more at the shop's cost, to the same address: an order of its own that nobody pays, so that it has its
 * own print job and its own parcel. Once per Idempotency-Key. Answers the new order's id. Throws REPRINT_NOT_POSSIBLE.
 */
export async function reprint(services: Needs, orderId: string, wanted: Wanted): Promise<string> {
  const first = await services.orders.find(orderId)
  if (!first) throw new AppError('ORDER_NOT_FOUND')
  const fingerprint = `${orderId} ${wanted.copies ?? ''}`
  const known = await services.journal.findKey('reprint', wanted.key)
  if (known && known.fingerprint !== fingerprint) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  const id = known?.resource_id ?? (await insert(services, first, wanted, fingerprint))
  await begin(services, first, id)
  return id
}

async function insert(
  services: Needs,
  first: OrderRow,
  { key, copies, actor, reason }: Wanted,
  fingerprint: string,
): Promise<string> {
  if (!mayReprint(first)) throw new AppError('REPRINT_NOT_POSSIBLE', { order: first.state })
  const now = services.now()
  const id = services.newId('order')
  await services.together([
    services.journal.insertKey({ scope: 'reprint', key, fingerprint, resource_id: id }, now),
    services.orders.insert({
      id,
      preview_job_id: first.preview_job_id,
      customer_id: first.customer_id,
      photo_id: first.photo_id,
      quantity: copies ?? first.quantity,
      amount_minor: 0,
      currency: first.currency,
      payment_source: first.payment_source,
      language: first.language,
      ship_country: first.ship_country,
      shipping_options: null,
      approved_pages: first.approved_pages,
      draft: first.draft,
      reorder_of: first.reorder_of ?? first.id,
      interior: first.interior,
      cover: first.cover,
      created_at: now,
    }),
  ])
  await services.journal.audit({ subject: first.id, action: `order.reprinted as ${id}`, actor, reason }, now)
  await services.journal.audit(
    { subject: id, action: `order.created to replace ${first.id}`, actor, reason },
    now,
  )
  return id
}

/** Without money there is nothing to wait for; a repeated request goes on where the first one stopped. */
async function begin(services: Needs, first: OrderRow, id: string): Promise<void> {
  const patch = {
    email: first.email,
    ship_to: first.ship_to,
    shipping_level: first.shipping_level,
    paid_minor: 0,
    paid_at: services.now(),
  }
  if (!(await services.orders.move(id, 'paid', services.now(), patch, null, ['awaiting_payment']))) return
  await nudge(services, [{ kind: 'order.advance', orderId: id }])
  await services.announce(id)
}
