import { serveApp } from '../serve-app.ts'
import { openDocumentStore } from '../state/document-store.ts'
import { randomId } from '../state/random-id.ts'
import { mailboxRoutes } from './mailbox-routes.ts'
import type { KeptAnswer, SentMail } from './take-mail.ts'

export interface MailboxOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly host?: string
  /** Letters lie here, and are found again by the next start. */
  readonly stateDir: string
  /** `re_…` */
  readonly apiKey: string
  /** Unix ms. */
  readonly now?: () => number
}

export interface Mailbox {
  readonly url: string
  close(): Promise<void>
}

/**
 * A mail service that carries nothing anywhere: it takes letters as Resend does, and shows them on a page.
 * @throws {Error} when the port is taken
 */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const store = openDocumentStore(options.stateDir, 'mailbox')
  const box = {
    mails: store.collection<SentMail>('mails'),
    answers: store.collection<KeptAnswer>('answers'),
    randomId,
    now: options.now ?? Date.now,
  }
  const app = mailboxRoutes(box, options.apiKey)
  const server = await serveApp(app.fetch, options.port, options.host ?? '127.0.0.1')
  return {
    url: server.url,
    async close() {
      await server.close()
      store.close()
    },
  }
}
