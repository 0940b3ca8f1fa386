import type Stripe from 'stripe'
import { type StripeState, seconds } from './stripe-state.ts'

/** The events this server tells; each name is Stripe's. */
export type EventType =
  | 'checkout.session.completed'
  | 'checkout.session.expired'
  | 'payment_intent.created'
  | 'payment_intent.succeeded'
  | 'payment_intent.payment_failed'
  | 'charge.succeeded'
  | 'charge.refunded'
  | 'charge.dispute.created'
  | 'charge.dispute.closed'
  | 'radar.early_fraud_warning.created'
  | 'refund.created'

/** What called for an event: the API request, if it was one. */
export interface Cause {
  readonly requestId: string | null
  readonly idempotencyKey: string | null
}

export const byThemselves: Cause = { requestId: null, idempotencyKey: null }

/** Keeps a snapshot event in Stripe's envelope and sends it to the webhook endpoint. */
export function emitEvent(state: StripeState, type: EventType, object: object, cause: Cause): Stripe.Event {
  // Stripe's type is a union over two hundred types, each with its own object; the pairing is made by the callers.
  const event = {
    id: `evt_${state.randomId(24)}`,
    object: 'event',
    api_version: state.apiVersion,
    created: seconds(state),
    data: { object },
    livemode: false,
    pending_webhooks: state.webhookUrl === undefined ? 0 : 1,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  } as unknown as Stripe.Event
  state.events.put(event.id, event)
  sendEvent(state, event, `${event.id}.1`)
  return event
}

/** Puts an event into the outbox; `deliveryId` tells repeated sendings apart. */
export function sendEvent(state: StripeState, event: Stripe.Event, deliveryId: string): void {
  if (state.webhookUrl === undefined) return
  state.outbox.add({
    id: deliveryId,
    url: state.webhookUrl,
    body: JSON.stringify(event, undefined, 2),
    delayMs: state.mode.delayMs,
    held: state.mode.held,
  })
}
