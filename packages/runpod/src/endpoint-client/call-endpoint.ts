import { RunpodError } from './runpod-error.ts'

/** How to reach one endpoint. */
export interface EndpointAccess {
  /** `https://api.runpod.ai/v2`, or the local endpoint's `url`. */
  baseUrl: string
  endpointId: string
  apiKey: string
  fetch?: (address: string, init: RequestInit) => Promise<Response>
  /** For a whole call, answer read included. 15 000 ms unless told. */
  timeoutMs?: number
}

export interface EndpointCall {
  method: 'GET' | 'POST'
  path: string
  body?: unknown
  /** Repeating the call after an unclear end could do harm (`/run`). */
  mustNotRepeat: boolean
}

/** The server's JSON, or the 404 that several calls expect. */
export type EndpointAnswer = { found: true; json: unknown } | { found: false }

/** node's codes for a connection that was never made, so nothing can have been accepted. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** One call. 2xx with JSON and 404 are values; everything else is a `RunpodError`. Web APIs only, so workerd can run it. */
export async function callEndpoint(access: EndpointAccess, call: EndpointCall): Promise<EndpointAnswer> {
  const { status, text } = await exchange(access, call)
  if (status === 404) {
    return { found: false }
  }
  if (status < 200 || status > 299) {
    throw statusError(status, call)
  }
  try {
    return { found: true, json: JSON.parse(text) }
  } catch (cause) {
    throw badAnswer(call, cause)
  }
}

/** An answer that says success but cannot be understood: for `/run` a job may exist whose id we did not learn. */
export function badAnswer(call: EndpointCall, cause: unknown): RunpodError {
  const fate = { retryable: !call.mustNotRepeat, ambiguous: call.mustNotRepeat }
  return new RunpodError('bad_answer', `${call.path}: the answer is not what RunPod documents`, fate, cause)
}

async function exchange(
  access: EndpointAccess,
  call: EndpointCall,
): Promise<{ status: number; text: string }> {
  const send = access.fetch ?? ((address, init) => fetch(address, init))
  const address = `${access.baseUrl.replace(/\/+$/, '')}/${encodeURIComponent(access.endpointId)}${call.path}`
  const timeout = AbortSignal.timeout(access.timeoutMs ?? 15_000)
  try {
    const response = await send(address, {
      method: call.method,
      headers: { Authorization: `Bearer ${access.apiKey}`, 'Content-Type': 'application/json' },
      signal: timeout,
      // A followed redirect would turn a POST into a GET and show the key to another host.
      redirect: 'manual',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
    return { status: response.status, text: await response.text() }
  } catch (cause) {
    throw transportError(call, cause, timeout.aborted)
  }
}

function transportError(call: EndpointCall, cause: unknown, timedOut: boolean): RunpodError {
  const code = timedOut ? 'timeout' : 'network'
  const mayBeAccepted = timedOut || !neverReached(cause)
  const ambiguous = call.mustNotRepeat && mayBeAccepted
  const message = timedOut ? `${call.path}: no answer in time` : `${call.path}: the connection failed`
  return new RunpodError(code, message, { retryable: !ambiguous, ambiguous }, cause)
}

function neverReached(thrown: unknown): boolean {
  const reason = thrown instanceof Error ? thrown.cause : undefined
  const code = typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : undefined
  return typeof code === 'string' && neverConnected.has(code)
}

function statusError(status: number, call: EndpointCall): RunpodError {
  const message = `${call.path}: HTTP ${status}`
  if (status >= 500) {
    const ambiguous = call.mustNotRepeat
    return new RunpodError('server_error', message, { retryable: !ambiguous, ambiguous })
  }
  if (status === 429) {
    return new RunpodError('rate_limited', message, { retryable: true, ambiguous: false })
  }
  const code = status === 401 || status === 403 ? 'unauthorized' : 'rejected'
  return new RunpodError(code, message, { retryable: false, ambiguous: false })
}
