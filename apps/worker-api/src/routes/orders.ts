import {
  countryCode,
  orderRequest,
  reorderRequest,
  type ShippingQuote,
  textCorrection,
} from '@foxetales/shared-schemas/order'
import { Hono } from 'hono'
import * as z from 'zod'
import { cancelOrder } from '../flows/cancel-order.ts'
import { correctText, releaseProof } from '../flows/correct-text.ts'
import { createOrder } from '../flows/create-order.ts'
import { readOrder } from '../flows/read-order.ts'
import { readShipping } from '../flows/read-shipping.ts'
import { reorder } from '../flows/reorder.ts'
import { requireToken } from './authenticate.ts'
import type { AppContext, AppEnv } from './context.ts'
import { openStatusRoom } from './live.ts'
import { readIdempotencyKey, readJson, validate } from './request-body.ts'
import { sendProof } from './send-proof.ts'

export const orders = new Hono<AppEnv>()

/** Where the request comes from, as Cloudflare sees it: a guess at where the book goes, when nobody says. */
function visitorFrom(c: AppContext): string | undefined {
  const country = countryCode.safeParse(c.req.raw.cf?.['country'])
  return country.success ? country.data : undefined
}

const shippingQuestion = z.strictObject({
  book_id: z.string().min(1).max(60),
  quantity: z.coerce.number().int().min(1).max(20).default(1),
  country: countryCode.optional(),
})

orders.get('/api/shipping', async (c) => {
  const question = validate(shippingQuestion, c.req.query())
  const quote = await readShipping(c.get('services'), { ...question, visitorFrom: visitorFrom(c) })
  return c.json<ShippingQuote>(quote)
})

orders.post('/api/orders', async (c) => {
  const idempotencyKey = readIdempotencyKey(c)
  const request = await readJson(c, orderRequest)
  await requireToken(c, 'preview', request.preview_id)
  const from = { idempotencyKey, visitorFrom: visitorFrom(c) }
  return c.json(await createOrder(c.get('services'), request, from), 201)
})

/** The customer's own word; staff have the desk's. */
orders.post('/api/orders/:id/cancel', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'order', id)
  const by = { role: 'customer', actor: 'customer', reason: 'the customer changed their mind' } as const
  await cancelOrder(c.get('services'), id, by)
  return c.json(await readOrder(c.get('services'), id))
})

orders.post('/api/orders/:id/reorder', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'order', id)
  const idempotencyKey = readIdempotencyKey(c)
  const request = await readJson(c, reorderRequest)
  const from = { idempotencyKey, visitorFrom: visitorFrom(c) }
  return c.json(await reorder(c.get('services'), id, request, from), 201)
})

orders.get('/api/orders/:id', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'order', id)
  c.header('Cache-Control', 'private, no-store')
  return c.json(await readOrder(c.get('services'), id))
})

orders.post('/api/orders/:id/text', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'order', id)
  await correctText(c.get('services'), id, await readJson(c, textCorrection))
  return c.json(await readOrder(c.get('services'), id))
})

orders.post('/api/orders/:id/release', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'order', id)
  await releaseProof(c.get('services'), id)
  return c.json(await readOrder(c.get('services'), id))
})

orders.get('/api/orders/:id/proof.pdf', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'order', id)
  return sendProof(c, id)
})

orders.get('/api/orders/:id/live', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'order', id)
  await readOrder(c.get('services'), id)
  return openStatusRoom(c, id)
})
