import { Hono } from 'hono'
import * as z from 'zod'
import { type ApiEnv, answerPost, checkKey, showError } from './api-request.ts'
import { createSession } from './create-session.ts'
import { expireDueSessions, expireSession } from './expire-sessions.ts'
import { listPage, pageParameters } from './list-page.ts'
import { checkParameters, parseForm } from './parse-form.ts'
import { createRefund, refundParameters } from './refunds.ts'
import { sessionParameters } from './session-parameters.ts'
import { lineItemList, showIntent, showSession } from './show-session.ts'
import { noSuch, StripeApiError } from './stripe-error.ts'
import type { SessionRecord, StripeState } from './stripe-state.ts'

const onlyExpand = z.strictObject({ expand: z.array(z.string()).optional() })
const time = z.string().regex(/^\d+$/).transform(Number)
const timeRange = z.strictObject({
  gt: time.optional(),
  gte: time.optional(),
  lt: time.optional(),
  lte: time.optional(),
})
const sessionQuery = z.strictObject({
  ...pageParameters,
  payment_intent: z.string().optional(),
  status: z.string().optional(),
  created: z.union([time, timeRange]).optional(),
})
const refundQuery = z.strictObject({
  ...pageParameters,
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
})
const eventQuery = z.strictObject({
  ...pageParameters,
  type: z.string().optional(),
  types: z.array(z.string()).optional(),
  created: z.union([time, timeRange]).optional(),
})

/** The part of Stripe's API (https://docs.stripe.com/api) that a shop with Checkout needs. */
export function apiRoutes(state: StripeState, secretKey: string): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  app.use(checkKey(state, secretKey))
  app.use(async (_c, next) => {
    // A session is told as expired from the second in which it ends.
    expireDueSessions(state)
    await next()
  })
  app.onError((error, c) => showError(c, state, error))
  app.notFound((c) => {
    const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}).`
    return showError(c, state, new StripeApiError(404, { type: 'invalid_request_error', message }))
  })
  sessionRoutes(app, state)

  app.get('/payment_intents/:id', (c) => {
    const { expand } = checkParameters(onlyExpand, query(c.req.url))
    const intent = state.intents.get(c.req.param('id'))
    if (intent === undefined) throw noSuch('payment_intent', c.req.param('id'), 'intent')
    return c.json(showIntent(state, intent, expand))
  })
  app.get('/charges/:id', (c) => {
    const charge = state.charges.get(c.req.param('id'))
    if (charge === undefined) throw noSuch('charge', c.req.param('id'), 'charge')
    return c.json(charge)
  })

  app.post('/refunds', (c) =>
    answerPost(c, state, (form, cause) =>
      createRefund(state, checkParameters(refundParameters, form), cause),
    ),
  )
  app.get('/refunds/:id', (c) => {
    const refund = state.refunds.get(c.req.param('id'))
    if (refund === undefined) throw noSuch('refund', c.req.param('id'), 'refund')
    return c.json(refund)
  })
  app.get('/refunds', (c) => {
    const asked = checkParameters(refundQuery, query(c.req.url))
    return c.json(listPage(ofPayment(state.refunds.all(), asked), asked, '/v1/refunds'))
  })

  app.get('/disputes', (c) => {
    const asked = checkParameters(refundQuery, query(c.req.url))
    return c.json(listPage(ofPayment(state.disputes.all(), asked), asked, '/v1/disputes'))
  })
  app.get('/radar/early_fraud_warnings', (c) => {
    const asked = checkParameters(refundQuery, query(c.req.url))
    const warnings = ofPayment(state.warnings.all(), asked)
    return c.json(listPage(warnings, asked, '/v1/radar/early_fraud_warnings'))
  })

  app.get('/events/:id', (c) => {
    const event = state.events.get(c.req.param('id'))
    if (event === undefined) throw noSuch('event', c.req.param('id'), 'id')
    return c.json(event)
  })
  app.get('/events', (c) => {
    const asked = checkParameters(eventQuery, query(c.req.url))
    const types = asked.types ?? (asked.type === undefined ? undefined : [asked.type])
    const events = state.events
      .all()
      .filter((event) => types === undefined || types.some((type) => matches(event.type, type)))
      .filter((event) => isWithin(event.created, asked.created))
    return c.json(listPage(events, asked, '/v1/events'))
  })
  return app
}

function sessionRoutes(app: Hono<ApiEnv>, state: StripeState): void {
  const find = (id: string): SessionRecord => {
    const record = state.sessions.get(id)
    if (record === undefined) throw noSuch('checkout.session', id, 'session')
    return record
  }
  app.post('/checkout/sessions', (c) =>
    answerPost(c, state, (form) => {
      const params = checkParameters(sessionParameters, form)
      return showSession(state, createSession(state, params), params.expand)
    }),
  )
  app.get('/checkout/sessions', (c) => {
    const asked = checkParameters(sessionQuery, query(c.req.url))
    const sessions = state.sessions
      .all()
      .filter(({ session }) => asked.status === undefined || session.status === asked.status)
      .filter(({ session }) => isWithin(session.created, asked.created))
      .filter(
        ({ session }) =>
          asked.payment_intent === undefined || session.payment_intent === asked.payment_intent,
      )
    // A list's expand paths start with `data.`.
    const expand = asked.expand?.map((path) => path.replace(/^data\./, ''))
    const shown = sessions.map((record) => showSession(state, record, expand))
    return c.json(listPage(shown, asked, '/v1/checkout/sessions'))
  })
  app.get('/checkout/sessions/:id', (c) => {
    const { expand } = checkParameters(onlyExpand, query(c.req.url))
    return c.json(showSession(state, find(c.req.param('id')), expand))
  })
  app.get('/checkout/sessions/:id/line_items', (c) => c.json(lineItemList(find(c.req.param('id')))))
  app.post('/checkout/sessions/:id/expire', (c) =>
    answerPost(c, state, (form, cause) => {
      const { expand } = checkParameters(onlyExpand, form)
      return showSession(state, expireSession(state, find(c.req.param('id')), cause), expand)
    }),
  )
}

/** Those that are about the payment or the charge asked for. */
function ofPayment<Thing extends { charge?: unknown; payment_intent?: unknown }>(
  things: readonly Thing[],
  asked: z.infer<typeof refundQuery>,
): Thing[] {
  return things
    .filter((thing) => asked.payment_intent === undefined || thing.payment_intent === asked.payment_intent)
    .filter((thing) => asked.charge === undefined || thing.charge === asked.charge)
}

function query(url: string) {
  return parseForm(new URL(url).searchParams)
}

/** Event types may be asked for as `charge.*`. */
function matches(type: string, asked: string): boolean {
  return asked.endsWith('*') ? type.startsWith(asked.slice(0, -1)) : type === asked
}

function isWithin(created: number, range: number | z.infer<typeof timeRange> | undefined): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return created === range
  return (
    created > (range.gt ?? Number.NEGATIVE_INFINITY) &&
    created >= (range.gte ?? Number.NEGATIVE_INFINITY) &&
    created < (range.lt ?? Number.POSITIVE_INFINITY) &&
    created <= (range.lte ?? Number.POSITIVE_INFINITY)
  )
}
