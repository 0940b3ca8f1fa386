import type { OrderPatch, OrderRow } from '../db/orders.ts'
import type { PaymentSource } from '../domain/payment-words.ts'
import type { ShipTo } from '../domain/ship-to.ts'
import { shippingOffer } from '../domain/shipping-offer.ts'
import type { PaidAmounts } from '../ports/payment.ts'

/** Money that has arrived for an order, whoever took it. */
export interface Purchase {
  readonly source: PaymentSource
  readonly amounts: PaidAmounts
  /** Absent where nothing had to be paid. */
  readonly paymentRef?: string
  readonly email?: string
  readonly shipTo?: ShipTo
  readonly shippingLevel?: string
}

/** What keeps a paid book from being made until a person has looked; null when all is as it was offered. */
export function purchaseProblem(order: OrderRow, purchase: Purchase): string | null {
  const { amounts, shipTo } = purchase
  const isAsked =
    amounts.subtotalMinor === order.amount_minor && amounts.currency === order.currency.toLowerCase()
  if (!isAsked) return 'the amount paid is not the amount asked'
  if (!shipTo) return 'the address is missing or incomplete'
  if (order.ship_country !== null && shipTo.country !== order.ship_country) {
    return 'the book goes to another country than its shipping was paid for'
  }
  const offered = shippingOffer(order.shipping_options)
  const isOffered = offered.some(
    ({ level, amountMinor }) => level === purchase.shippingLevel && amountMinor === amounts.shippingMinor,
  )
  return offered.length > 0 && !isOffered ? 'the shipping paid is not what was offered' : null
}

/** What the order's row keeps of it. */
export function purchaseColumns(purchase: Purchase): OrderPatch {
  const { amounts, paymentRef, email, shipTo, shippingLevel } = purchase
  return {
    payment_ref: paymentRef ?? null,
    email: email ?? null,
    ship_to: shipTo ? JSON.stringify(shipTo) : null,
    shipping_level: shippingLevel ?? null,
    shipping_minor: amounts.shippingMinor,
    tax_minor: amounts.taxMinor,
    discount_minor: amounts.discountMinor,
    paid_minor: amounts.totalMinor,
  }
}
