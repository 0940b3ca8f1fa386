import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'

/** How to reach the press. */
export type PressAccess = {
  apiBase: string
  apiKey: string
  fetch: (address: string, init: RequestInit) => Promise<Response>
  /** The most a call may take; 15 000 unless told. */
  timeoutMs?: number
}

export type PressCall = {
  method: 'GET' | 'POST'
  /** From the root of the API, query included. */
  path: string
  body?: unknown
  idempotencyKey?: string
}

const refusal = z.object({
  error: z.object({ code: z.string(), message: z.string().optional(), field: z.string().optional() }),
})

/**
 * One call; its JSON is the answer. No answer, a 5xx or an answer that is not JSON is PRINT_VENDOR_UNAVAILABLE, ambiguous
 * where the call could have changed something; any other status is PRINT_VENDOR_REFUSED with the press's code and field.
 * The press's message stays out of the details: it may repeat an address or a child's name from the title.
 */
export async function callPress(access: PressAccess, call: PressCall): Promise<unknown> {
  const { status, text } = await exchange(access, call)
  const json = parseJson(text)
  if (status >= 200 && status < 300) {
    if (json === undefined) {
      throw unavailable(call, { reason: 'bad_answer', status })
    }
    return json
  }
  if (status >= 500 || status === 408) {
    throw unavailable(call, { reason: 'server_error', status })
  }
  if (status === 429 || status === 401 || status === 403) {
    // Nothing was done. A key it does not take is the operator's to mend, so the work waits for that as for an outage.
    const reason = status === 429 ? 'rate_limited' : 'unauthorized'
    throw new AppError('PRINT_VENDOR_UNAVAILABLE', { reason, status, ambiguous: false })
  }
  const said = refusal.safeParse(json)
  const { code, field } = said.success ? said.data.error : { code: 'unknown', field: undefined }
  throw new AppError('PRINT_VENDOR_REFUSED', { reason: code, field, status })
}

async function exchange(access: PressAccess, call: PressCall): Promise<{ status: number; text: string }> {
  const { apiBase, apiKey, fetch, timeoutMs = 15_000 } = access
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(`${apiBase.replace(/\/+$/, '')}${call.path}`, {
      method: call.method,
      headers: {
        Authorization: `Bearer ${apiKey}`,
        Accept: 'application/json',
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(call.idempotencyKey === undefined ? {} : { 'Idempotency-Key': call.idempotencyKey }),
      },
      signal: timeout,
      // A followed redirect would show the key, and a child's book, to another host.
      redirect: 'manual',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
    return { status: response.status, text: await response.text() }
  } catch (cause) {
    throw unavailable(call, { reason: timeout.aborted ? 'timeout' : 'network' }, cause)
  }
}

function unavailable(call: PressCall, details: Record<string, unknown>, cause?: unknown): AppError {
  return new AppError('PRINT_VENDOR_UNAVAILABLE', { ...details, ambiguous: call.method === 'POST' }, cause)
}

/** Undefined when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
