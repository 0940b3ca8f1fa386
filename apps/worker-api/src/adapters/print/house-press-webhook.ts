import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import { fromHex, hmacMatches } from '../../domain/signing.ts'
import type { PrintEvent } from '../../ports/print-vendor.ts'
import { pressJob, pressTime } from './house-press-jobs.ts'

/** How far the sender's clock, or the post, may be off. */
const toleranceSeconds = 300

const pressEvent = z.object({
  event_id: z.string().min(1),
  type: z.literal('print_job.status'),
  created_at: pressTime,
  job: pressJob,
})

/**
 * Reads `X-Press-Signature: t=<unix seconds>,v1=<hex hmac-sha256>` over `<t>.<raw body>`; several `v1` may come while a
 * secret is being changed. Throws SIGNATURE_INVALID when none matches, when it is older or newer than five minutes, and
 * when what was signed is not an event.
 */
export async function readPressWebhook(
  request: { rawBody: string; headers: Headers },
  secret: string,
  now: number,
): Promise<PrintEvent> {
  const header = readHeader(request.headers.get('x-press-signature') ?? '')
  if (header === undefined || Math.abs(now / 1000 - Number(header.time)) > toleranceSeconds) {
    throw new AppError('SIGNATURE_INVALID')
  }
  const signed = `${header.time}.${request.rawBody}`
  const matches = await Promise.all(
    header.signatures.map((signature) => hmacMatches(secret, signed, signature)),
  )
  if (!matches.includes(true)) {
    throw new AppError('SIGNATURE_INVALID')
  }
  return readEvent(request.rawBody)
}

function readHeader(header: string): { time: string; signatures: Uint8Array<ArrayBuffer>[] } | undefined {
  const pairs = header.split(',').map((pair) => pair.trim().split('='))
  const time = pairs.find(([name]) => name === 't')?.[1]
  const signatures = pairs.flatMap(([name, value]) => {
    const bytes = name === 'v1' && value ? fromHex(value) : undefined
    return bytes ? [bytes] : []
  })
  return time && /^[0-9]{1,12}$/.test(time) ? { time, signatures } : undefined
}

function readEvent(rawBody: string): PrintEvent {
  try {
    const event = pressEvent.parse(JSON.parse(rawBody))
    return { eventId: event.event_id, vendorRef: event.job.id, kind: event.job.status }
  } catch {
    // The parser's error quotes the body, which may hold an address: it ends here.
    throw new AppError('SIGNATURE_INVALID', { reason: 'not an event' })
  }
}
