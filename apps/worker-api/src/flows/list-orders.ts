import type { OrderState } from '@foxetales/shared-schemas/order'
import type { Services } from '../services.ts'

export interface OrderLine {
  readonly order_id: string
  readonly state: OrderState
  readonly reason?: string
  readonly hold?: string
  readonly quantity: number
  readonly amount_minor: number
  readonly currency: string
  readonly draft: boolean
  readonly created_at: string
  readonly updated_at: string
}

/** The desk's list, newest first. `cursor` is the `created_at` (unix ms) under which the next page begins. */
export async function listOrders(
  services: Pick<Services, 'orders'>,
  filter: { state?: OrderState | undefined; cursor?: number | undefined; limit: number },
): Promise<{ orders: OrderLine[]; next_cursor?: number }> {
  const rows = await services.orders.list({
    ...(filter.state ? { state: filter.state } : {}),
    before: filter.cursor ?? Number.MAX_SAFE_INTEGER,
    limit: filter.limit,
  })
  const orders = rows.map((row) => ({
    order_id: row.id,
    state: row.state,
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.hold ? { hold: row.hold } : {}),
    quantity: row.quantity,
    amount_minor: row.amount_minor,
    currency: row.currency,
    draft: row.draft === 1,
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
  }))
  const last = rows.at(-1)
  return { orders, ...(last && rows.length === filter.limit ? { next_cursor: last.created_at } : {}) }
}
