import type Stripe from 'stripe'
import { byThemselves, emitEvent } from './emit-event.ts'
import { type StripeState, seconds } from './stripe-state.ts'

/** A buyer's bank takes the money back: https://docs.stripe.com/api/disputes/object, as far as a shop looks at it. */
export function openDispute(state: StripeState, charge: Stripe.Charge): Stripe.Event {
  state.charges.put(charge.id, { ...charge, disputed: true })
  // A dispute has thirty fields of evidence that a shop never reads here.
  const dispute = {
    id: `du_${state.randomId(24)}`,
    object: 'dispute',
    amount: charge.amount,
    charge: charge.id,
    created: seconds(state),
    currency: charge.currency,
    is_charge_refundable: true,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
  } as unknown as Stripe.Dispute
  state.disputes.put(dispute.id, dispute)
  return emitEvent(state, 'charge.dispute.created', dispute, byThemselves)
}

/** The card's issuer says that its owner did not make this payment. */
export function warnOfFraud(state: StripeState, charge: Stripe.Charge): Stripe.Event {
  const intent = charge.payment_intent
  const warning: Stripe.Radar.EarlyFraudWarning = {
    id: `issfr_${state.randomId(24)}`,
    object: 'radar.early_fraud_warning',
    actionable: true,
    charge: charge.id,
    created: seconds(state),
    fraud_type: 'unauthorized_use_of_card',
    livemode: false,
    ...(intent ? { payment_intent: intent } : {}),
  }
  state.warnings.put(warning.id, warning)
  return emitEvent(state, 'radar.early_fraud_warning.created', warning, byThemselves)
}
