import type { OrderRow } from '../db/orders.ts'
import type { Payment, PaymentFacts, RefundFacts } from '../ports/payment.ts'
import type { Services } from '../services.ts'
import { endRefunded } from './end-refunded.ts'
import { overAlert, raiseAlert } from './raise-alert.ts'

type Needs = Parameters<typeof endRefunded>[0] &
  Pick<Services, 'newId' | 'ordersByPayment' | 'refunds' | 'money' | 'payments' | 'send'>

const disputeHold = 'the customer’s bank disputes the payment'
const doubtHold = 'the payment may be a fraud'

/** A payment is read again, and its order follows: what went back, what the bank demands, who doubts it. Safe to repeat. */
export async function followPayment(services: Needs, payment: Payment, paymentRef: string): Promise<void> {
  const facts = await payment.readPayment(paymentRef)
  const order = await services.ordersByPayment.ofPayment(payment.name, paymentRef)
  if (!order) return
  for (const refund of facts.refunds) await followRefund(services, order, refund)
  const isBack = (refund: RefundFacts) => refund.status === 'succeeded' || refund.status === 'pending'
  const refunded = facts.refunds.filter(isBack).reduce((sum, refund) => sum + refund.amountMinor, 0)
  if (refunded !== order.refunded_minor) {
    await services.orders.note(order.id, { refunded_minor: refunded }, services.now())
  }
  if (order.paid_minor !== null && order.paid_minor > 0 && refunded >= order.paid_minor) {
    await endRefunded(services, order, payment.name)
  }
  if (facts.dispute) await followDispute(services, order, facts.dispute, payment.name)
  if (facts.doubted) await doubt(services, order, payment.name)
  else await release(services, order, doubtHold, payment.name)
  await services.announce(order.id)
}

async function followRefund(services: Needs, order: OrderRow, facts: RefundFacts): Promise<void> {
  const now = services.now()
  const known = (await services.refunds.ofOrder(order.id)).find(
    (row) => row.id === facts.ourId || row.provider_ref === facts.refundId,
  )
  if (known) {
    const changed = await services.refunds.record(
      known.id,
      { state: facts.status, providerRef: facts.refundId },
      now,
    )
    if (changed && facts.status === 'failed') {
      const detail = `a refund of ${facts.amountMinor} ${order.currency} came back: the bank did not take it`
      await raiseAlert(services, { kind: 'refund_failed', subject: order.id, detail })
    }
  } else {
    await services.refunds.adopt(
      {
        id: services.newId('refund'),
        order_id: order.id,
        cause: `outside:${facts.refundId}`,
        amount_minor: facts.amountMinor,
        currency: order.currency.toLowerCase(),
        actor: order.payment_source,
        reason: 'given back at the payment service',
        state: facts.status,
        provider_ref: facts.refundId,
      },
      now,
    )
    const action = `order.refunded_in_part ${facts.amountMinor} ${order.currency.toLowerCase()}`
    const isWhole = facts.amountMinor >= (order.paid_minor ?? 0)
    if (!isWhole) {
      await services.journal.audit({ subject: order.id, action, actor: order.payment_source }, now)
    }
  }
  if (facts.status === 'succeeded') await enter(services, order, 'refund', -facts.amountMinor, facts.refundId)
}

async function followDispute(
  services: Needs,
  order: OrderRow,
  dispute: NonNullable<PaymentFacts['dispute']>,
  actor: string,
): Promise<void> {
  await enter(services, order, 'dispute', -dispute.amountMinor, dispute.id)
  if (dispute.status === 'open') {
    await hold(services, order, disputeHold, actor)
    const detail = `${disputeHold}; answer it at the payment service with the approval and the tracking`
    await raiseAlert(services, { kind: 'dispute', subject: order.id, detail })
  } else if (dispute.status === 'won') {
    await enter(services, order, 'dispute_won', dispute.amountMinor, dispute.id)
    await release(services, order, disputeHold, actor)
    await overAlert(services, 'dispute', order.id)
  } else {
    // The money is gone. The hold stays: what is not made yet shall not be, and a person ends the order.
    await hold(services, order, disputeHold, actor)
    await overAlert(services, 'dispute', order.id)
    const detail = 'the dispute was lost and the money is gone: cancel what is not printed yet'
    await raiseAlert(services, { kind: 'dispute_lost', subject: order.id, detail })
  }
}

async function doubt(services: Needs, order: OrderRow, actor: string): Promise<void> {
  await hold(services, order, doubtHold, actor)
  const detail = 'the card’s issuer or the payment service warns of fraud: refund it, or release the hold'
  await raiseAlert(services, { kind: 'fraud_warning', subject: order.id, detail })
}

/** Once: a hold that somebody of the staff released after looking does not come back by the same news. */
async function hold(services: Needs, order: OrderRow, reason: string, actor: string): Promise<void> {
  const audit = await services.journal.auditOf(order.id)
  if (audit.some((entry) => entry.action === 'order.held' && entry.reason === reason)) return
  const now = services.now()
  if (order.hold === null) await services.orders.setHold(order.id, reason, now)
  await services.journal.audit({ subject: order.id, action: 'order.held', actor, reason }, now)
}

async function release(services: Needs, order: OrderRow, reason: string, actor: string): Promise<void> {
  const current = await services.orders.find(order.id)
  if (current?.hold !== reason) return
  const now = services.now()
  await services.orders.setHold(order.id, null, now)
  await services.journal.audit(
    { subject: order.id, action: 'order.released', actor, reason: 'it is settled' },
    now,
  )
  await services.send([{ kind: 'order.advance', orderId: order.id }])
}

async function enter(
  services: Needs,
  order: OrderRow,
  kind: 'refund' | 'dispute' | 'dispute_won',
  amountMinor: number,
  ref: string,
): Promise<void> {
  await services.money.enter({
    order_id: order.id,
    kind,
    amount_minor: amountMinor,
    currency: order.currency.toLowerCase(),
    ref,
    at: services.now(),
  })
}
