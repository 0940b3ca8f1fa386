import { deskReason } from '@foxetales/shared-schemas/desk'
import { Hono } from 'hono'
import { listDeadLetters, replayDeadLetter } from '../flows/dead-letters.ts'
import { listAlerts, settleAlert } from '../flows/raise-alert.ts'
import { requireStaff } from './authenticate.ts'
import type { AppEnv } from './context.ts'
import { readJson } from './request-body.ts'

/** What waits for a person, and the word that somebody has seen to it. */
export const alerts = new Hono<AppEnv>()

for (const path of ['/api/admin/alerts/*', '/api/admin/dead-letters/*']) {
  alerts.use(path, async (c, next) => {
    await next()
    c.header('Cache-Control', 'private, no-store')
  })
}

alerts.get('/api/admin/alerts', async (c) => {
  await requireStaff(c, 'viewer')
  return c.json(await listAlerts(c.get('services')))
})

alerts.post('/api/admin/alerts/:id/settle', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  await settleAlert(c.get('services'), c.req.param('id'), { actor: staff.sub, reason })
  return c.json(await listAlerts(c.get('services')))
})

alerts.get('/api/admin/dead-letters', async (c) => {
  await requireStaff(c, 'viewer')
  return c.json(await listDeadLetters(c.get('services')))
})

alerts.post('/api/admin/dead-letters/:id/replay', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const { reason } = await readJson(c, deskReason)
  await replayDeadLetter(c.get('services'), c.req.param('id'), { actor: staff.sub, reason })
  return c.json(await listDeadLetters(c.get('services')))
})
