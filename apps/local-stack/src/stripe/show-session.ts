import type Stripe from 'stripe'
import type { SessionRecord, StripeState } from './stripe-state.ts'

/** A session as the API tells it: the page's address only while it is open, more where `expand` asks. */
export function showSession(
  state: StripeState,
  record: SessionRecord,
  expand: readonly string[] = [],
): Stripe.Checkout.Session {
  const { session } = record
  const intentId = typeof session.payment_intent === 'string' ? session.payment_intent : undefined
  const intent = intentId === undefined ? undefined : state.intents.get(intentId)
  return {
    ...session,
    url: session.status === 'open' ? checkoutUrl(state, session.id) : null,
    ...shippingCost(record, expand),
    ...(expand.includes('line_items') && { line_items: lineItemList(record) }),
    ...(expand.some((path) => path.startsWith('payment_intent')) &&
      intent && {
        payment_intent: showIntent(
          state,
          intent,
          expand.map((path) => path.replace(/^payment_intent\.?/, '')),
        ),
      }),
  }
}

function shippingCost(
  { session, shippingRates }: SessionRecord,
  expand: readonly string[],
): Partial<Stripe.Checkout.Session> {
  const cost = session.shipping_cost
  const rate = shippingRates.find((one) => one.id === cost?.shipping_rate)
  if (!cost || !rate || !expand.includes('shipping_cost.shipping_rate')) return {}
  return { shipping_cost: { ...cost, shipping_rate: rate } }
}

export function checkoutUrl(state: StripeState, sessionId: string): string {
  return `${state.baseUrl()}/c/pay/${sessionId}`
}

export function lineItemList(record: SessionRecord): Stripe.ApiList<Stripe.LineItem> {
  const url = `/v1/checkout/sessions/${record.session.id}/line_items`
  return { object: 'list', data: [...record.lineItems], has_more: false, url }
}

export function showIntent(
  state: StripeState,
  intent: Stripe.PaymentIntent,
  expand: readonly string[] = [],
): Stripe.PaymentIntent {
  const chargeId = intent.latest_charge
  const charge = typeof chargeId === 'string' ? state.charges.get(chargeId) : undefined
  return expand.includes('latest_charge') && charge ? { ...intent, latest_charge: charge } : intent
}
