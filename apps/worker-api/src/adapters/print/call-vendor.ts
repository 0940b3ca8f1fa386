import { AppError } from '@foxetales/shared-schemas/errors'
import type * as z from 'zod'

/** How a printer's API is reached. */
export type VendorAccess = {
  fetch: (address: string, init: RequestInit) => Promise<Response>
  /** The most a call may take; 15 000 unless told. */
  timeoutMs?: number | undefined
}

export type VendorCall<Answer extends z.ZodType> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  url: string
  headers: Record<string, string>
  /** JSON, or a form's fields ready to send. */
  body?: unknown
  answer: Answer
  /** False where a call that is no GET changes nothing: its outcome is never in doubt. */
  changes?: boolean
  /** The printer's own code for a refusal, from its JSON: never free text, which may repeat an address or a name. */
  refusal?: (json: unknown) => { reason?: string; field?: string } | undefined
}

/**
 * One call; its JSON, checked, is the answer. No answer, a 5xx or an answer in another shape is PRINT_VENDOR_UNAVAILABLE,
 * ambiguous where the call could have changed something. A key that is not taken and too many requests are unavailable
 * and not ambiguous: nothing was done, and the work waits as for an outage. Any other status is PRINT_VENDOR_REFUSED.
 */
export async function callVendor<Answer extends z.ZodType>(
  access: VendorAccess,
  call: VendorCall<Answer>,
): Promise<z.infer<Answer>> {
  const { status, text } = await exchange(access, call)
  const json = parseJson(text)
  if (status >= 200 && status < 300) {
    const answer = call.answer.safeParse(json)
    if (answer.success) return answer.data
    throw unavailable(call, { reason: 'bad_answer', status })
  }
  if (status >= 500 || status === 408) throw unavailable(call, { reason: 'server_error', status })
  if (status === 429 || status === 401 || status === 403) {
    const reason = status === 429 ? 'rate_limited' : 'unauthorized'
    throw new AppError('PRINT_VENDOR_UNAVAILABLE', { reason, status, ambiguous: false })
  }
  const said = call.refusal?.(json) ?? {}
  const reason = said.reason ?? 'unknown'
  throw new AppError('PRINT_VENDOR_REFUSED', { reason, field: said.field, status })
}

async function exchange(
  { fetch, timeoutMs = 15_000 }: VendorAccess,
  call: VendorCall<z.ZodType>,
): Promise<{ status: number; text: string }> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const isForm = call.body instanceof URLSearchParams
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: {
        Accept: 'application/json',
        ...(call.body === undefined ? {} : { 'Content-Type': type }),
        ...call.headers,
      },
      signal: timeout,
      // A followed redirect would show the key, and a child's book, to another host.
      redirect: 'manual',
      ...(call.body === undefined ? {} : { body: isForm ? String(call.body) : JSON.stringify(call.body) }),
    })
    return { status: response.status, text: await response.text() }
  } catch (cause) {
    throw unavailable(call, { reason: timeout.aborted ? 'timeout' : 'network' }, cause)
  }
}

function unavailable(
  call: VendorCall<z.ZodType>,
  details: Record<string, unknown>,
  cause?: unknown,
): AppError {
  const ambiguous = call.method !== 'GET' && call.changes !== false
  return new AppError('PRINT_VENDOR_UNAVAILABLE', { ...details, ambiguous }, cause)
}

/** Undefined when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
