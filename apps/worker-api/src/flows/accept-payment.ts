import type { PaymentSource } from '../domain/payment-words.ts'
import { hasCheckout, type Payment, type PaymentEvent } from '../ports/payment.ts'
import { followCheckout } from './follow-checkout.ts'
import { followPayment } from './follow-payment.ts'

type Needs = Parameters<typeof followCheckout>[0]

/**
 * A verified event from a payment service is a reason to look at the object it names, never the truth itself. One that was
 * acted upon before changes nothing; one that failed halfway may come again.
 */
export async function acceptPayment(
  services: Needs,
  source: PaymentSource,
  event: PaymentEvent,
): Promise<void> {
  if (await services.journal.wasSeen(source, event.eventId)) return
  const payment = services.payments[source]
  if (event.look.at === 'checkout' && hasCheckout(payment)) {
    await followCheckout(services, payment, event.look.sessionId)
  } else if (event.look.at === 'payment') {
    await acquaint(services, payment, event.look.paymentRef)
    await followPayment(services, payment, event.look.paymentRef)
  }
  // Remembered last: what was not done to its end must be able to come again.
  await services.journal.firstSeen(source, event.eventId, event.type, services.now())
}

/** News of a payment may be faster than the news that it was made: then its order learns that first. */
async function acquaint(services: Needs, payment: Payment, paymentRef: string): Promise<void> {
  if (!hasCheckout(payment) || (await services.ordersByPayment.ofPayment(payment.name, paymentRef))) return
  const { orderId } = await payment.readPayment(paymentRef)
  const order = orderId ? await services.orders.find(orderId) : null
  if (order?.payment_session && order.payment_ref === null) {
    await followCheckout(services, payment, order.payment_session)
  }
}
