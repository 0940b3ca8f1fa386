import Stripe from 'stripe'
import { testEnv } from './test-env.ts'

type Thing = Record<string, unknown> & { id: string }

/** Stripe, played over its wire format: one session an order, refunds, disputes, and events signed by Stripe's own SDK. */
export interface PlayedStripe {
  readonly sessions: Map<string, Thing>
  readonly refunds: Thing[]
  /** How often each address was read or written, for tests that count. */
  readonly calls: string[]
  /** What the payment of a session is said to be: `processing` for a bank debit under way. */
  intentStatus: string
  /** The next refunds are answered by a 500. */
  failingRefunds: number
  answer(request: Request): Promise<Response>
  /** The customer pays: the session's id as Stripe then has it. */
  pay(orderId: string, changes?: Record<string, unknown>): string
  change(sessionId: string, changes: Record<string, unknown>): void
  /** Somebody gives money back at Stripe's own dashboard. */
  refundOutside(orderId: string, amount: number): void
  dispute(orderId: string, status: string): void
  warnOfFraud(orderId: string): void
  /** A signed event about an object. */
  event(type: string, objectId: string, eventId?: string, object?: object, how?: SignedHow): Promise<Request>
}

export type SignedHow = {
  secret?: string
  signedAt?: number
  livemode?: boolean
  tamper?: boolean
  created?: number
}

const sdk = new Stripe('sk_test_played')
const cryptoProvider = Stripe.createSubtleCryptoProvider()

export const paymentOf = (orderId: string) => `pi_${orderId}`
const orderOf = (paymentId: string) => paymentId.replace(/^pi_/, '')

