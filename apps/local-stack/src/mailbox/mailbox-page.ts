import { html } from 'hono/html'
import type { SentMail } from './take-mail.ts'

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; color: #1f2433; background: #f4f5f9; margin: 0; }
  main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  ul { list-style: none; padding: 0; } li { background: #fff; border: 1px solid #d9dde6; border-radius: 10px; margin: .5rem 0; }
  li a { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; padding: .7rem 1rem; color: inherit; text-decoration: none; }
  small { color: #5a6478; } iframe { width: 100%; height: 32rem; border: 1px solid #d9dde6; border-radius: 10px; background: #fff; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #fff; border: 1px solid #d9dde6; border-radius: 10px; padding: 1rem; }
`

type Html = ReturnType<typeof html>

/** Every letter that was sent, newest first. */
export function mailboxPage(mails: readonly SentMail[]): string {
  const list = mails.map(
    (
      mail,
    ) => html`<li><a href="/mails/${mail.id}"><strong>${mail.subject}</strong><small>${when(mail)}</small>
      <small>to ${mail.to.join(', ')}</small></a></li>`,
  )
  const body = html`<h1>Mailbox</h1>
    <p>What would have been sent. Nothing leaves this machine.</p>
    ${mails.length === 0 ? html`<p>No letter yet.</p>` : html`<ul>${list}</ul>`}`
  return page('Mailbox', body)
}

/** One letter in both its shapes. */
export function mailPage(mail: SentMail): string {
  const body = html`<p><a href="/">All letters</a></p>
    <h1>${mail.subject}</h1>
    <p><small>from ${mail.from} to ${mail.to.join(', ')}, ${when(mail)}</small></p>
    <iframe src="/mails/${mail.id}/html" title="As HTML"></iframe>
    <h2>As plain text</h2>
    <pre>${mail.text}</pre>`
  return page(mail.subject, body)
}

function when(mail: SentMail): string {
  return new Date(mail.sentAt).toISOString().slice(0, 19).replace('T', ' ')
}

function page(title: string, body: Html): string {
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${style}</style></head><body><main>${body}</main></body></html>`)
}
