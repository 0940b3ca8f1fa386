import { AppError } from '@foxetales/shared-schemas/errors'
import Stripe from 'stripe'
import type { HostedCheckout } from '../../ports/payment.ts'
import { checkoutExpansions, checkoutFacts, checkoutParams, type StripeTax } from './stripe-checkout.ts'
import { asAppError } from './stripe-errors.ts'
import { readEvent } from './stripe-event.ts'
import { readStripePayment, refundFacts } from './stripe-payment.ts'

/** The version the SDK's types describe; the webhook endpoint at Stripe has to be set to the same one. */
const apiVersion = '2026-10-28.endive'
const timeoutMs = 10_000
/** Safe, because every POST carries an idempotency key; one, because a parent is waiting for the page. */
const retries = 1
const signatureToleranceSeconds = 300

export type StripeOptions = {
  /** `sk_live_…` and `rk_live_…` take real money and believe only events about it; every other key only test events. */
  secretKey: string
  webhookSecret: string
  /** Whether Stripe Tax reckons the tax, and whether our prices hold it already. */
  tax: StripeTax
  /** Stripe's own address when absent. A path in it is not used: the SDK adds `/v1/…` to the host. */
  apiBase?: URL
  fetch?: typeof fetch
  /** Unix ms. */
  now?: () => number
}

/** Stripe Checkout, on Stripe's own page: it collects the address and the phone that the printer needs. */
export function stripePayment(options: StripeOptions): HostedCheckout {
  const { secretKey, webhookSecret, tax, now = () => Date.now() } = options
  const stripe = new Stripe(secretKey, {
    apiVersion,
    httpClient: Stripe.createFetchHttpClient(options.fetch),
    timeout: timeoutMs,
    maxNetworkRetries: retries,
    telemetry: false,
    ...(options.apiBase && addressOf(options.apiBase)),
  })
  const cryptoProvider = Stripe.createSubtleCryptoProvider()
  const isLive = /^[a-z]+_live_/.test(secretKey)
  const expand = [...checkoutExpansions]

  async function verified(rawBody: string, signature: string) {
    try {
      const event: unknown = await stripe.webhooks.constructEventAsync(
        rawBody,
        signature,
        webhookSecret,
        signatureToleranceSeconds,
        cryptoProvider,
        now(),
      )
      // The SDK refuses what is old; it lets pass what is signed for tomorrow, and could be sent again until then.
      const signedAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1])
      if (!(signedAt <= now() / 1000 + signatureToleranceSeconds)) throw new AppError('SIGNATURE_INVALID')
      return readEvent(event)
    } catch {
      // The SDK's error carries the body along, which may be a customer's: it ends here.
      throw new AppError('SIGNATURE_INVALID')
    }
  }

  return {
    name: 'stripe',

    async createCheckout(order) {
      const idempotencyKey = `checkout:${order.orderId}`
      const session = await asAppError(
        stripe.checkout.sessions.create(checkoutParams(order, tax), { idempotencyKey }),
      )
      if (!session.url) {
        throw new AppError('PAYMENT_UNAVAILABLE', { reason: 'a checkout without a page' })
      }
      return { sessionId: session.id, url: session.url }
    },

    async readCheckout(sessionId) {
      return checkoutFacts(await asAppError(stripe.checkout.sessions.retrieve(sessionId, { expand })))
    },

    async closeCheckout(sessionId) {
      const read = async () => (await asAppError(stripe.checkout.sessions.retrieve(sessionId))).status
      const before = await read()
      if (before !== 'open') return before === 'complete' ? 'complete' : 'closed'
      try {
        await asAppError(stripe.checkout.sessions.expire(sessionId))
        return 'closed'
      } catch (fault) {
        // Somebody was faster: paid, or closed it too.
        const after = await read()
        if (after === 'open') throw fault
        return after === 'complete' ? 'complete' : 'closed'
      }
    },

    async *completedCheckouts(since) {
      const created = { gte: Math.floor(since / 1000) }
      let after: string | undefined
      do {
        const page = await asAppError(
          stripe.checkout.sessions.list({
            created,
            status: 'complete',
            limit: 100,
            ...(after && { starting_after: after }),
          }),
        )
        for (const session of page.data) yield session.id
        after = page.has_more ? page.data.at(-1)?.id : undefined
      } while (after)
    },

    async parseEvent({ rawBody, headers }) {
      const { livemode, ...event } = await verified(rawBody, headers.get('stripe-signature') ?? '')
      if (livemode !== isLive) throw new AppError('WEBHOOK_WRONG_MODE', { livemode })
      return event
    },

    readPayment: (paymentRef) => readStripePayment(stripe, paymentRef),

    async refund({ refundId, orderId, paymentRef, amountMinor }) {
      const params: Stripe.RefundCreateParams = {
        payment_intent: paymentRef,
        amount: amountMinor,
        metadata: { order_id: orderId, refund_id: refundId },
      }
      const refund = await asAppError(stripe.refunds.create(params, { idempotencyKey: `refund:${refundId}` }))
      return refundFacts(refund)
    },
  }
}

function addressOf(apiBase: URL): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const protocol = apiBase.protocol === 'http:' ? 'http' : 'https'
  const port = apiBase.port || (protocol === 'http' ? '80' : '443')
  return { protocol, host: apiBase.hostname, port }
}
