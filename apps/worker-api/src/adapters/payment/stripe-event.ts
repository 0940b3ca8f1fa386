import * as z from 'zod'
import type { PaymentEvent } from '../../ports/payment.ts'

/** The few fields of a snapshot event we look at: https://docs.stripe.com/api/events/object. Times in unix seconds. */
const stripeEvent = z.object({
  id: z.string().min(1),
  type: z.string(),
  created: z.number(),
  data: z.object({
    object: z.object({
      id: z.string().min(1),
      payment_intent: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
      /** On a charge: the whole amount went back. */
      refunded: z.boolean().nullish(),
    }),
  }),
})
type StripeEvent = z.infer<typeof stripeEvent>

/** A verified event, reduced to a hint. Throws ZodError when it is no event. */
export function readEvent(event: unknown): PaymentEvent {
  const { id, type, created, data } = stripeEvent.parse(event)
  const intent = data.object.payment_intent
  const paymentIntentId = typeof intent === 'string' ? intent : intent?.id
  return {
    eventId: id,
    kind: kindOf(type, data.object),
    createdAt: created * 1000,
    ...(type.startsWith('checkout.session.') && { sessionId: data.object.id }),
    ...(paymentIntentId && { paymentIntentId }),
  }
}

function kindOf(type: string, object: StripeEvent['data']['object']): PaymentEvent['kind'] {
  switch (type) {
    case 'checkout.session.completed':
    // The money of a slow way to pay, such as a bank debit, arrives days after the checkout was complete.
    case 'checkout.session.async_payment_succeeded':
      return 'checkout_completed'
    case 'checkout.session.async_payment_failed':
      return 'payment_failed'
    case 'checkout.session.expired':
      return 'checkout_expired'
    case 'charge.refunded':
      return object.refunded === true ? 'refunded' : 'ignored'
    case 'charge.dispute.created':
    case 'radar.early_fraud_warning.created':
      return 'dispute_opened'
    default:
      return 'ignored'
  }
}
