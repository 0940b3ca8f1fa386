import { hmac, toHex } from '../src/domain/signing.ts'
import { testEnv } from './test-env.ts'

/** Stripe, played over its wire format: one session per order, and events signed as Stripe signs them. */
export interface PlayedStripe {
  readonly sessions: Map<string, Record<string, unknown>>
  answer(request: Request): Promise<Response>
  /** The customer pays: the session as Stripe then has it. */
  pay(orderId: string): string
  /** A signed event about a session. */
  event(type: string, objectId: string, eventId?: string, object?: object): Promise<Request>
}

export function playStripe(): PlayedStripe {
  const sessions = new Map<string, Record<string, unknown>>()
  let events = 0
  return {
    sessions,
    async answer(request) {
      const { pathname } = new URL(request.url)
      if (request.method === 'POST') {
        const form = new URLSearchParams(await request.text())
        const orderId = form.get('client_reference_id') ?? ''
        const id = `cs_test_${orderId}`
        const amount =
          Number(form.get('line_items[0][price_data][unit_amount]')) *
          Number(form.get('line_items[0][quantity]'))
        const session = {
          id,
          object: 'checkout.session',
          client_reference_id: orderId,
          status: 'open',
          payment_status: 'unpaid',
          amount_total: amount,
          currency: form.get('line_items[0][price_data][currency]'),
          url: `https://checkout.stripe.test/c/pay/${id}`,
        }
        if (!sessions.has(id)) sessions.set(id, session)
        return Response.json(sessions.get(id))
      }
      const session = sessions.get(pathname.split('/').at(-1) ?? '')
      if (session) return Response.json(session)
      return Response.json(
        { error: { type: 'invalid_request_error', message: 'No such session' } },
        { status: 404 },
      )
    },
    pay(orderId) {
      const id = `cs_test_${orderId}`
      const address = {
        line1: '1 Test Street',
        city: 'Hanoi',
        postal_code: '100000',
        country: 'VN',
        line2: null,
        state: null,
      }
      sessions.set(id, {
        ...sessions.get(id),
        status: 'complete',
        payment_status: 'paid',
        payment_intent: `pi_${orderId}`,
        customer_details: { email: 'parent@example.test', phone: '+84900000000' },
        collected_information: { shipping_details: { name: 'A Parent', address } },
      })
      return id
    },
    async event(type, objectId, eventId = `evt_${++events}_${objectId}`, object = {}) {
      const t = Math.floor(Date.now() / 1000)
      const body = JSON.stringify({
        id: eventId,
        object: 'event',
        type,
        created: t,
        data: { object: { id: objectId, ...object } },
      })
      const signature = toHex(await hmac(String(testEnv['STRIPE_WEBHOOK_SECRET']), `${t}.${body}`))
      return new Request('https://edge.test/webhooks/stripe', {
        method: 'POST',
        headers: { 'stripe-signature': `t=${t},v1=${signature}` },
        body,
      })
    },
  }
}

/** The house press, played: takes jobs, and says how they stand. */
export interface PlayedPress {
  readonly jobs: { id: string; reference: string; status: string; interior: { url: string } }[]
  /** The next submissions answer 500 after the job was taken. */
  failAfterTaking: number
  answer(request: Request): Promise<Response>
  /** A signed webhook: the job has this status now. */
  move(reference: string, status: string): Promise<Request>
}

export function playPress(): PlayedPress {
  let events = 0
  const press: PlayedPress = {
    jobs: [],
    failAfterTaking: 0,
    async answer(request) {
      const url = new URL(request.url)
      if (request.method === 'POST' && url.pathname === '/v1/print-jobs') {
        const order = await request.json<{ reference: string; interior: { url: string } }>()
        const job = { id: `hp_${press.jobs.length + 1}_${order.reference}`, status: 'received', ...order }
        press.jobs.push(job)
        if (press.failAfterTaking > 0) {
          press.failAfterTaking -= 1
          return Response.json({ error: { code: 'internal', message: 'try again' } }, { status: 500 })
        }
        return Response.json(answerOf(job), { status: 201 })
      }
      const reference = url.searchParams.get('reference')
      if (url.pathname === '/v1/print-jobs') {
        const found = press.jobs.filter((job) => reference === null || job.reference === reference)
        return Response.json({ jobs: found.map(answerOf) })
      }
      const job = press.jobs.find((candidate) => url.pathname.endsWith(candidate.id))
      if (job) return Response.json(answerOf(job))
      return Response.json({ error: { code: 'not_found', message: 'no such job' } }, { status: 404 })
    },
    async move(reference, status) {
      const job = press.jobs.find((candidate) => candidate.reference === reference)
      if (!job) throw new Error('no such print job')
      job.status = status
      const t = Math.floor(Date.now() / 1000)
      const body = JSON.stringify({
        event_id: `evt_press_${++events}_${job.id}_${status}`,
        type: 'print_job.status',
        created_at: new Date().toISOString(),
        job: answerOf(job),
      })
      const signature = toHex(await hmac(String(testEnv['PRESS_WEBHOOK_SECRET']), `${t}.${body}`))
      return new Request('https://edge.test/webhooks/print/house-press', {
        method: 'POST',
        headers: { 'x-press-signature': `t=${t},v1=${signature}` },
        body,
      })
    },
  }
  return press
}

function answerOf(job: PlayedPress['jobs'][number]) {
  const shipped = job.status === 'shipped' || job.status === 'delivered'
  return {
    id: job.id,
    reference: job.reference,
    status: job.status,
    problems: [],
    created_at: new Date().toISOString(),
    ...(shipped ? { tracking: { carrier: 'Post', number: '1Z', url: 'https://post.test/1Z' } } : {}),
  }
}
