import { hmacHex } from './hmac-hex.ts'
import { json, playWire, type WireRequest } from './wire.ts'

type Session = Record<string, unknown> & { id: string }

/**
 * Stripe's documented behaviour, as far as a shop with hosted checkout meets it: form-encoded requests, JSON answers,
 * idempotency keys, errors by type, signed events. https://docs.stripe.com/api
 */
export function playStripe(keys: { secretKey: string; webhookSecret: string }) {
  const sessions = new Map<string, Session>()
  const refunds: Record<string, unknown>[] = []
  const intents = new Map<string, Record<string, unknown>>()
  const disputes: Record<string, unknown>[] = []
  const warnings: Record<string, unknown>[] = []
  const lists: Record<string, Record<string, unknown>[]> = {
    '/v1/refunds': refunds,
    '/v1/disputes': disputes,
    '/v1/radar/early_fraud_warnings': warnings,
  }
  const answered = new Map<string, { body: string; answer: unknown }>()

  const wire = playWire((request) => {
    if (request.headers.get('authorization') !== `Bearer ${keys.secretKey}`) {
      return error(401, 'invalid_request_error', 'Invalid API Key provided')
    }
    if (request.method === 'POST') {
      return once(request)
    }
    const list = lists[request.path]
    if (list) return json(200, { object: 'list', data: list, has_more: false })
    const intent = intents.get(request.path.split('/').at(-1) ?? '')
    if (intent) return json(200, intent)
    if (request.path === '/v1/checkout/sessions') return json(200, sessionPage(request))
    const session = sessions.get(request.path.split('/').at(-1) ?? '')
    return session ? json(200, session) : error(404, 'invalid_request_error', 'No such checkout.session')
  })

  function once(request: WireRequest): Response {
    const key = request.headers.get('idempotency-key') ?? ''
    const known = answered.get(key)
    if (known && known.body !== request.body) {
      return error(
        400,
        'idempotency_error',
        'Keys for idempotent requests can only be used with the same parameters',
      )
    }
    const answer = known?.answer ?? create(request)
    answered.set(key, { body: request.body, answer })
    return json(200, answer)
  }

  /** Newest first, as many as asked for, after the one named. */
  function sessionPage(request: WireRequest): object {
    const newestFirst = [...sessions.values()].reverse()
    const after = request.query.get('starting_after')
    const begin = after === null ? 0 : newestFirst.findIndex((session) => session.id === after) + 1
    const end = begin + pageSize.sessions
    const data = newestFirst.slice(begin, end)
    return { object: 'list', data, has_more: end < newestFirst.length }
  }

  function create(request: WireRequest): unknown {
    const form = new URLSearchParams(request.body)
    const expired = /sessions\/([^/]+)\/expire$/.exec(request.path)?.[1]
    if (expired) {
      const session = { ...sessions.get(expired), id: expired, status: 'expired' }
      sessions.set(expired, session)
      return session
    }
    if (request.path === '/v1/refunds') {
      const refund = {
        id: `re_${refunds.length + 1}`,
        object: 'refund',
        status: 'succeeded',
        amount: Number(form.get('amount')),
        payment_intent: form.get('payment_intent'),
        metadata: { order_id: form.get('metadata[order_id]'), refund_id: form.get('metadata[refund_id]') },
      }
      refunds.push(refund)
      return refund
    }
    const id = `cs_test_${sessions.size + 1}`
    const session = {
      id,
      object: 'checkout.session',
      url: `https://checkout.stripe.com/c/pay/${id}`,
      status: 'open',
      payment_status: 'unpaid',
      client_reference_id: form.get('client_reference_id'),
      metadata: { order_id: form.get('metadata[order_id]') },
      amount_total:
        Number(form.get('line_items[0][quantity]')) *
        Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]'),
      payment_intent: null,
      collected_information: null,
      customer_details: null,
    }
    sessions.set(id, session)
    return session
  }

  const pageSize = { sessions: 2 }
  return {
    ...wire,
    sessions,
    refunds,
    intents,
    disputes,
    warnings,
    lastForm: () => new URLSearchParams(wire.requests.at(-1)?.body),
    change(sessionId: string, change: Record<string, unknown>) {
      const session = sessions.get(sessionId)
      if (session) {
        sessions.set(sessionId, { ...session, ...change })
      }
    },
    /** The header `Stripe-Signature` for a body, at a time in unix seconds. */
    async sign(body: string, seconds: number, secret = keys.webhookSecret): Promise<Headers> {
      const signature = await hmacHex(secret, `${seconds}.${body}`)
      return new Headers({ 'stripe-signature': `t=${seconds},v1=${signature}` })
    },
  }
}

export function error(
  status: number,
  type: string,
  message: string,
  more: Record<string, unknown> = {},
): Response {
  return json(status, { error: { type, message, ...more } })
}
