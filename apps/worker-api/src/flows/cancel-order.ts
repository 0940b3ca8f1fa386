import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderRow } from '../db/orders.ts'
import { mayCancel } from '../domain/ending-rules.ts'
import { hasCheckout } from '../ports/payment.ts'
import { spent } from './end-refunded.ts'
import { followCheckout } from './follow-checkout.ts'
import { giveBack, sendRefund } from './give-back.ts'
import { endedPhotoMs, stopPainting, stopPrinter } from './stop-order.ts'

type Needs = Parameters<typeof followCheckout>[0]
type By = { role: 'customer' | 'staff'; actor: string; reason: string }

/**
 * Ends an order whose book is not in the post: the printer is stopped while it can be, GPU work that is not spent stops,
 * and everything that was paid goes back. Cancelling twice is cancelling once. Throws CANCEL_TOO_LATE to a customer whose
 * book is being made and to staff when the printer does not stop; ILLEGAL_TRANSITION where there is nothing to cancel.
 */
export async function cancelOrder(services: Needs, orderId: string, by: By): Promise<void> {
  const order = await closeItsCheckout(services, await find(services, orderId))
  if (order.state === 'cancelled' || order.state === 'refunded') return
  if (!mayCancel(order, by.role)) {
    const code = by.role === 'customer' ? 'CANCEL_TOO_LATE' : 'ILLEGAL_TRANSITION'
    throw new AppError(code, { order: order.state })
  }
  if ((await stopPrinter(services, order)) === 'too_late') {
    throw new AppError('CANCEL_TOO_LATE', { order: order.state, printer: 'too_late' })
  }
  const now = services.now()
  const patch = { ended_by: by.role, hold: null }
  const moved = await services.orders.move(order.id, 'cancelled', now, patch, by.reason, [order.state])
  // It went on meanwhile: whoever asks again sees where to.
  if (!moved) throw new AppError('ILLEGAL_TRANSITION', { order: (await find(services, orderId)).state })
  const action = `order.cancelled: ${await spent(services, order)}`
  await services.journal.audit({ subject: order.id, action, actor: by.actor, reason: by.reason }, now)
  await finishCancelled(services, order.id)
  await services.announce(order.id)
}

/** What follows from a cancellation; the sweep comes here too, for one that stopped halfway. Safe to repeat. */
export async function finishCancelled(services: Needs, orderId: string): Promise<void> {
  const order = await find(services, orderId)
  if (order.state !== 'cancelled') return
  await stopPainting(services, order)
  if (order.reorder_of === null) {
    await services.photos.deleteAfter(order.photo_id, services.now() + endedPhotoMs)
  }
  const begun = await services.refunds.ofCause(order.id, 'cancelled')
  if (begun) return sendRefund(services, begun)
  const left = (order.paid_minor ?? 0) - order.refunded_minor
  if (left <= 0 || order.payment_ref === null) return
  const refund = { cause: 'cancelled', amountMinor: left, actor: order.ended_by ?? 'rule' }
  await giveBack(services, order.id, { ...refund, reason: order.reason ?? 'the order was cancelled' })
}

/** An open checkout page is closed first, so that nobody pays for what was cancelled; what was paid there counts. */
async function closeItsCheckout(services: Needs, order: OrderRow): Promise<OrderRow> {
  const payment = services.payments[order.payment_source]
  if (order.state !== 'awaiting_payment' || !order.payment_session || !hasCheckout(payment)) return order
  if ((await payment.closeCheckout(order.payment_session)) === 'complete') {
    await followCheckout(services, payment, order.payment_session)
  }
  return find(services, order.id)
}

async function find(services: Needs, orderId: string): Promise<OrderRow> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  return order
}
