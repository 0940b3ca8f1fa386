import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import { fromHex, hmacMatches, sha256Hex } from '../../domain/signing.ts'
import type { PrintEvent } from '../../ports/print-vendor.ts'

const news = z.object({
  topic: z.string().min(1),
  data: z.object({ id: z.union([z.string(), z.number()]).transform(String) }),
})

/**
 * Reads `Lulu-HMAC-SHA256`: over the raw body, keyed with the API client's secret. How the digest is written is not in
 * Lulu's description: hex is what has been seen, base64 is taken too. Throws SIGNATURE_INVALID otherwise. There is no time
 * in what is signed, so old news can be sent again: it is only ever a reason to look.
 */
export async function readLuluWebhook(
  request: { rawBody: string; headers: Headers },
  secret: string,
): Promise<PrintEvent> {
  const header = request.headers.get('lulu-hmac-sha256')?.trim() ?? ''
  const signature = fromHex(header.toLowerCase()) ?? fromBase64(header)
  if (!signature || !(await hmacMatches(secret, request.rawBody, signature))) {
    throw new AppError('SIGNATURE_INVALID')
  }
  try {
    const { topic, data } = news.parse(JSON.parse(request.rawBody))
    // Lulu gives its events no id: the same words are the same event.
    return { eventId: await sha256Hex(request.rawBody), vendorRef: data.id, kind: topic }
  } catch {
    // The parser's error quotes the body, which holds an address: it ends here.
    throw new AppError('SIGNATURE_INVALID', { reason: 'not an event' })
  }
}

/** Undefined when the text is not base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}
