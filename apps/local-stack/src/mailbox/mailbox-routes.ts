import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { mailboxPage, mailPage } from './mailbox-page.ts'
import { type Box, MailFault, takeMail } from './take-mail.ts'

/** Resend's API under `/emails`, and for people what was sent: `GET /`, and each letter as it would look. */
export function mailboxRoutes(box: Box, apiKey: string): Hono {
  const app = new Hono()

  app.post('/emails', async (c) => {
    if (!same(c.req.header('authorization') ?? '', `Bearer ${apiKey}`)) {
      throw new MailFault(401, 'invalid_api_key', 'API key is invalid.')
    }
    const body: unknown = await c.req.json().catch(() => undefined)
    return c.json(takeMail(box, c.req.header('idempotency-key'), body))
  })

  app.get('/', (c) => c.html(mailboxPage(box.mails.all().toReversed())))
  app.get('/mails.json', (c) => c.json({ mails: box.mails.all() }))
  app.get('/mails/:id', (c) => {
    const mail = box.mails.get(c.req.param('id'))
    return mail ? c.html(mailPage(mail)) : c.notFound()
  })
  app.get('/mails/:id/html', (c) => {
    const mail = box.mails.get(c.req.param('id'))
    // As a mail program shows it: no script, nothing fetched from elsewhere.
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups")
    return mail ? c.html(mail.html) : c.notFound()
  })

  app.onError((error, c) => {
    if (!(error instanceof MailFault)) throw error
    return c.json({ statusCode: error.status, name: error.fault, message: error.message }, error.status)
  })
  return app
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
