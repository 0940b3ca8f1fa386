import {
  type DeskPerson,
  type DeskReprinted,
  deskApproval,
  deskOrderFilter,
  deskPrintElsewhere,
  deskReason,
  deskRedo,
  deskRefund,
  deskReprint,
} from '@foxetales/shared-schemas/desk'
import { Hono } from 'hono'
import { approveOrder } from '../flows/approve-order.ts'
import { cancelOrder } from '../flows/cancel-order.ts'
import { holdOrder, releaseOrder } from '../flows/hold-order.ts'
import { listOrders } from '../flows/list-orders.ts'
import { printElsewhere } from '../flows/print-elsewhere.ts'
import { readDeskOrder } from '../flows/read-desk-order.ts'
import { redoPage } from '../flows/redo-page.ts'
import { refundOrder } from '../flows/refund-order.ts'
import { reprint } from '../flows/reprint.ts'
import { showPhoto } from '../flows/show-photo.ts'
import { requireStaff } from './authenticate.ts'
import type { AppEnv } from './context.ts'
import { readJson, requireIdempotencyKey, validate } from './request-body.ts'
import { sendProof } from './send-proof.ts'

/** The order desk's routes: staff only, every action audited with who and why. */
export const admin = new Hono<AppEnv>()

admin.use('/api/admin/*', async (c, next) => {
  await next()
  // Names, addresses and signed links: no cache keeps them.
  c.header('Cache-Control', 'private, no-store')
})

admin.get('/api/admin/me', async (c) => {
  const { sub, role, exp } = await requireStaff(c, 'viewer')
  return c.json<DeskPerson>({ name: sub, role, until: new Date(exp * 1000).toISOString() })
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

admin.post('/api/admin/orders/:id/cancel', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  const by = { role: 'staff', actor: staff.sub, reason } as const
  await cancelOrder(c.get('services'), c.req.param('id'), by)
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')))
})

admin.post('/api/admin/orders/:id/refund', async (c) => {
  const staff = await requireStaff(c, 'owner')
  const key = requireIdempotencyKey(c)
  const { reason, amount_minor: amountMinor } = await readJson(c, deskRefund)
  await refundOrder(c.get('services'), c.req.param('id'), { key, amountMinor, reason, actor: staff.sub })
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')))
})

admin.post('/api/admin/orders/:id/print-elsewhere', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const key = requireIdempotencyKey(c)
  const { reason, printer } = await readJson(c, deskPrintElsewhere)
  await printElsewhere(c.get('services'), c.req.param('id'), { key, printer, reason, actor: staff.sub })
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')))
})

admin.post('/api/admin/orders/:id/reprint', async (c) => {
  const staff = await requireStaff(c, 'owner')
  const key = requireIdempotencyKey(c)
  const { reason, copies } = await readJson(c, deskReprint)
  const id = await reprint(c.get('services'), c.req.param('id'), { key, copies, reason, actor: staff.sub })
  return c.json<DeskReprinted>({ order_id: id }, 201)
})

admin.post('/api/admin/orders/:id/photo', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  return c.json(await showPhoto(c.get('services'), c.req.param('id'), { actor: staff.sub, reason }))
})

admin.post('/api/admin/orders/:id/pages/:slot/regenerate', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason, seed, ...wish } = await readJson(c, deskRedo)
  const by = { actor: staff.sub, reason, seed, wish }
  await redoPage(c.get('services'), c.req.param('id'), c.req.param('slot'), by)
  return c.json(await readDeskOrder(c.get('services'), c.req.param('id')), 202)
})
