import { Hono } from 'hono'
import * as z from 'zod'
import { openDispute, warnOfFraud } from './bank-trouble.ts'
import { byThemselves, emitEvent, sendEvent } from './emit-event.ts'
import type { StripeState } from './stripe-state.ts'

const resend = z.strictObject({ times: z.int().min(1).max(1000).default(1) })
const mode = z.strictObject({
  held: z.boolean().optional(),
  delay_ms: z.int().min(0).max(3_600_000).optional(),
})
const release = z.strictObject({ order: z.enum(['as_made', 'reversed']).default('as_made') })
const about = z.strictObject({ payment_intent: z.string() })
const decision = about.extend({ status: z.enum(['won', 'lost']) })

/**
 * The control face: no part of Stripe, for tests that want its faults. JSON in and out, no key, for loopback only.
 *
 * - `GET  /_test/deliveries` every webhook: its id, event, tries and state
 * - `POST /_test/events/:id/resend {times}` sends an event again, that many times
 * - `POST /_test/mode {held?, delay_ms?}` from now on, keeps webhooks back until released, or sends each later
 * - `POST /_test/release {order: as_made | reversed}` sends what is held, one after the other, and answers when done
 * - `POST /_test/disputes {payment_intent}` a buyer's bank takes the money back: `charge.dispute.created`
 * - `POST /_test/disputes/close {payment_intent, status: won | lost}` the bank has decided: `charge.dispute.closed`
 * - `POST /_test/warnings {payment_intent}` the card's issuer warns: `radar.early_fraud_warning.created`
 */
export function controlRoutes(state: StripeState): Hono {
  const app = new Hono()

  app.get('/deliveries', (c) =>
    c.json({
      deliveries: state.outbox.all().map(({ id, attempts, state: progress }) => {
        return { id, event: id.replace(/\..*$/, ''), attempts, state: progress }
      }),
    }),
  )

  app.post('/events/:id/resend', async (c) => {
    const { times } = resend.parse(await c.req.json())
    const event = state.events.get(c.req.param('id'))
    if (event === undefined) return c.json({ error: 'no such event' }, 404)
    for (let copy = 0; copy < times; copy++) sendEvent(state, event, `${event.id}.${state.randomId(8)}`)
    return c.json({ sent: times })
  })

  app.post('/mode', async (c) => {
    const wanted = mode.parse(await c.req.json())
    state.mode.held = wanted.held ?? state.mode.held
    state.mode.delayMs = wanted.delay_ms ?? state.mode.delayMs
    return c.json({ held: state.mode.held, delay_ms: state.mode.delayMs })
  })

  app.post('/release', async (c) => {
    const { order } = release.parse(await c.req.json())
    const held = state.outbox.all().filter((delivery) => delivery.state === 'held')
    const ids = held.map((delivery) => delivery.id)
    await state.outbox.release(order === 'reversed' ? ids.toReversed() : ids)
    return c.json({ released: ids.length })
  })

  app.post('/disputes', async (c) => {
    const { payment_intent: intent } = about.parse(await c.req.json())
    const charge = state.charges.all().find((one) => one.payment_intent === intent)
    if (charge === undefined) return c.json({ error: 'no charge of such an intent' }, 404)
    return c.json({ event: openDispute(state, charge).id })
  })

  app.post('/disputes/close', async (c) => {
    const { payment_intent: intent, status } = decision.parse(await c.req.json())
    const dispute = state.disputes.all().find((one) => one.payment_intent === intent)
    if (dispute === undefined) return c.json({ error: 'no dispute about such an intent' }, 404)
    const closed = { ...dispute, status }
    state.disputes.put(closed.id, closed)
    return c.json({ event: emitEvent(state, 'charge.dispute.closed', closed, byThemselves).id })
  })

  app.post('/warnings', async (c) => {
    const { payment_intent: intent } = about.parse(await c.req.json())
    const charge = state.charges.all().find((one) => one.payment_intent === intent)
    if (charge === undefined) return c.json({ error: 'no charge of such an intent' }, 404)
    return c.json({ event: warnOfFraud(state, charge).id })
  })

  app.onError((error, c) => {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return c.json({ error: error.message }, 400)
    throw error
  })
  return app
}
