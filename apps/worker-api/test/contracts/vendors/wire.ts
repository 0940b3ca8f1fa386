/** What a vendor's server saw of one request. */
export type WireRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: string
}

/** How a request can go wrong: an answer instead of the vendor's, no answer, or an answer that gets lost on its way. */
export type Trouble = Response | 'no-connection' | 'answer-lost' | 'silence'

/**
 * A vendor's server behind an injected `fetch`. `answer` plays the vendor; `trouble` is what becomes of the next requests,
 * one each, where they are of the troubled kind. `silence` answers only to the caller's own patience, its abort signal.
 */
export function playWire(
  answer: (request: WireRequest) => Response | Promise<Response>,
  isTroubled: (request: WireRequest) => boolean = () => true,
) {
  const requests: WireRequest[] = []
  const trouble: Trouble[] = []

  async function send(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const sent = new Request(input, { ...init, signal: null })
    const url = new URL(sent.url)
    const request: WireRequest = {
      method: sent.method,
      path: url.pathname,
      query: url.searchParams,
      headers: sent.headers,
      // Not `text()`: workerd warns of that on a form.
      body: new TextDecoder().decode(await sent.arrayBuffer()),
    }
    requests.push(request)
    const next = isTroubled(request) ? trouble.shift() : undefined
    if (next instanceof Response) {
      return next
    }
    if (next === 'no-connection') {
      throw new TypeError('fetch failed')
    }
    if (next === 'silence') {
      return abortOf(init.signal)
    }
    const answered = await answer(request)
    if (next === 'answer-lost') {
      throw new TypeError('the connection was closed')
    }
    return answered
  }
  return { requests, trouble, fetch: send }
}

export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}

function abortOf(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
}
