import type Stripe from 'stripe'
import * as z from 'zod'
import { type Cause, emitEvent } from './emit-event.ts'
import { noSuch, StripeApiError } from './stripe-error.ts'
import { type StripeState, seconds } from './stripe-state.ts'

/** The parameters of `POST /v1/refunds`: https://docs.stripe.com/api/refunds/create. */
export const refundParameters = z.strictObject({
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: z
    .string()
    .regex(/^[1-9]\d{0,11}$/, 'must be a whole number of at least 1')
    .transform(Number)
    .optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: z.record(z.string().max(40), z.string().max(500)).optional(),
  expand: z.array(z.string()).optional(),
})
type RefundParameters = z.infer<typeof refundParameters>

/** Sends money back, at most what is left of the charge. @throws StripeApiError 400, 404 */
export function createRefund(state: StripeState, params: RefundParameters, cause: Cause): Stripe.Refund {
  const charge = chargeToRefund(state, params)
  const left = charge.amount - charge.amount_refunded
  if (left === 0) {
    throw refuse(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded')
  }
  const amount = params.amount ?? left
  if (amount > left) {
    throw refuse(
      `Refund amount (${amount} ${charge.currency}) is greater than unrefunded amount on charge (${left} ${charge.currency})`,
    )
  }
  const refund = newRefund(state, params, charge, amount)
  const refunded = charge.amount_refunded + amount
  const charged: Stripe.Charge = {
    ...charge,
    amount_refunded: refunded,
    refunded: refunded === charge.amount,
  }
  state.store.transaction(() => {
    state.refunds.put(refund.id, refund)
    state.charges.put(charge.id, charged)
    emitEvent(state, 'refund.created', refund, cause)
    emitEvent(state, 'charge.refunded', charged, cause)
  })
  return refund
}

function chargeToRefund(state: StripeState, params: RefundParameters): Stripe.Charge {
  if (params.charge !== undefined) {
    const charge = state.charges.get(params.charge)
    if (charge === undefined) throw noSuch('charge', params.charge, 'charge')
    return charge
  }
  if (params.payment_intent === undefined) {
    throw refuse('One of the following params should be provided for this request: payment_intent or charge.')
  }
  const intent = state.intents.get(params.payment_intent)
  if (intent === undefined) throw noSuch('payment_intent', params.payment_intent, 'payment_intent')
  const charge =
    typeof intent.latest_charge === 'string' ? state.charges.get(intent.latest_charge) : undefined
  if (charge === undefined) {
    throw refuse(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`)
  }
  return charge
}

function newRefund(
  state: StripeState,
  params: RefundParameters,
  charge: Stripe.Charge,
  amount: number,
): Stripe.Refund {
  return {
    id: `re_${state.randomId(24)}`,
    object: 'refund',
    amount,
    balance_transaction: `txn_${state.randomId(24)}`,
    charge: charge.id,
    created: seconds(state),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    metadata: params.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
}

function refuse(message: string, code?: string): StripeApiError {
  return new StripeApiError(400, { type: 'invalid_request_error', message, ...(code && { code }) }, true)
}
