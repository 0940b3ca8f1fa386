import { AppError } from '@foxetales/shared-schemas/errors'
import type Stripe from 'stripe'
import { shipTo } from '../../domain/ship-to.ts'
import type { CheckoutFacts, CheckoutOrder } from '../../ports/payment.ts'
import type { ShippingOption } from '../../ports/print-vendor.ts'

/**
 * `off`: we owe none, or reckon it elsewhere. Otherwise Stripe Tax reckons it by where the book goes: `inclusive` when our
 * prices hold it already, as European shops show them, `exclusive` when it comes on top, as in the United States.
 */
export type StripeTax = 'off' | 'inclusive' | 'exclusive'

/** What a session has to be read with, so that all we ask of it is there. */
export const checkoutExpansions = ['payment_intent.latest_charge', 'shipping_cost.shipping_rate'] as const

/** Printed books and shipping, as Stripe Tax sorts them: https://docs.stripe.com/tax/tax-codes. */
const bookTaxCode = 'txcd_35010000'
const shippingTaxCode = 'txcd_92010001'

const shippingNames = {
  en: { standard: 'Standard delivery', express: 'Express delivery' },
  vi: { standard: 'Giao hàng tiêu chuẩn', express: 'Giao hàng nhanh' },
} as const

/** Metadata is written twice: refunds and disputes see only the payment's, and Stripe does not copy the session's. */
export function checkoutParams(order: CheckoutOrder, tax: StripeTax): Stripe.Checkout.SessionCreateParams {
  const unitAmount = order.amountMinor / order.quantity
  if (!Number.isInteger(unitAmount)) {
    throw new AppError('PAYMENT_REFUSED', { reason: 'the amount is not a multiple of the quantity' })
  }
  const metadata = { order_id: order.orderId }
  const currency = order.currency.toLowerCase()
  const taxed = tax === 'off' ? {} : { tax_behavior: tax }
  // The SDK lists Stripe's countries; ours come from the printers, and Stripe says so if it has none of that name.
  type Country = Stripe.Checkout.SessionCreateParams.ShippingAddressCollection.AllowedCountry
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    client_reference_id: order.orderId,
    metadata,
    payment_intent_data: { metadata },
    line_items: [
      {
        quantity: order.quantity,
        price_data: {
          currency,
          unit_amount: unitAmount,
          product_data: { name: order.title, ...(tax === 'off' ? {} : { tax_code: bookTaxCode }) },
          ...taxed,
        },
      },
    ],
    locale: order.language,
    allow_promotion_codes: true,
    automatic_tax: { enabled: tax !== 'off' },
    shipping_address_collection: { allowed_countries: [order.country as Country] },
    shipping_options: order.shipping.map((option) => shippingOption(option, order, tax)),
    phone_number_collection: { enabled: true },
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
    expires_at: Math.floor(order.expiresAt / 1000),
    ...(order.customerEmail === undefined ? {} : { customer_email: order.customerEmail }),
  }
}

function shippingOption(
  option: ShippingOption,
  order: CheckoutOrder,
  tax: StripeTax,
): Stripe.Checkout.SessionCreateParams.ShippingOption {
  const { level, amountMinor, minDays, maxDays } = option
  return {
    shipping_rate_data: {
      type: 'fixed_amount',
      display_name: shippingNames[order.language][level],
      fixed_amount: { amount: amountMinor, currency: order.currency.toLowerCase() },
      delivery_estimate: {
        minimum: { unit: 'day', value: Math.max(1, minDays) },
        maximum: { unit: 'day', value: Math.max(1, maxDays) },
      },
      // The level is what the printer is asked for; the name is only for people.
      metadata: { level },
      ...(tax === 'off' ? {} : { tax_behavior: tax, tax_code: shippingTaxCode }),
    },
  }
}

const statuses: readonly CheckoutFacts['status'][] = ['open', 'complete', 'expired']

/** A session as the port tells it. Throws PAYMENT_REFUSED for one that is no order's. */
export function checkoutFacts(session: Stripe.Checkout.Session): CheckoutFacts {
  const orderId = session.client_reference_id ?? session.metadata?.['order_id']
  const status = statuses.find((known) => known === session.status)
  const { amount_total: totalMinor, currency } = session
  if (!orderId || !status || totalMinor === null || currency === null) {
    throw new AppError('PAYMENT_REFUSED', { reason: 'not a checkout of an order', sessionId: session.id })
  }
  const shipTo = shipToOf(session)
  const email = session.customer_details?.email ?? session.customer_email
  const { payment_intent: intent } = session
  const paymentRef = typeof intent === 'string' ? intent : intent?.id
  const shippingLevel = levelOf(session)
  return {
    sessionId: session.id,
    orderId,
    status,
    money: moneyOf(session),
    amounts: {
      totalMinor,
      subtotalMinor: session.amount_subtotal ?? totalMinor,
      shippingMinor: session.shipping_cost?.amount_subtotal ?? 0,
      taxMinor: session.total_details?.amount_tax ?? 0,
      discountMinor: session.total_details?.amount_discount ?? 0,
      currency,
    },
    troubled: isTroubled(intent),
    ...(paymentRef && { paymentRef }),
    ...(shippingLevel && { shippingLevel }),
    ...(shipTo && { shipTo }),
    ...(email && { email }),
  }
}

/** A session that was gone through with stays `complete` and `unpaid` both while a bank debit is under way and after it failed. */
function moneyOf(session: Stripe.Checkout.Session): CheckoutFacts['money'] {
  if (session.status !== 'complete') return 'none'
  if (session.payment_status !== 'unpaid') return 'here'
  const intent = session.payment_intent
  const intentStatus = intent && typeof intent !== 'string' ? intent.status : undefined
  const hasFailed = intentStatus === 'requires_payment_method' || intentStatus === 'canceled'
  return hasFailed ? 'failed' : 'on_its_way'
}

function isTroubled(intent: Stripe.Checkout.Session['payment_intent']): boolean {
  const charge = intent && typeof intent !== 'string' ? intent.latest_charge : null
  if (!charge || typeof charge === 'string') return false
  return charge.amount_refunded > 0 || charge.disputed || charge.review !== null
}

function levelOf(session: Stripe.Checkout.Session): string | undefined {
  const rate = session.shipping_cost?.shipping_rate
  return rate && typeof rate !== 'string' ? rate.metadata['level'] : undefined
}

function shipToOf(session: Stripe.Checkout.Session): CheckoutFacts['shipTo'] {
  const details = session.collected_information?.shipping_details
  const address = details?.address
  const given = {
    name: details?.name,
    line1: address?.line1,
    line2: address?.line2 || undefined,
    city: address?.city,
    region: address?.state || undefined,
    postcode: address?.postal_code || undefined,
    country: address?.country,
    phone: session.customer_details?.phone || undefined,
  }
  return shipTo.safeParse(given).data
}