export function playStripe(): PlayedStripe {
  const sessions = new Map<string, Thing>()
  const refunds: Thing[] = []
  const disputes: Thing[] = []
  const warnings: Thing[] = []
  const kept = new Map<string, unknown>()
  const asked = new Map<string, { level: string; shipping: number; country: string }>()
  const calls: string[] = []
  let events = 0

  const ofPayment = (things: readonly Thing[], payment: string | null) =>
    things.filter((thing) => thing['payment_intent'] === payment)
  const list = (data: readonly unknown[]) => Response.json({ object: 'list', data, has_more: false })

  function newSession(form: URLSearchParams): Thing {
    const orderId = form.get('client_reference_id') ?? ''
    const id = `cs_test_${orderId}`
    const number = (name: string) => Number(form.get(name))
    const amount = number('line_items[0][price_data][unit_amount]') * number('line_items[0][quantity]')
    asked.set(id, {
      level: form.get('shipping_options[0][shipping_rate_data][metadata][level]') ?? '',
      shipping: number('shipping_options[0][shipping_rate_data][fixed_amount][amount]'),
      country: form.get('shipping_address_collection[allowed_countries][0]') ?? '',
    })
    return {
      id,
      object: 'checkout.session',
      client_reference_id: orderId,
      status: 'open',
      payment_status: 'unpaid',
      amount_subtotal: amount,
      amount_total: amount,
      currency: form.get('line_items[0][price_data][currency]'),
      url: `https://checkout.stripe.test/c/pay/${id}`,
    }
  }

  function paymentIntent(id: string): Response {
    const session = [...sessions.values()].find((one) => idOf(one['payment_intent']) === id)
    if (!session) return missing('payment_intent')
    return Response.json({ id, object: 'payment_intent', metadata: { order_id: orderOf(id) }, review: null })
  }

  function newRefund(form: URLSearchParams, key: string): Response {
    if (stripe.failingRefunds > 0) {
      stripe.failingRefunds -= 1
      return Response.json({ error: { type: 'api_error', message: 'try again' } }, { status: 500 })
    }
    const refund = {
      id: `re_${refunds.length + 1}_${form.get('payment_intent')}`,
      object: 'refund',
      status: 'succeeded',
      amount: Number(form.get('amount')),
      payment_intent: form.get('payment_intent'),
      metadata: { refund_id: form.get('metadata[refund_id]') },
    }
    refunds.push(refund)
    kept.set(key, refund)
    return Response.json(refund)
  }

  async function post(request: Request, pathname: string): Promise<Response> {
    const key = request.headers.get('idempotency-key') ?? ''
    // As bytes: workerd warns of `text()` on a form.
    const form = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()))
    const before = kept.get(key)
    if (before) return Response.json(before)
    if (pathname === '/v1/refunds') return newRefund(form, key)
    const expired = /^\/v1\/checkout\/sessions\/(.+)\/expire$/.exec(pathname)?.[1]
    if (expired) {
      if (sessions.get(expired)?.['status'] !== 'open')
        return refused('Only open Checkout Sessions can be expired')
      stripe.change(expired, { status: 'expired' })
      return Response.json(sessions.get(expired))
    }
    const session = newSession(form)
    if (!sessions.has(session.id)) sessions.set(session.id, session)
    return Response.json(sessions.get(session.id))
  }

  const stripe: PlayedStripe = {
    sessions,
    refunds,
    calls,
    intentStatus: 'succeeded',
    failingRefunds: 0,

    async answer(request) {
      const { pathname, searchParams } = new URL(request.url)
      calls.push(`${request.method} ${pathname}`)
      if (request.method === 'POST') return post(request, pathname)
      const payment = searchParams.get('payment_intent')
      if (pathname === '/v1/refunds') return list(ofPayment(refunds, payment))
      if (pathname === '/v1/disputes') return list(ofPayment(disputes, payment))
      if (pathname === '/v1/radar/early_fraud_warnings') return list(ofPayment(warnings, payment))
      if (pathname === '/v1/checkout/sessions') {
        return list([...sessions.values()].filter((session) => session['status'] === 'complete'))
      }
      const id = pathname.split('/').at(-1) ?? ''
      if (pathname.startsWith('/v1/payment_intents/')) return paymentIntent(id)
      const session = sessions.get(id)
      if (!session) return missing('checkout.session')
      return Response.json(withCharge(session, stripe.intentStatus, refunds, disputes))
    },

    pay(orderId, changes = {}) {
      const id = `cs_test_${orderId}`
      const session = sessions.get(id)
      const { level, shipping, country } = asked.get(id) ?? { level: '', shipping: 0, country: '' }
      const address = {
        line1: '1 Test Street',
        line2: null,
        city: 'Springfield',
        state: 'OR',
        postal_code: '97477',
      }
      stripe.change(id, {
        status: 'complete',
        payment_status: 'paid',
        amount_total: Number(session?.['amount_subtotal']) + shipping,
        payment_intent: paymentOf(orderId),
        shipping_cost: {
          amount_subtotal: shipping,
          shipping_rate: { id: 'shr_1', metadata: { level } },
        },
        total_details: { amount_discount: 0, amount_shipping: shipping, amount_tax: 0 },
        customer_details: { email: 'parent@example.test', phone: '+15550100100' },
        collected_information: {
          shipping_details: { name: 'A Parent', address: { ...address, country } },
        },
        ...changes,
      })
      return id
    },

    change(sessionId, changes) {
      sessions.set(sessionId, { ...sessions.get(sessionId), ...changes, id: sessionId })
    },

    refundOutside(orderId, amount) {
      const payment_intent = paymentOf(orderId)
      refunds.push({
        id: `re_out_${refunds.length}`,
        status: 'succeeded',
        amount,
        payment_intent,
        metadata: {},
      })
    },

    dispute(orderId, status) {
      const payment_intent = paymentOf(orderId)
      const id = `dp_${orderId}`
      const others = disputes.filter((one) => one.id !== id)
      disputes.splice(0, disputes.length, ...others, {
        id,
        status,
        amount: 4490,
        currency: 'usd',
        payment_intent,
      })
    },

    warnOfFraud(orderId) {
      warnings.push({ id: `issfr_${orderId}`, payment_intent: paymentOf(orderId) })
    },

    async event(type, objectId, eventId = `evt_${++events}_${objectId}`, object = {}, how = {}) {
      const now = Math.floor(Date.now() / 1000)
      const payload = JSON.stringify({
        id: eventId,
        object: 'event',
        api_version: '2026-10-28.endive',
        type,
        created: how.created ?? now,
        livemode: how.livemode ?? false,
        data: { object: { id: objectId, ...object } },
      })
      const header = await sdk.webhooks.generateTestHeaderStringAsync({
        payload,
        secret: how.secret ?? String(testEnv['STRIPE_WEBHOOK_SECRET']),
        timestamp: how.signedAt ?? now,
        cryptoProvider,
      })
      return new Request('https://edge.test/webhooks/stripe', {
        method: 'POST',
        headers: { 'stripe-signature': header },
        body: how.tamper ? payload.replace(objectId, `${objectId}x`) : payload,
      })
    },
  }
  return stripe
}

function idOf(thing: unknown): unknown {
  return typeof thing === 'object' && thing !== null && 'id' in thing ? thing.id : thing
}

/** What `expand` shows of a session's payment: whether something befell it. */
function withCharge(
  session: Thing,
  status: string,
  refunds: readonly Thing[],
  disputes: readonly Thing[],
): object {
  const payment = session['payment_intent']
  if (typeof payment !== 'string') return session
  const refunded = refunds
    .filter((refund) => refund['payment_intent'] === payment)
    .reduce((sum, refund) => sum + Number(refund['amount']), 0)
  const disputed = disputes.some((dispute) => dispute['payment_intent'] === payment)
  const latest_charge = { id: `ch_${payment}`, amount_refunded: refunded, disputed, review: null }
  return { ...session, payment_intent: { id: payment, status, latest_charge } }
}

function missing(kind: string): Response {
  const error = { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${kind}` }
  return Response.json({ error }, { status: 404 })
}

function refused(message: string): Response {
  return Response.json({ error: { type: 'invalid_request_error', message } }, { status: 400 })
}
