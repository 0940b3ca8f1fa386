import { createHash } from 'node:crypto'
import { StripeApiError } from './stripe-error.ts'
import type { KeptAnswer, StripeState } from './stripe-state.ts'

/** Stripe keeps a key for at least this long. */
const keepMs = 24 * 3600 * 1000
const longestKey = 255

export interface PostRequest {
  readonly path: string
  readonly body: string
  readonly key: string | undefined
}

/**
 * The answer that this request's key was given before, if any (https://docs.stripe.com/api/idempotent_requests).
 * @throws StripeApiError 400 idempotency_error for other parameters or another address under the same key
 */
export function keptAnswer(state: StripeState, request: PostRequest): KeptAnswer | undefined {
  if (request.key === undefined) return undefined
  if (request.key.length > longestKey) {
    throw keyError(`Idempotency-Key is longer than ${longestKey} characters.`)
  }
  const kept = state.answers.get(request.key)
  if (kept === undefined || state.now() - kept.keptAt > keepMs) return undefined
  if (kept.request !== fingerprint(request)) {
    throw keyError(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${request.key}' if you meant to execute a different request.`,
    )
  }
  return kept
}

export function keepAnswer(state: StripeState, request: PostRequest, status: number, body: string): void {
  if (request.key === undefined) return
  state.answers.put(request.key, { request: fingerprint(request), status, body, keptAt: state.now() })
}

/** The order in which parameters are written does not make another request. */
function fingerprint(request: PostRequest): string {
  const params = new URLSearchParams(request.body)
  params.sort()
  return createHash('sha256').update(`${request.path}\n${params}`).digest('hex')
}

function keyError(message: string): StripeApiError {
  return new StripeApiError(400, { type: 'idempotency_error', message })
}
