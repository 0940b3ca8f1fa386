import type Stripe from 'stripe'
import type { SessionParameters } from './session-parameters.ts'
import { badParameter } from './stripe-error.ts'
import { type SessionRecord, type StripeState, seconds } from './stripe-state.ts'

const halfHour = 30 * 60
const day = 24 * 3600

/** Keeps a new, open Checkout Session. @throws StripeApiError 400 */
export function createSession(state: StripeState, params: SessionParameters): SessionRecord {
  const created = seconds(state)
  const expiresAt = params.expires_at ?? created + day
  // A few seconds of grace, for the caller's clock reads earlier than ours.
  if (expiresAt < created + halfHour - 10) {
    const words = 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.'
    throw badParameter('expires_at', words)
  }
  if (expiresAt > created + day + 10) {
    const words = 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.'
    throw badParameter('expires_at', words)
  }
  if (params.automatic_tax?.enabled && params.line_items.some((item) => !item.price_data.tax_behavior)) {
    throw badParameter('line_items', 'Automatic tax needs a `tax_behavior` on every price.')
  }
  if (params.shipping_options && !params.shipping_address_collection) {
    throw badParameter('shipping_options', '`shipping_options` needs `shipping_address_collection`.')
  }
  const currencies = new Set(params.line_items.map((item) => item.price_data.currency))
  if (currencies.size > 1) {
    throw badParameter('line_items', 'All line items must have the same currency.')
  }
  const lineItems = params.line_items.map((item) => lineItem(state, item))
  const total = lineItems.reduce((sum, item) => sum + item.amount_total, 0)
  const id = `cs_test_${state.randomId(58)}`
  const record: SessionRecord = {
    session: openSession(params, { id, created, expiresAt, total, currency: [...currencies][0] ?? '' }),
    lineItems,
    paymentMetadata: params.payment_intent_data?.metadata ?? {},
    shippingRates: (params.shipping_options ?? []).map((option) => shippingRate(state, option)),
    taxBehavior: params.line_items[0]?.price_data.tax_behavior ?? 'unspecified',
    allowedCountries: params.shipping_address_collection?.allowed_countries ?? [],
  }
  state.sessions.put(id, record)
  state.openUntil.set(id, expiresAt)
  return record
}

function shippingRate(
  state: StripeState,
  { shipping_rate_data: data }: NonNullable<SessionParameters['shipping_options']>[number],
): Stripe.ShippingRate {
  return {
    id: `shr_${state.randomId(24)}`,
    object: 'shipping_rate',
    active: true,
    created: seconds(state),
    delivery_estimate: {
      minimum: data.delivery_estimate?.minimum ?? null,
      maximum: data.delivery_estimate?.maximum ?? null,
    },
    display_name: data.display_name,
    fixed_amount: { amount: data.fixed_amount.amount, currency: data.fixed_amount.currency },
    livemode: false,
    metadata: data.metadata ?? {},
    tax_behavior: data.tax_behavior ?? 'unspecified',
    tax_code: data.tax_code ?? null,
    type: 'fixed_amount',
  }
}

interface NewSession {
  readonly id: string
  readonly created: number
  readonly expiresAt: number
  readonly total: number
  readonly currency: string
}

function openSession(params: SessionParameters, made: NewSession): Stripe.Checkout.Session {
  const countries = params.shipping_address_collection?.allowed_countries
  return {
    id: made.id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: null,
    amount_subtotal: made.total,
    amount_total: made.total,
    automatic_tax: {
      enabled: params.automatic_tax?.enabled ?? false,
      liability: null,
      provider: null,
      status: params.automatic_tax?.enabled ? 'requires_location_inputs' : null,
    },
    billing_address_collection: null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: made.created,
    currency: made.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: made.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    // The SDK lists Stripe's locales and countries; ours were checked for their form only.
    locale: (params.locale ?? null) as Stripe.Checkout.Session.Locale | null,
    managed_payments: null,
    metadata: params.metadata ?? {},
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_status: made.total === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: countries
      ? {
          allowed_countries:
            countries as Stripe.Checkout.Session.ShippingAddressCollection['allowed_countries'],
        }
      : null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: null,
    wallet_options: null,
  }
}

function lineItem(state: StripeState, item: SessionParameters['line_items'][number]): Stripe.LineItem {
  const { currency, unit_amount: unitAmount, product_data: product } = item.price_data
  const amount = unitAmount * item.quantity
  const price = {
    id: `price_${state.randomId(24)}`,
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: seconds(state),
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: `prod_${state.randomId(14)}`,
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: unitAmount,
    unit_amount_decimal: String(unitAmount),
  }
  return {
    id: `li_${state.randomId(24)}`,
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: product.name,
    metadata: {},
    // On the wire a decimal is a string; the SDK's type is what its reader makes of it.
    price: price as unknown as Stripe.Price,
    quantity: item.quantity,
  }
}
