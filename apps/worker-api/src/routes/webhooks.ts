import { AppError } from '@foxetales/shared-schemas/errors'
import { Hono } from 'hono'
import { acceptPayment } from '../flows/accept-payment.ts'
import { trackPrint } from '../flows/track-print.ts'
import type { AppEnv } from './context.ts'

/** Outside parties tell us something: verified on the raw body, then treated as a reason to look. */
export const webhooks = new Hono<AppEnv>()

webhooks.post('/webhooks/stripe', async (c) => {
  const services = c.get('services')
  const rawBody = await c.req.text()
  const event = await services.payments.stripe.parseEvent({ rawBody, headers: c.req.raw.headers })
  await acceptPayment(services, 'stripe', event)
  return c.json({ received: true })
})

webhooks.post('/webhooks/print/:vendor', async (c) => {
  const services = c.get('services')
  const printer = services.printers.named(c.req.param('vendor'))
  if (!printer) throw new AppError('NOT_FOUND')
  const { url, headers } = c.req.raw
  const event = await printer.parseWebhook({ rawBody: await c.req.text(), headers, url })
  await trackPrint(services, printer, event.vendorRef)
  // Remembered last: news that failed halfway must be able to come again.
  await services.journal.firstSeen(printer.name, event.eventId, event.kind, services.now())
  return c.json({ received: true })
})
