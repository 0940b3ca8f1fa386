import type { PaymentEvent } from '../ports/payment.ts'
import type { Services } from '../services.ts'
import { cancelUnits } from './cancel-units.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'orders'
  | 'photos'
  | 'units'
  | 'gpu'
  | 'scheduler'
  | 'journal'
  | 'payment'
  | 'announce'
  | 'send'
  | 'report'
  | 'settings'
>

/** The photo of a paid order is kept until its book was shipped and claims are over; the shipping sets the final date. */
const paidPhotoMs = 90 * 24 * 3_600_000

/**
 * A verified event is a reason to look: the checkout is read again and the order follows what the payment service says
 * now. So an event may come twenty times, in any order, years late, and there is one book.
 */
export async function acceptPayment(services: Needs, event: PaymentEvent): Promise<void> {
  if (event.kind === 'dispute_opened' || event.kind === 'refunded') await followTrouble(services, event)
  else if (event.kind !== 'ignored' && event.sessionId) await followCheckout(services, event.sessionId)
  // Remembered last: an event that failed halfway must be able to come again.
  await services.journal.firstSeen(services.payment.name, event.eventId, event.kind, services.now())
}

async function followCheckout(services: Needs, sessionId: string): Promise<void> {
  const checkout = await services.payment.readCheckout(sessionId)
  const order = await services.orders.find(checkout.orderId)
  if (!order || order.payment_source !== services.payment.name) {
    services.report(new Error('a checkout for an order we do not have'), { order: checkout.orderId })
    return
  }
  const now = services.now()
  if (checkout.paid) {
    const expected =
      checkout.amountMinor === order.amount_minor && checkout.currency === order.currency.toLowerCase()
    // Before the move, so that no crash between the two leaves a paid book without its photo.
    if (order.state === 'awaiting_payment' || order.state === 'cancelled') {
      await services.photos.deleteAfter(order.photo_id, now + paidPhotoMs)
    }
    const moved = await services.orders.move(order.id, 'paid', now, {
      paid_at: now,
      proof_until: services.settings.proofMs > 0 ? now + services.settings.proofMs : null,
      payment_ref: checkout.paymentIntentId ?? null,
      email: checkout.email ?? null,
      ship_to: checkout.shipTo ? JSON.stringify(checkout.shipTo) : null,
      hold: expected ? null : 'the amount paid is not the amount asked',
    })
    if (!moved) return
    await services.journal.audit(
      { subject: order.id, action: 'order.paid', actor: services.payment.name },
      now,
    )
  } else if (checkout.status === 'expired') {
    const moved = await services.orders.move(order.id, 'cancelled', now, {}, 'the checkout expired', [
      'awaiting_payment',
    ])
    if (moved) {
      await services.journal.audit(
        { subject: order.id, action: 'order.cancelled', actor: services.payment.name },
        now,
      )
    }
    return
  } else {
    return
  }
  await nudge(services, [{ kind: 'order.advance', orderId: order.id }])
  await services.announce(order.id)
}

/** A dispute holds the order before anything more is paid for it; a full refund ends it, and its unspent GPU work. */
async function followTrouble(services: Needs, event: PaymentEvent): Promise<void> {
  const order = event.paymentIntentId
    ? await services.orders.ofPayment(services.payment.name, event.paymentIntentId)
    : null
  if (!order) return
  const now = services.now()
  const actor = services.payment.name
  if (event.kind === 'dispute_opened') {
    await services.orders.setHold(order.id, 'the customer’s bank disputes the payment', now)
    await services.journal.audit({ subject: order.id, action: 'order.held', actor, reason: 'dispute' }, now)
  } else if (await services.orders.move(order.id, 'refunded', now, {}, 'the payment was refunded')) {
    if (order.render_job_id) await cancelUnits(services, order.render_job_id)
    await services.journal.audit({ subject: order.id, action: 'order.refunded', actor }, now)
  }
  await services.announce(order.id)
}
