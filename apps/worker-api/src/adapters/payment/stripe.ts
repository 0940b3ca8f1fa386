import { AppError } from '@foxetales/shared-schemas/errors'
import Stripe from 'stripe'
import type { CheckoutFacts, CheckoutOrder, Payment, RefundFacts } from '../../ports/payment.ts'
import { asAppError } from './stripe-errors.ts'
import { readEvent } from './stripe-event.ts'
import { stripeShipsTo } from './stripe-ships-to.ts'

/** The version the SDK's types describe; the webhook endpoint at Stripe has to be set to the same one. */
const apiVersion = '2026-10-28.endive'
const timeoutMs = 10_000
/** Safe, because every POST carries an idempotency key; one, because a parent is waiting for the page. */
const retries = 1
const signatureToleranceSeconds = 300

export type StripeOptions = {
  secretKey: string
  webhookSecret: string
  /** Stripe's own address when absent. A path in it is not used: the SDK adds `/v1/…` to the host. */
  apiBase?: URL
  fetch?: typeof fetch
  /** Unix ms. */
  now?: () => number
}

/** Stripe Checkout, on Stripe's own page: it collects the address and the phone that the printer needs. */
export function stripePayment(options: StripeOptions): Payment {
  const { secretKey, webhookSecret, now = () => Date.now() } = options
  const stripe = new Stripe(secretKey, {
    apiVersion,
    httpClient: Stripe.createFetchHttpClient(options.fetch),
    timeout: timeoutMs,
    maxNetworkRetries: retries,
    telemetry: false,
    ...(options.apiBase && addressOf(options.apiBase)),
  })
  const cryptoProvider = Stripe.createSubtleCryptoProvider()
  return {
    name: 'stripe',

    async createCheckout(order) {
      const idempotencyKey = `checkout:${order.orderId}`
      const session = await asAppError(
        stripe.checkout.sessions.create(checkoutParams(order), { idempotencyKey }),
      )
      if (!session.url) {
        throw new AppError('PAYMENT_UNAVAILABLE', { reason: 'a checkout without a page' })
      }
      return { sessionId: session.id, url: session.url }
    },

    async readCheckout(sessionId) {
      return checkoutFacts(await asAppError(stripe.checkout.sessions.retrieve(sessionId)))
    },

    async parseEvent({ rawBody, headers }) {
      const signature = headers.get('stripe-signature') ?? ''
      try {
        const event: unknown = await stripe.webhooks.constructEventAsync(
          rawBody,
          signature,
          webhookSecret,
          signatureToleranceSeconds,
          cryptoProvider,
          now(),
        )
        return readEvent(event)
      } catch {
        // The SDK's error carries the body along, which may be a customer's: it ends here.
        throw new AppError('SIGNATURE_INVALID')
      }
    },

    async refund({ orderId, paymentIntentId, amountMinor, reason }) {
      const params: Stripe.RefundCreateParams = {
        payment_intent: paymentIntentId,
        metadata: { order_id: orderId, reason },
        ...(amountMinor === undefined ? {} : { amount: amountMinor }),
      }
      const idempotencyKey = `refund:${orderId}:${reason}`
      const refund = await asAppError(stripe.refunds.create(params, { idempotencyKey }))
      return { refundId: refund.id, status: refundStatus(refund.status) }
    },
  }
}

function addressOf(apiBase: URL): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const protocol = apiBase.protocol === 'http:' ? 'http' : 'https'
  const port = apiBase.port || (protocol === 'http' ? '80' : '443')
  return { protocol, host: apiBase.hostname, port }
}

/** Metadata is written twice: refunds and disputes see only the payment's, and Stripe does not copy the session's. */
function checkoutParams(order: CheckoutOrder): Stripe.Checkout.SessionCreateParams {
  const unitAmount = order.amountMinor / order.quantity
  if (!Number.isInteger(unitAmount)) {
    throw new AppError('PAYMENT_REFUSED', { reason: 'the amount is not a multiple of the quantity' })
  }
  const metadata = { order_id: order.orderId }
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
          currency: order.currency.toLowerCase(),
          unit_amount: unitAmount,
          product_data: { name: order.title },
        },
      },
    ],
    shipping_address_collection: { allowed_countries: [...stripeShipsTo] },
    phone_number_collection: { enabled: true },
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
    expires_at: Math.floor(order.expiresAt / 1000),
    ...(order.customerEmail === undefined ? {} : { customer_email: order.customerEmail }),
  }
}

const checkoutStatuses: readonly CheckoutFacts['status'][] = ['open', 'complete', 'expired']

function checkoutFacts(session: Stripe.Checkout.Session): CheckoutFacts {
  const orderId = session.client_reference_id ?? session.metadata?.['order_id']
  const status = checkoutStatuses.find((known) => known === session.status)
  const { amount_total: amountMinor, currency } = session
  if (!orderId || !status || amountMinor === null || currency === null) {
    throw new AppError('PAYMENT_REFUSED', { reason: 'not a checkout of an order', sessionId: session.id })
  }
  const shipTo = shipToOf(session)
  const email = session.customer_details?.email
  const intent = session.payment_intent
  const paymentIntentId = typeof intent === 'string' ? intent : intent?.id
  return {
    orderId,
    status,
    paid: session.payment_status === 'paid' || session.payment_status === 'no_payment_required',
    amountMinor,
    currency,
    ...(paymentIntentId && { paymentIntentId }),
    ...(shipTo && { shipTo }),
    ...(email && { email }),
  }
}

function shipToOf(session: Stripe.Checkout.Session): CheckoutFacts['shipTo'] {
  const details = session.collected_information?.shipping_details
  const address = details?.address
  if (!details?.name || !address?.line1 || !address.city || !address.postal_code || !address.country) {
    return undefined
  }
  const phone = session.customer_details?.phone
  return {
    name: details.name,
    line1: address.line1,
    city: address.city,
    postcode: address.postal_code,
    country: address.country,
    ...(address.line2 && { line2: address.line2 }),
    ...(address.state && { region: address.state }),
    ...(phone && { phone }),
  }
}

function refundStatus(status: string | null): RefundFacts['status'] {
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
