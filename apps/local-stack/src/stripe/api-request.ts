import { timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Cause } from './emit-event.ts'
import { keepAnswer, keptAnswer } from './idempotent.ts'
import { type FormValue, parseForm } from './parse-form.ts'
import { StripeApiError } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

export interface ApiEnv {
  Variables: { requestId: string }
}

/** Names the request, echoes the version, and lets nobody in without the secret key. */
export function checkKey(state: StripeState, secretKey: string): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const requestId = `req_${state.randomId(14)}`
    c.set('requestId', requestId)
    c.header('Request-Id', requestId)
    c.header('Stripe-Version', c.req.header('stripe-version') ?? state.apiVersion)
    const key = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (key === undefined || !same(key, secretKey)) {
      c.header('WWW-Authenticate', 'Basic realm="Stripe"')
      const message =
        key === undefined
          ? 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.'
          : `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`
      throw new StripeApiError(401, { type: 'invalid_request_error', message })
    }
    await next()
  }
}

/** Answers a POST once per idempotency key; what it does and what is kept of it happen together or not at all. */
export async function answerPost(
  c: Context<ApiEnv>,
  state: StripeState,
  work: (form: FormValue, cause: Cause) => object,
): Promise<Response> {
  const key = c.req.header('idempotency-key')
  const request = { path: c.req.path, body: await c.req.text(), key }
  const cause: Cause = { requestId: c.get('requestId'), idempotencyKey: key ?? null }
  if (key !== undefined) c.header('Idempotency-Key', key)
  const kept = keptAnswer(state, request)
  if (kept !== undefined) {
    c.header('Idempotent-Replayed', 'true')
    return json(c, kept.status, kept.body)
  }
  try {
    const answer = state.store.transaction(() => {
      const body = JSON.stringify(work(parseForm(new URLSearchParams(request.body)), cause))
      keepAnswer(state, request, 200, body)
      return body
    })
    return json(c, 200, answer)
  } catch (error) {
    if (error instanceof StripeApiError && error.begun) {
      keepAnswer(state, request, error.status, JSON.stringify({ error: error.body }))
    }
    throw error
  }
}

/** Any error in Stripe's shape; what is not one of Stripe's refusals is a fault of this server, and is told as 500. */
export function showError(c: Context<ApiEnv>, state: StripeState, error: Error): Response {
  if (error instanceof StripeApiError) {
    return c.json({ error: { ...error.body, request_log_url: null } }, error.status)
  }
  state.log(`stripe: ${c.req.method} ${c.req.path} failed: ${error.stack}`)
  return c.json({ error: { type: 'api_error', message: 'Something went wrong on the local Stripe.' } }, 500)
}

function json(c: Context, status: number, body: string): Response {
  // Every kept status is one that `StripeApiError` or a success has.
  return c.body(body, status as 200 | 400 | 404, { 'Content-Type': 'application/json' })
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
