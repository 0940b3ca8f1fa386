import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Collection } from '../state/document-store.ts'
import type { RandomId } from '../state/random-id.ts'

/** What Resend's `POST /emails` takes, as far as it is played: https://resend.com/docs/api-reference/emails/send-email. */
const letter = z.strictObject({
  from: z.string().regex(/^([^<>]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/),
  to: z.union([z.email(), z.array(z.email()).min(1).max(50)]),
  reply_to: z.union([z.email(), z.array(z.email())]).optional(),
  subject: z.string().min(1),
  text: z.string().optional(),
  html: z.string().optional(),
})

export interface SentMail {
  readonly id: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Unix ms. */
  readonly sentAt: number
}

export interface KeptAnswer {
  readonly request: string
  readonly mailId: string
  readonly keptAt: number
}

export interface Box {
  readonly mails: Collection<SentMail>
  readonly answers: Collection<KeptAnswer>
  readonly randomId: RandomId
  readonly now: () => number
}

export class MailFault extends Error {
  readonly status: 401 | 409 | 422
  /** Resend's own name for it. */
  readonly fault: string
  constructor(status: 401 | 409 | 422, fault: string, message: string) {
    super(message)
    this.status = status
    this.fault = fault
  }
}

/** Resend remembers a key for a day. */
const keepMs = 24 * 3_600_000

/** Takes one letter, once per key. @throws MailFault */
export function takeMail(box: Box, key: string | undefined, body: unknown): { id: string } {
  const parsed = letter.safeParse(body)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? 'body'
    throw new MailFault(422, 'validation_error', `Invalid \`${field}\` field.`)
  }
  const request = createHash('sha256').update(JSON.stringify(parsed.data)).digest('hex')
  const kept = key === undefined ? undefined : box.answers.get(key)
  if (kept && box.now() - kept.keptAt < keepMs) {
    if (kept.request === request) return { id: kept.mailId }
    throw new MailFault(409, 'invalid_idempotent_request', 'This key was used with another payload.')
  }
  const { from, to, subject, text = '', html = '' } = parsed.data
  const mail = { id: box.randomId(24), from, to: [to].flat(), subject, text, html, sentAt: box.now() }
  box.mails.put(mail.id, mail)
  if (key !== undefined) box.answers.put(key, { request, mailId: mail.id, keptAt: box.now() })
  return { id: mail.id }
}
