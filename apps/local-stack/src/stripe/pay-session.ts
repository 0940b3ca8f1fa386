import type Stripe from 'stripe'
import { byThemselves, emitEvent } from './emit-event.ts'
import { newCharge, newIntent } from './payment-objects.ts'
import { reckonTotal } from './reckon-total.ts'
import { showSession } from './show-session.ts'
import { type SessionRecord, type StripeState, seconds } from './stripe-state.ts'

/** What a buyer filled into the checkout page; trimmed, and complete for what the session asks. */
export interface Buyer {
  readonly email: string
  readonly name: string
  readonly phone: string | null
  readonly address: Stripe.Address | null
  readonly rate: Stripe.ShippingRate | undefined
  /** A promotion code; empty for none. */
  readonly code: string
}

export type PayOutcome = 'paid' | 'already_paid' | 'expired' | 'declined'

/** Takes the money of an open session, once, and tells it as events in the order in which Stripe makes them. */
export function paySession(state: StripeState, id: string, buyer: Buyer, declined: boolean): PayOutcome {
  return state.store.transaction(() => {
    const record = state.sessions.get(id)
    if (record?.session.status === 'complete') return 'already_paid'
    if (record?.session.status !== 'open' || record.session.expires_at <= seconds(state)) return 'expired'
    if (declined) {
      const intent = newIntent(state, record, buyer, 'requires_payment_method')
      emitEvent(state, 'payment_intent.payment_failed', intent, byThemselves)
      return 'declined'
    }
    const paid = complete(state, record, buyer)
    state.sessions.put(id, paid)
    state.openUntil.delete(id)
    emitEvent(state, 'checkout.session.completed', showSession(state, paid), byThemselves)
    return 'paid'
  })
}

function complete(state: StripeState, opened: SessionRecord, buyer: Buyer): SessionRecord {
  const record = withTotal(opened, buyer)
  // What a promotion code makes free needs no payment at all.
  const intent = record.session.amount_total === 0 ? undefined : pay(state, record, buyer)
  const session: Stripe.Checkout.Session = {
    ...record.session,
    status: 'complete',
    payment_status: intent ? 'paid' : 'no_payment_required',
    payment_intent: intent?.id ?? null,
    customer_details: {
      address: buyer.address,
      business_name: null,
      email: buyer.email,
      individual_name: null,
      name: buyer.name,
      phone: buyer.phone,
      tax_exempt: 'none',
      tax_ids: [],
    },
    collected_information: {
      business_name: null,
      individual_name: null,
      shipping_details:
        record.allowedCountries.length > 0 && buyer.address
          ? { name: buyer.name, address: buyer.address }
          : null,
    },
  }
  return { ...record, session }
}

function withTotal(record: SessionRecord, buyer: Buyer): SessionRecord {
  const { rate, code } = buyer
  const owed = reckonTotal(record, { rate, code, country: buyer.address?.country ?? undefined })
  const shippingCost: Stripe.Checkout.Session.ShippingCost | null = rate
    ? {
        amount_subtotal: owed.shipping,
        amount_tax: owed.shippingTax,
        amount_total: owed.shipping + (record.taxBehavior === 'exclusive' ? owed.shippingTax : 0),
        shipping_rate: rate.id,
      }
    : null
  const session: Stripe.Checkout.Session = {
    ...record.session,
    amount_total: owed.total,
    shipping_cost: shippingCost,
    total_details: {
      amount_discount: owed.discount,
      amount_shipping: owed.shipping,
      amount_tax: owed.tax,
    },
    automatic_tax: {
      ...record.session.automatic_tax,
      status: record.session.automatic_tax.enabled ? 'complete' : null,
    },
  }
  return { ...record, session }
}

function pay(state: StripeState, record: SessionRecord, buyer: Buyer): Stripe.PaymentIntent {
  const intent = newIntent(state, record, buyer, 'succeeded')
  const charge = newCharge(state, intent, buyer)
  const paidIntent: Stripe.PaymentIntent = { ...intent, latest_charge: charge.id }
  state.intents.put(intent.id, paidIntent)
  state.charges.put(charge.id, charge)
  emitEvent(state, 'payment_intent.created', { ...intent, status: 'requires_payment_method' }, byThemselves)
  emitEvent(state, 'charge.succeeded', charge, byThemselves)
  emitEvent(state, 'payment_intent.succeeded', paidIntent, byThemselves)
  return paidIntent
}
