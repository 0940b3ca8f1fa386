import type { OrderState, OrderStatus } from '@foxetales/shared-schemas/order'
import * as z from 'zod'

/** The ways to send that an order's checkout offers, as its row keeps them: the very same must be asked for again. */
const option = z.object({
  level: z.enum(['standard', 'express']),
  amountMinor: z.int().nonnegative(),
  currency: z.string(),
  minDays: z.int().nonnegative(),
  maxDays: z.int().nonnegative(),
  tracked: z.boolean(),
})
export type ShippingOffer = z.infer<typeof option>

/** Reads the column; nothing was offered where it is empty. */
export function shippingOffer(column: string | null): ShippingOffer[] {
  return column === null ? [] : z.array(option).parse(JSON.parse(column))
}

const onItsWay: readonly OrderState[] = [
  'paid',
  'rendering',
  'review',
  'approved',
  'assembling',
  'printing',
  'shipped',
]
const dayMs = 86_400_000

/** What the checkout promised, from the day of payment. It stays as it was told when the book is late. */
export function expectedArrival(order: {
  readonly state: OrderState
  readonly paid_at: number | null
  readonly shipping_level: string | null
  readonly shipping_options: string | null
}): Pick<OrderStatus, 'expected'> {
  const { paid_at: paidAt, shipping_level: level } = order
  const chosen = shippingOffer(order.shipping_options).find((offer) => offer.level === level)
  if (paidAt === null || !chosen || !onItsWay.includes(order.state)) return {}
  const day = (days: number) => new Date(paidAt + days * dayMs).toISOString().slice(0, 10)
  return { expected: { from: day(chosen.minDays), until: day(chosen.maxDays) } }
}
