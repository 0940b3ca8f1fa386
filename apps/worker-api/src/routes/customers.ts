import { AppError } from '@foxetales/shared-schemas/errors'
import { Hono } from 'hono'
import { eraseCustomer } from '../flows/erase-customer.ts'
import { requireStaff, requireToken } from './authenticate.ts'
import type { AppContext, AppEnv } from './context.ts'

export const customers = new Hono<AppEnv>()

/** A parent deletes what we hold of them, with the token of the preview they made. */
customers.delete('/api/preview/:id', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'preview', id)
  const job = await c.get('services').jobs.find(id)
  if (!job) throw new AppError('PREVIEW_NOT_FOUND')
  return erase(c, job.customer_id, 'customer')
})

customers.delete('/api/customers/:id', async (c) => {
  const staff = await requireStaff(c, 'owner')
  return erase(c, c.req.param('id'), staff.sub)
})

async function erase(c: AppContext, customerId: string, actor: string): Promise<Response> {
  await eraseCustomer(c.get('services'), customerId, actor)
  return c.body(null, 204)
}
