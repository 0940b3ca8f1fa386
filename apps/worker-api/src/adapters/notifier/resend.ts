import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { Notifier } from '../../ports/notifier.ts'

export type ResendOptions = {
  /** `https://api.resend.com` */
  apiBase: string
  apiKey: string
  /** `Foxetales <books@example.com>`, of a domain that the account may send for. */
  from: string
  /** Where answers go. */
  replyTo: string
  fetch: (address: string, init: RequestInit) => Promise<Response>
}

const timeoutMs = 10_000
const accepted = z.object({ id: z.string().min(1) })
const refusal = z.object({ name: z.string() })

/** Resend's API: https://resend.com/docs/api-reference/emails/send-email. Its keys are remembered for 24 hours. */
export function resendMail(options: ResendOptions): Notifier {
  return {
    name: 'resend',
    async send(mail) {
      const { status, json } = await post(options, mail.id, {
        from: options.from,
        to: [mail.to],
        reply_to: options.replyTo,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
      })
      const answer = accepted.safeParse(json)
      if (status >= 200 && status < 300 && answer.success) return { ref: answer.data.id }
      // The service's own words may repeat the address: its name for the fault is enough.
      const reason = refusal.safeParse(json).data?.name ?? 'bad_answer'
      const isTemporary = status >= 500 || status === 429 || reason === 'concurrent_idempotent_requests'
      const isOdd = status >= 200 && status < 300
      throw new AppError(isTemporary || isOdd ? 'MAIL_UNAVAILABLE' : 'MAIL_REFUSED', { status, reason })
    },
  }
}

async function post(
  options: ResendOptions,
  key: string,
  body: object,
): Promise<{ status: number; json: unknown }> {
  try {
    const answer = await options.fetch(`${options.apiBase}/emails`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${options.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await answer.text()
    return { status: answer.status, json: text.startsWith('{') ? JSON.parse(text) : undefined }
  } catch (fault) {
    const reason = fault instanceof Error ? fault.name : 'unknown'
    throw new AppError('MAIL_UNAVAILABLE', { reason })
  }
}
