import { Hono } from 'hono'
import { readCheckoutForm } from './checkout-form.ts'
import { messagePage, payPage } from './checkout-page.ts'
import { paySession } from './pay-session.ts'
import { type SessionRecord, type StripeState, seconds } from './stripe-state.ts'

/** The page on which a buyer pays: `GET` shows it, `POST` takes its form. */
export function checkoutRoutes(state: StripeState): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
  })

  app.get('/:id', (c) => {
    const record = state.sessions.get(c.req.param('id'))
    if (record === undefined) return c.html(unknownPage, 404)
    if (record.session.status === 'complete') return c.html(paidPage(record))
    if (!isOpen(state, record)) return c.html(expiredPage(record), 410)
    return c.html(payPage(record))
  })

  app.post('/:id', async (c) => {
    const id = c.req.param('id')
    const record = state.sessions.get(id)
    if (record === undefined) return c.html(unknownPage, 404)
    const answer = readCheckoutForm(record, new URLSearchParams(await c.req.text()))
    if (answer.kind === 'incomplete' && isOpen(state, record)) {
      return c.html(payPage(record, `Please check the field “${answer.field.replace('_', ' ')}”.`), 400)
    }
    const outcome =
      answer.kind === 'complete' ? paySession(state, id, answer.buyer, answer.declined) : closedAs(record)
    switch (outcome) {
      case 'paid':
        return c.redirect(successUrl(record), 303)
      case 'declined':
        return c.html(payPage(record, 'Your card was declined. Nothing was paid.'), 402)
      case 'already_paid':
        return c.html(paidPage(record), 409)
      case 'expired':
        return c.html(expiredPage(record), 410)
    }
  })
  return app
}

function isOpen(state: StripeState, { session }: SessionRecord): boolean {
  return session.status === 'open' && session.expires_at > seconds(state)
}

function closedAs({ session }: SessionRecord): 'already_paid' | 'expired' {
  return session.status === 'complete' ? 'already_paid' : 'expired'
}

function successUrl({ session }: SessionRecord): string {
  return (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

const unknownPage = messagePage('This page does not exist', 'Please go back to the shop and begin again.')

function paidPage(record: SessionRecord): string {
  const link = { href: successUrl(record), words: 'Back to the shop' }
  return messagePage('Already paid', 'This order is paid. It was not charged a second time.', link)
}

function expiredPage({ session }: SessionRecord): string {
  const link =
    session.cancel_url === null ? undefined : { href: session.cancel_url, words: 'Back to the shop' }
  return messagePage('This checkout has expired', 'Nothing was paid. Please begin again in the shop.', link)
}
