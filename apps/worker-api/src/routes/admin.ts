import { deskApproval, deskOrderFilter, deskReason } from '@foxetales/shared-schemas/desk'
import { Hono } from 'hono'
import { approveOrder } from '../flows/approve-order.ts'
import { holdOrder, releaseOrder } from '../flows/hold-order.ts'
import { listOrders } from '../flows/list-orders.ts'
import { readDeskOrder } from '../flows/read-desk-order.ts'
import { redoPage } from '../flows/redo-page.ts'
import { requireStaff } from './authenticate.ts'
import type { AppEnv } from './context.ts'
import { readJson, validate } from './request-body.ts'
import { sendProof } from './send-proof.ts'

/** The order desk's routes: staff only, every action audited with who and why. */
export const admin = new Hono<AppEnv>()

admin.use('/api/admin/*', async (c, next) => {
  await next()
  // Names, addresses and signed links: no cache keeps them.
  c.header('Cache-Control', 'private, no-store')
})

admin.get('/api/admin/orders', async (c) => {
  await requireStaff(c, 'viewer')
  return c.json(await listOrders(c.get('services'), validate(deskOrderFilter, c.req.query())))
})

admin.get('/api/admin/orders/:id', async (c) => {
  await requireStaff(c, 'viewer')
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')))
})

admin.get('/api/admin/orders/:id/proof.pdf', async (c) => {
  await requireStaff(c, 'viewer')
  return sendProof(c, c.req.param('id'))
})

admin.post('/api/admin/orders/:id/approve', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const approval = await readJson(c, deskApproval)
  await approveOrder(c.get('services'), c.req.param('id'), { actor: staff.sub, ...approval })
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')))
})

admin.post('/api/admin/orders/:id/hold', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  await holdOrder(c.get('services'), c.req.param('id'), { actor: staff.sub, reason })
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')))
})

admin.post('/api/admin/orders/:id/release', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  await releaseOrder(c.get('services'), c.req.param('id'), { actor: staff.sub, reason })
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')))
})

admin.post('/api/admin/orders/:id/pages/:slot/regenerate', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  await redoPage(c.get('services'), c.req.param('id'), c.req.param('slot'), { actor: staff.sub, reason })
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')), 202)
})

admin.get('/api/admin/dead-letters', async (c) => {
  await requireStaff(c, 'viewer')
  return c.json({ dead_letters: await c.get('services').journal.deadLetters(100) })
})
