import type { OrderRow } from '../db/orders.ts'
import type { CheckoutFacts, HostedCheckout } from '../ports/payment.ts'
import { followPayment } from './follow-payment.ts'
import { markPaid } from './mark-paid.ts'
import { nudge } from './nudge.ts'
import { raiseAlert } from './raise-alert.ts'
import { endedPhotoMs } from './stop-order.ts'

type Needs = Parameters<typeof markPaid>[0]

/** A bank debit may take so long; the photo waits for it. */
const slowMoneyMs = 14 * 24 * 3_600_000

/**
 * A checkout is read again, and its order follows what the payment service says now: an event, the nightly look and a
 * customer who cancels all come this way. So news may come twenty times, in any order, years late, and there is one book.
 */
export async function followCheckout(
  services: Needs,
  payment: HostedCheckout,
  sessionId: string,
): Promise<void> {
  const checkout = await payment.readCheckout(sessionId)
  const order = await services.orders.find(checkout.orderId)
  if (!order || order.payment_source !== payment.name) {
    services.report(new Error('a checkout for an order we do not have'), { order: checkout.orderId })
    if (checkout.money !== 'here') return
    const detail = `${payment.name} took money for an order that is not in our books: look it up there`
    await raiseAlert(services, { kind: 'paid_unknown', subject: checkout.orderId, detail })
    return
  }
  if (checkout.money === 'here') await followMoney(services, payment, order, checkout)
  else if (checkout.money === 'on_its_way') await waitForMoney(services, order, checkout)
  else if (checkout.money === 'failed')
    await giveUp(services, order, 'payment', 'the payment failed', checkout)
  else if (checkout.status === 'expired') await giveUp(services, order, 'checkout', 'the checkout expired')
}

async function followMoney(
  services: Needs,
  payment: HostedCheckout,
  order: OrderRow,
  checkout: CheckoutFacts,
): Promise<void> {
  const { amounts, paymentRef, email, shipTo, shippingLevel } = checkout
  const outcome = await markPaid(services, order, {
    source: payment.name,
    amounts,
    ...(paymentRef && { paymentRef }),
    ...(email && { email }),
    ...(shipTo && { shipTo }),
    ...(shippingLevel && { shippingLevel }),
  })
  // The news of a refund or a dispute may have been faster than the news of the payment.
  if (outcome === 'paid' && checkout.troubled && paymentRef) {
    await followPayment(services, payment, paymentRef)
  }
  if (outcome !== 'paid') return
  await nudge(services, [{ kind: 'order.advance', orderId: order.id }])
  await services.announce(order.id)
}

/** The customer has done all they can; the bank has not. */
async function waitForMoney(services: Needs, order: OrderRow, checkout: CheckoutFacts): Promise<void> {
  if (order.state !== 'awaiting_payment') return
  const now = services.now()
  if (order.reorder_of === null) await services.photos.deleteAfter(order.photo_id, now + slowMoneyMs)
  const reason = 'the bank has not sent the money yet'
  if (order.reason === reason) return
  await services.orders.note(order.id, { email: checkout.email ?? null, reason }, now)
  await services.journal.audit(
    { subject: order.id, action: 'payment.pending', actor: order.payment_source },
    now,
  )
  await services.announce(order.id)
}

async function giveUp(
  services: Needs,
  order: OrderRow,
  endedBy: 'checkout' | 'payment',
  reason: string,
  checkout?: CheckoutFacts,
): Promise<void> {
  const now = services.now()
  const patch = { ended_by: endedBy, ...(checkout?.email && { email: checkout.email }) }
  const moved = await services.orders.move(order.id, 'cancelled', now, patch, reason, ['awaiting_payment'])
  if (!moved) return
  if (order.reorder_of === null) await services.photos.deleteAfter(order.photo_id, now + endedPhotoMs)
  await services.journal.audit(
    { subject: order.id, action: 'order.cancelled', actor: order.payment_source, reason },
    now,
  )
  await services.announce(order.id)
}
