import * as z from 'zod'
import type { PaymentEvent } from '../../ports/payment.ts'

/** The few fields of a snapshot event we look at: https://docs.stripe.com/api/events/object. Times in unix seconds. */
const stripeEvent = z.object({
  id: z.string().min(1),
  type: z.string(),
  created: z.number(),
  livemode: z.boolean(),
  data: z.object({
    object: z.object({
      id: z.string().min(1),
      payment_intent: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
    }),
  }),
})
type StripeEvent = z.infer<typeof stripeEvent>

/** Events about a payment that was made: each names the payment, and tells us to read all that befell it. */
const paymentEvents = ['charge.refund', 'refund.', 'charge.dispute.', 'radar.early_fraud_warning.', 'review.']

/**
 * A verified event, reduced to a hint. `payment_intent.*` and the rest of `charge.*` are left alone on purpose: the checkout
 * tells of the payment, and acting on both would start a book twice. Throws ZodError when it is no event.
 */
export function readEvent(event: unknown): PaymentEvent & { livemode: boolean } {
  const { id, type, created, livemode, data } = stripeEvent.parse(event)
  return { eventId: id, type, look: lookOf(type, data.object), createdAt: created * 1000, livemode }
}

function lookOf(type: string, object: StripeEvent['data']['object']): PaymentEvent['look'] {
  if (type.startsWith('checkout.session.')) return { at: 'checkout', sessionId: object.id }
  const intent = object.payment_intent
  const paymentRef = typeof intent === 'string' ? intent : intent?.id
  if (paymentRef && paymentEvents.some((prefix) => type.startsWith(prefix))) {
    return { at: 'payment', paymentRef }
  }
  return { at: 'nothing' }
}
