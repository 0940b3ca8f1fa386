import { orderState } from '@foxetales/shared-schemas/order'
import { Hono } from 'hono'
import * as z from 'zod'
import { approveOrder } from '../flows/approve-order.ts'
import { listOrders } from '../flows/list-orders.ts'
import { readOrder } from '../flows/read-order.ts'
import { redoPage } from '../flows/redo-page.ts'
import { requireStaff } from './authenticate.ts'
import type { AppEnv } from './context.ts'
import { readJson, validate } from './request-body.ts'

/** The order desk's routes: staff only, every action audited with who and why. */
export const admin = new Hono<AppEnv>()

export const deskReason = z.strictObject({ reason: z.string().min(1).max(500) })

export const orderFilter = z.object({
  state: orderState.optional(),
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

admin.get('/api/admin/orders', async (c) => {
  await requireStaff(c, 'viewer')
  return c.json(await listOrders(c.get('services'), validate(orderFilter, c.req.query())))
})

admin.get('/api/admin/orders/:id', async (c) => {
  await requireStaff(c, 'viewer')
  return c.json(await readOrder(c.get('services'), c.req.param('id')))
})

admin.post('/api/admin/orders/:id/approve', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  await approveOrder(c.get('services'), c.req.param('id'), { actor: staff.sub, reason })
  return c.json(await readOrder(c.get('services'), c.req.param('id')))
})

admin.post('/api/admin/orders/:id/pages/:slot/regenerate', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  await redoPage(c.get('services'), c.req.param('id'), c.req.param('slot'), { actor: staff.sub, reason })
  return c.json(await readOrder(c.get('services'), c.req.param('id')), 202)
})

admin.get('/api/admin/dead-letters', async (c) => {
  await requireStaff(c, 'viewer')
  return c.json({ dead_letters: await c.get('services').journal.deadLetters(100) })
})
