import { AppError } from '@foxetales/shared-schemas/errors'
import { Hono } from 'hono'
import { acceptPayment } from '../flows/accept-payment.ts'
import { trackPrint } from '../flows/track-print.ts'
import type { AppEnv } from './context.ts'

/** Outside parties tell us something: verified on the raw body, then treated as a reason to look. */
export const webhooks = new Hono<AppEnv>()

webhooks.post('/webhooks/stripe', async (c) => {
  const services = c.get('services')
  const event = await services.payment.parseEvent({ rawBody: await c.req.text(), headers: c.req.raw.headers })
  await acceptPayment(services, event)
  return c.json({ received: true })
})

webhooks.post('/webhooks/print/:vendor', async (c) => {
  const services = c.get('services')
  if (c.req.param('vendor') !== services.printer.name) throw new AppError('NOT_FOUND')
  const event = await services.printer.parseWebhook({
    rawBody: await c.req.text(),
    headers: c.req.raw.headers,
  })
  await trackPrint(services, event.vendorRef)
  await services.journal.firstSeen(services.printer.name, event.eventId, event.status, services.now())
  return c.json({ received: true })
})
