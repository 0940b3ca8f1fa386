import type { OrderRow } from '../db/orders.ts'
import { lateMoney } from '../domain/ending-rules.ts'
import { hasCheckout } from '../ports/payment.ts'
import type { Services } from '../services.ts'
import { giveBack } from './give-back.ts'
import { type Purchase, purchaseColumns, purchaseProblem } from './purchase.ts'
import { raiseAlert } from './raise-alert.ts'

type Needs = Parameters<typeof giveBack>[0] & Pick<Services, 'photos' | 'settings'>

/** The photo of a paid order is kept until its book was shipped and claims are over; the shipping sets the final date. */
const paidPhotoMs = 90 * 24 * 3_600_000

/**
 * Money has arrived for an order: the one way into `paid`, whatever took it. Safe to repeat. A preview is bought once
 * across all sources, so money for a preview that somebody has bought already goes back, as does money for an order that
 * was cancelled on purpose. `known`: the order was paid before.
 */
export async function markPaid(
  services: Needs,
  order: OrderRow,
  purchase: Purchase,
): Promise<'paid' | 'known' | 'goes_back'> {
  if (order.paid_at !== null) return 'known'
  const now = services.now()
  if (order.state === 'cancelled' && lateMoney(order.ended_by) === 'goes_back') {
    await returnMoney(
      services,
      order,
      purchase,
      'came_too_late',
      'the order was cancelled before it was paid',
    )
    return 'goes_back'
  }
  if (!(await isOnlyBuyer(services, order))) {
    const detail = 'the same preview was paid twice; this payment goes back by itself'
    await raiseAlert(services, { kind: 'paid_twice', subject: order.id, detail })
    await returnMoney(services, order, purchase, 'paid_twice', 'the book was paid already')
    return 'goes_back'
  }
  // Before the move, so that no crash between the two leaves a paid book without its photo.
  await services.photos.deleteAfter(order.photo_id, now + paidPhotoMs)
  await enterPayment(services, order, purchase)
  const problem = purchaseProblem(order, purchase)
  const { proofMs } = services.settings
  const patch = {
    ...purchaseColumns(purchase),
    paid_at: now,
    // Of more copies there is nothing to correct: they are the same book.
    proof_until: proofMs > 0 && order.reorder_of === null ? now + proofMs : null,
    hold: problem,
    ended_by: null,
  }
  if (!(await services.orders.move(order.id, 'paid', now, patch))) return 'known'
  await services.journal.audit({ subject: order.id, action: 'order.paid', actor: purchase.source }, now)
  if (problem) await raiseAlert(services, { kind: 'amount_differs', subject: order.id, detail: problem })
  await failIfPhotoIsGone(services, order)
  return 'paid'
}

/** Closes an unpaid order for the same preview; false when that one was paid, or is being paid this moment. */
async function isOnlyBuyer(services: Needs, order: OrderRow): Promise<boolean> {
  const rival = order.reorder_of === null ? await services.orders.ofPreview(order.preview_job_id) : null
  if (!rival || rival.id === order.id) return true
  if (rival.state !== 'awaiting_payment') return false
  const payment = services.payments[rival.payment_source]
  if (hasCheckout(payment) && rival.payment_session) {
    const closed = await payment.closeCheckout(rival.payment_session)
    if (closed === 'complete' && (await payment.readCheckout(rival.payment_session)).money === 'here') {
      return false
    }
  }
  const now = services.now()
  const reason = 'the same book was paid through another order'
  await services.orders.move(rival.id, 'cancelled', now, { ended_by: 'superseded' }, reason, [
    'awaiting_payment',
  ])
  await services.journal.audit({ subject: rival.id, action: 'order.cancelled', actor: 'rule', reason }, now)
  return true
}

async function returnMoney(
  services: Needs,
  order: OrderRow,
  purchase: Purchase,
  cause: 'came_too_late' | 'paid_twice',
  reason: string,
): Promise<void> {
  const { paymentRef, amounts } = purchase
  if (paymentRef === undefined || amounts.totalMinor === 0) return
  await enterPayment(services, order, purchase)
  // Who paid has to be told, so the address is kept; where the book would have gone is not needed.
  const patch = { ...purchaseColumns(purchase), ship_to: null }
  await services.orders.note(order.id, patch, services.now())
  await giveBack(services, order.id, { cause, amountMinor: amounts.totalMinor, actor: 'rule', reason })
}

async function enterPayment(services: Needs, order: OrderRow, purchase: Purchase): Promise<void> {
  const { amounts, paymentRef } = purchase
  await services.money.enter({
    order_id: order.id,
    kind: 'payment',
    amount_minor: amounts.totalMinor,
    currency: amounts.currency,
    ref: paymentRef ?? order.id,
    at: services.now(),
  })
}

/** Money that came so late that the photo was deleted cannot make a book any more: a person gives it back. */
async function failIfPhotoIsGone(services: Needs, order: OrderRow): Promise<void> {
  if (order.reorder_of !== null) return
  const photo = await services.photos.find(order.photo_id)
  if (photo && photo.deleted_at === null) return
  const reason = 'the photo was deleted before the money came: refund it'
  const now = services.now()
  await services.orders.move(order.id, 'failed', now, {}, reason)
  await services.journal.audit({ subject: order.id, action: 'order.failed', actor: 'system', reason }, now)
}
