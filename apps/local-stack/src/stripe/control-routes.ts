import { Hono } from 'hono'
import * as z from 'zod'
import { byThemselves, emitEvent, sendEvent } from './emit-event.ts'
import type { StripeState } from './stripe-state.ts'

const resend = z.strictObject({ times: z.int().min(1).max(1000).default(1) })
const mode = z.strictObject({
  held: z.boolean().optional(),
  delay_ms: z.int().min(0).max(3_600_000).optional(),
})
const release = z.strictObject({ order: z.enum(['as_made', 'reversed']).default('as_made') })
const dispute = z.strictObject({ payment_intent: z.string() })

/**
 * The control face: no part of Stripe, for tests that want its faults. JSON in and out, no key, for loopback only.
 *
 * - `GET  /_test/deliveries` every webhook: its id, event, tries and state
 * - `POST /_test/events/:id/resend {times}` sends an event again, that many times
 * - `POST /_test/mode {held?, delay_ms?}` from now on, keeps webhooks back until released, or sends each later
 * - `POST /_test/release {order: as_made | reversed}` sends what is held, one after the other, and answers when done
 * - `POST /_test/disputes {payment_intent}` a buyer's bank takes the money back: `charge.dispute.created`
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
    const asked = dispute.parse(await c.req.json())
    const charge = state.charges.all().find((one) => one.payment_intent === asked.payment_intent)
    if (charge === undefined) return c.json({ error: 'no charge of such an intent' }, 404)
    state.charges.put(charge.id, { ...charge, disputed: true })
    const disputed = {
      id: `du_${state.randomId(24)}`,
      object: 'dispute',
      amount: charge.amount,
      charge: charge.id,
      created: Math.floor(state.now() / 1000),
      currency: charge.currency,
      is_charge_refundable: true,
      livemode: false,
      metadata: {},
      payment_intent: charge.payment_intent,
      reason: 'fraudulent',
      status: 'needs_response',
    }
    const event = emitEvent(state, 'charge.dispute.created', disputed, byThemselves)
    return c.json({ event: event.id })
  })

  app.onError((error, c) => {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return c.json({ error: error.message }, 400)
    throw error
  })
  return app
}
