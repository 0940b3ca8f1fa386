import { AppError } from '@foxetales/shared-schemas/errors'
import type { RefundRow } from '../db/refunds.ts'
import { followPayment } from './follow-payment.ts'
import { raiseAlert } from './raise-alert.ts'

type Needs = Parameters<typeof followPayment>[0]

export interface GiveBack {
  /** What it is for, once an order: asking again changes nothing. */
  readonly cause: string
  readonly amountMinor: number
  readonly actor: string
  readonly reason: string
}

/**
 * Gives money back: the row first, then the call, so that a crash between the two is made good by the sweep. Throws
 * REFUND_TOO_LARGE when it is more than is left, IDEMPOTENCY_KEY_REUSED when its cause was used for another amount.
 */
export async function giveBack(services: Needs, orderId: string, wanted: GiveBack): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  await services.refunds.plan(
    {
      id: services.newId('refund'),
      order_id: order.id,
      cause: wanted.cause,
      amount_minor: wanted.amountMinor,
      currency: order.currency.toLowerCase(),
      actor: wanted.actor,
      reason: wanted.reason,
    },
    services.now(),
  )
  const refund = await services.refunds.ofCause(order.id, wanted.cause)
  if (!refund)
    throw new AppError('REFUND_TOO_LARGE', { left: (order.paid_minor ?? 0) - order.refunded_minor })
  if (refund.amount_minor !== wanted.amountMinor) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  await sendRefund(services, refund)
}

/** Asks the payment service for a planned refund. One that it does not answer stays planned, for the sweep. */
export async function sendRefund(services: Needs, refund: RefundRow): Promise<void> {
  if (refund.state !== 'planned') return
  const order = await services.orders.find(refund.order_id)
  if (!order?.payment_ref) return fail(services, refund, 'there is no payment to give back from')
  const payment = services.payments[order.payment_source]
  try {
    const facts = await payment.refund({
      refundId: refund.id,
      orderId: order.id,
      paymentRef: order.payment_ref,
      amountMinor: refund.amount_minor,
    })
    await services.refunds.record(
      refund.id,
      { state: facts.status, providerRef: facts.refundId },
      services.now(),
    )
    const { actor, reason, cause } = refund
    const action = `refund.sent ${refund.amount_minor} ${refund.currency} (${cause})`
    await services.journal.audit({ subject: order.id, action, actor, reason }, services.now())
    await followPayment(services, payment, order.payment_ref)
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    services.report(fault, { during: 'refund', refund: refund.id })
    if (!fault.retryable) await fail(services, refund, `the payment service refused it: ${fault.code}`)
  }
}

async function fail(services: Needs, refund: RefundRow, failure: string): Promise<void> {
  await services.refunds.record(refund.id, { state: 'failed', failure }, services.now())
  const detail = `a refund of ${refund.amount_minor} ${refund.currency} failed: ${failure}`
  await raiseAlert(services, { kind: 'refund_failed', subject: refund.order_id, detail })
}
