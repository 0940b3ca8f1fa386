import type { OrderState } from '@foxetales/shared-schemas/order'

/** How an order may end before its book is in the post, and what becomes of its money: one table for flows and pages. */

/** `customer`: whoever has the order's token, and staff too. `if_printer_stops`: staff, where the printer still can. */
type Cancel = 'customer' | 'staff' | 'if_printer_stops' | 'no'

type Ending = {
  readonly cancel: Cancel
  /** Whether staff may give money back while the order goes on as it is, or after it ended. */
  readonly refund: boolean
  /** Whether giving everything back ends the order. At the printer it does so only if the printer stops. */
  readonly endsWhenRefunded: boolean
}

export const endings: Readonly<Record<OrderState, Ending>> = {
  // Nothing was paid: the checkout is closed, and the preview may be ordered again.
  awaiting_payment: { cancel: 'customer', refund: false, endsWhenRefunded: false },
  // Paid, and no GPU second spent for it yet: changing one's mind costs nobody anything.
  paid: { cancel: 'customer', refund: true, endsWhenRefunded: true },
  // A book made to order is being made. Staff may still stop it; what was spent stays in the ledger.
  rendering: { cancel: 'staff', refund: true, endsWhenRefunded: true },
  review: { cancel: 'staff', refund: true, endsWhenRefunded: true },
  approved: { cancel: 'staff', refund: true, endsWhenRefunded: true },
  assembling: { cancel: 'staff', refund: true, endsWhenRefunded: true },
  printing: { cancel: 'if_printer_stops', refund: true, endsWhenRefunded: true },
  // The book exists: it is not cancelled any more, only made good.
  shipped: { cancel: 'no', refund: true, endsWhenRefunded: true },
  delivered: { cancel: 'no', refund: true, endsWhenRefunded: true },
  cancelled: { cancel: 'no', refund: true, endsWhenRefunded: true },
  refunded: { cancel: 'no', refund: false, endsWhenRefunded: false },
  failed: { cancel: 'staff', refund: true, endsWhenRefunded: true },
}

export function mayCancel(order: { readonly state: OrderState }, by: 'customer' | 'staff'): boolean {
  const { cancel } = endings[order.state]
  return by === 'customer' ? cancel === 'customer' : cancel !== 'no'
}

type Money = {
  readonly state: OrderState
  readonly paid_minor: number | null
  readonly refunded_minor: number
}

/** What may still be given back, in cents. */
export function refundableMinor(order: Money): number {
  return endings[order.state].refund ? Math.max(0, (order.paid_minor ?? 0) - order.refunded_minor) : 0
}

/**
 * What becomes of money that arrives for a cancelled order. A checkout we had given up, or a payment that failed and then
 * came through, is a purchase that was only slow: it goes on. Whoever cancelled gets it back.
 */
export function lateMoney(endedBy: string | null): 'goes_on' | 'goes_back' {
  return endedBy === 'customer' || endedBy === 'staff' || endedBy === 'erasure' ? 'goes_back' : 'goes_on'
}

/** What arrived broken, or never, goes out again at the shop's cost: the same files, to the same address. */
export function mayReprint(order: {
  readonly state: OrderState
  readonly interior: string | null
  readonly ship_to: string | null
}): boolean {
  return order.interior !== null && order.ship_to !== null && ['shipped', 'delivered'].includes(order.state)
}

/** A book that was printed can be printed again, for as long as its files are kept. */
export function mayReorder(order: { readonly state: OrderState; readonly interior: string | null }): boolean {
  return order.interior !== null && ['printing', 'shipped', 'delivered'].includes(order.state)
}
