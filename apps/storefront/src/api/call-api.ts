import type { ErrorBody } from '@foxetales/shared-schemas/errors'

/** What went wrong with a call. `status` 0 means that no answer came: no connection, or the server is being restarted. */
export class ApiProblem extends Error {
  readonly status: number
  /** A code of `shared-schemas/errors`, or `NO_CONNECTION` or `UNREADABLE_ANSWER`. */
  readonly code: string
  /** For a person who asks for help; empty when no answer came. */
  readonly requestId: string
  readonly retryable: boolean
  readonly details: Readonly<Record<string, unknown>>
  constructor(problem: {
    readonly status: number
    readonly code: string
    readonly message: string
    readonly requestId?: string
    readonly retryable: boolean
    readonly details?: Readonly<Record<string, unknown>>
    readonly cause?: unknown
  }) {
    super(problem.message, { cause: problem.cause })
    this.name = 'ApiProblem'
    this.status = problem.status
    this.code = problem.code
    this.requestId = problem.requestId ?? ''
    this.retryable = problem.retryable
    this.details = problem.details ?? {}
  }
}

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  /** The token of a preview or an order, or a staff token. */
  readonly token?: string
  /** A form is sent as multipart, anything else as JSON. */
  readonly body?: FormData | Readonly<Record<string, unknown>>
  /** The same key and body twice is one deed. */
  readonly idempotencyKey?: string
  /** Send this site's cookies too: a gate before the server may know people by them. */
  readonly cookies?: boolean
  readonly signal?: AbortSignal
}

/**
 * One call of the public API. The answer is what its schema in `shared-schemas` says: the caller names the type, and the
 * schema itself stays out of the browser's bundle.
 * @throws ApiProblem
 */
export async function callApi<Answer>(base: string, path: string, call: ApiCall = {}): Promise<Answer> {
  const answer = await send(new URL(path, base), call)
  if (answer.status === 204) return undefined as Answer
  let body: unknown
  try {
    body = await answer.json()
  } catch (cause) {
    throw unreadable(answer, cause)
  }
  // The server checks every answer it documents; here only the shape of an error is looked at.
  if (answer.ok) return body as Answer
  throw isErrorBody(body) ? problemOf(answer.status, body) : unreadable(answer, undefined)
}

/** A file behind a token, which a plain link could not carry. @throws ApiProblem */
export async function callForFile(base: string, path: string, call: ApiCall): Promise<Blob> {
  const answer = await send(new URL(path, base), call)
  if (answer.ok) return answer.blob()
  let body: unknown
  try {
    body = await answer.json()
  } catch (cause) {
    throw unreadable(answer, cause)
  }
  throw isErrorBody(body) ? problemOf(answer.status, body) : unreadable(answer, undefined)
}

async function send(url: URL, { method = 'GET', token, body, idempotencyKey, cookies, signal }: ApiCall) {
  const headers = new Headers({ accept: 'application/json' })
  if (token) headers.set('authorization', `Bearer ${token}`)
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey)
  const isForm = body instanceof FormData
  if (body && !isForm) headers.set('content-type', 'application/json')
  const sent = body && !isForm ? JSON.stringify(body) : body
  try {
    return await fetch(url, {
      method,
      headers,
      credentials: cookies ? 'same-origin' : 'omit',
      cache: 'no-store',
      ...(sent ? { body: sent } : {}),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiProblem({
      status: 0,
      code: 'NO_CONNECTION',
      message: 'No answer came.',
      retryable: true,
      cause,
    })
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof (body as ErrorBody | null)?.error?.code === 'string'
}

function problemOf(status: number, { error }: ErrorBody): ApiProblem {
  const { code, message, request_id: requestId, retryable, details } = error
  return new ApiProblem({ status, code, message, requestId, retryable, details })
}

function unreadable(answer: Response, cause: unknown): ApiProblem {
  return new ApiProblem({
    status: answer.status,
    code: 'UNREADABLE_ANSWER',
    message: `The answer (${answer.status}) cannot be read.`,
    requestId: answer.headers.get('x-request-id') ?? '',
    retryable: answer.status >= 500,
    cause,
  })
}
