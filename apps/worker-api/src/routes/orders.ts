import { orderRequest, textCorrection } from '@foxetales/shared-schemas/order'
import { Hono } from 'hono'
import { correctText, releaseProof } from '../flows/correct-text.ts'
import { createOrder } from '../flows/create-order.ts'
import { readOrder } from '../flows/read-order.ts'
import { requireToken } from './authenticate.ts'
import type { AppEnv } from './context.ts'
import { openStatusRoom } from './live.ts'
import { readIdempotencyKey, readJson } from './request-body.ts'
import { sendProof } from './send-proof.ts'

export const orders = new Hono<AppEnv>()

orders.post('/api/orders', async (c) => {
  const idempotencyKey = readIdempotencyKey(c)
  const request = await readJson(c, orderRequest)
  await requireToken(c, 'preview', request.preview_id)
  return c.json(await createOrder(c.get('services'), request, idempotencyKey), 201)
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
