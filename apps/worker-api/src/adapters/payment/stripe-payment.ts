import type Stripe from 'stripe'
import type { RefundStatus } from '../../domain/payment-words.ts'
import type { PaymentFacts, RefundFacts } from '../../ports/payment.ts'
import { asAppError } from './stripe-errors.ts'

/** More than Stripe allows on one charge in practice; what is beyond it is found by the next event. */
const most = 100

/** A payment with all that befell it since: what went back, who doubts it, what the bank demands. */
export async function readStripePayment(stripe: Stripe, paymentRef: string): Promise<PaymentFacts> {
  const ofPayment = { payment_intent: paymentRef, limit: most }
  const [intent, refunds, disputes, warnings] = await Promise.all([
    asAppError(stripe.paymentIntents.retrieve(paymentRef, { expand: ['review'] })),
    asAppError(stripe.refunds.list(ofPayment)),
    asAppError(stripe.disputes.list(ofPayment)),
    asAppError(stripe.radar.earlyFraudWarnings.list(ofPayment)),
  ])
  const orderId = intent.metadata['order_id']
  const dispute = disputes.data[0]
  return {
    paymentRef,
    refunds: refunds.data.map(refundFacts),
    doubted: warnings.data.length > 0 || needsReview(intent.review),
    ...(orderId && { orderId }),
    ...(dispute && {
      dispute: {
        id: dispute.id,
        status: disputeStatus(dispute.status),
        amountMinor: dispute.amount,
        currency: dispute.currency,
      },
    }),
  }
}

/** A review that is open, or that ended otherwise than with an approval. */
function needsReview(review: string | Stripe.Review | null): boolean {
  if (review === null || typeof review === 'string') return false
  return review.open || review.closed_reason !== 'approved'
}

/** https://docs.stripe.com/api/disputes/object#dispute_object-status: an inquiry that was closed is as good as won. */
function disputeStatus(status: string): 'open' | 'won' | 'lost' {
  switch (status) {
    case 'won':
    case 'warning_closed':
    case 'prevented':
      return 'won'
    case 'lost':
      return 'lost'
    default:
      return 'open'
  }
}

export function refundFacts(refund: Stripe.Refund): RefundFacts {
  const ourId = refund.metadata?.['refund_id']
  return {
    refundId: refund.id,
    status: refundStatus(refund.status),
    amountMinor: refund.amount,
    ...(ourId && { ourId }),
  }
}

function refundStatus(status: string | null): RefundStatus {
  switch (status) {
    case 'succeeded':
    case 'failed':
      return status
    case 'canceled':
      return 'cancelled'
    default:
      // `pending` and `requires_action`: the money is on its way, or waits for the customer's bank.
      return 'pending'
  }
}
