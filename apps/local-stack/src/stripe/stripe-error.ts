/** The fields of Stripe's error body: https://docs.stripe.com/api/errors. */
export interface StripeErrorBody {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error'
  readonly message: string
  readonly code?: string
  readonly param?: string
}

/** A refusal as Stripe words it. */
export class StripeApiError extends Error {
  readonly status: 400 | 401 | 404 | 500
  readonly body: StripeErrorBody
  /** False where nothing was begun, so that the same idempotency key may be used again with mended parameters. */
  readonly begun: boolean

  constructor(status: 400 | 401 | 404 | 500, body: StripeErrorBody, begun = false) {
    super(body.message)
    this.status = status
    this.body = body
    this.begun = begun
  }
}

/** `No such payment_intent: 'pi_123'`, with status 404. */
export function noSuch(kind: string, id: string, param: string): StripeApiError {
  return new StripeApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  })
}

/** A parameter that Stripe does not take as it is. */
export function badParameter(param: string, message: string, code?: string): StripeApiError {
  return new StripeApiError(400, {
    type: 'invalid_request_error',
    message,
    param,
    ...(code && { code }),
  })
}
