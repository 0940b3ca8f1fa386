import { AppError } from '@foxetales/shared-schemas/errors'
import { type HostedCheckout, hasCheckout } from '../ports/payment.ts'
import { followCheckout } from './follow-checkout.ts'

type Needs = Parameters<typeof followCheckout>[0]

const dayMs = 24 * 3_600_000
/** Checkouts are open for a day: an order that is not paid after that waits for news that got lost. */
const checkoutIsOverMs = dayMs
/** Stripe repeats an event for three days; what nobody told us in four will not be told. */
const lookBackMs = 4 * dayMs
const eventsMs = 30 * dayMs
const pageSize = 100

/**
 * Once a night, both books are laid side by side. Ours: orders that wait for a payment though their checkout is over. The
 * payment service's: checkouts that were gone through with these last days. Whatever the webhooks lost is found here.
 */
export async function reconcilePayments(services: Needs): Promise<void> {
  for (const payment of Object.values(services.payments)) {
    if (!hasCheckout(payment)) continue
    await readOurBooks(services, payment)
    await readTheirBooks(services, payment)
  }
  await services.journal.forgetEvents(services.now() - eventsMs)
}

async function readOurBooks(services: Needs, payment: HostedCheckout): Promise<void> {
  const now = services.now()
  let after = ''
  for (;;) {
    const page = await services.ordersByPayment.unpaid(payment.name, now - checkoutIsOverMs, after, pageSize)
    for (const order of page) {
      after = order.id
      if (order.payment_session) await follow(services, payment, order.payment_session)
      else await dropUnopened(services, order.id)
    }
    if (page.length < pageSize) return
  }
}

/** No checkout was ever opened for it: nothing can be paid, and the preview is free again. */
async function dropUnopened(services: Needs, orderId: string): Promise<void> {
  const [now, reason] = [services.now(), 'no checkout was opened']
  const moved = await services.orders.move(orderId, 'cancelled', now, { ended_by: 'checkout' }, reason, [
    'awaiting_payment',
  ])
  if (!moved) return
  await services.journal.audit({ subject: orderId, action: 'order.cancelled', actor: 'rule', reason }, now)
}

async function readTheirBooks(services: Needs, payment: HostedCheckout): Promise<void> {
  for await (const sessionId of payment.completedCheckouts(services.now() - lookBackMs)) {
    const order = await services.ordersByPayment.ofSession(payment.name, sessionId)
    if (order?.paid_at == null) await follow(services, payment, sessionId)
  }
}

/** One checkout's trouble must not keep the others from being looked at. */
async function follow(services: Needs, payment: HostedCheckout, sessionId: string): Promise<void> {
  try {
    await followCheckout(services, payment, sessionId)
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    services.report(fault, { during: 'reconcile', session: sessionId })
  }
}
