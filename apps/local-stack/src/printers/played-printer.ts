/** What every played printer shares: its shelf of jobs, its faults, and how requests find their answers. */

/** Where jobs lie: in memory, or in a database that outlasts the process. */
export interface Shelf<Item> {
  get(id: string): Item | undefined
  put(id: string, item: Item): void
  all(): Item[]
}

export function memoryShelf<Item>(): Shelf<Item> {
  const items = new Map<string, Item>()
  return {
    get: (id) => items.get(id),
    put: (id, item) => items.set(id, item),
    all: () => [...items.values()],
  }
}

/**
 * What goes wrong with the next request: refused for haste, down before anything was done, failed after it was done, or
 * slow. `null` lets one pass.
 */
export type Fault = 'too_many' | 'down' | 'after' | 'slow' | null

export interface PrinterTools {
  /** Unix ms. */
  readonly now: () => number
  readonly randomId: (length: number) => string
  /** How this printer reaches its customers: for their files, and with its news. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly md5: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>
  /** Sizes of all pages, width × height in mm, as the file itself says; a text when it is no whole PDF. */
  readonly readPdf: (
    bytes: Uint8Array<ArrayBuffer>,
  ) => Promise<readonly (readonly [number, number])[] | string>
  /** How long a slow answer takes, ms. */
  readonly slowMs?: number
}

export interface PlayedPrinter {
  answer(request: Request): Promise<Response>
  /** Every job takes its next step, and its owner is told in this printer's way. */
  step(): Promise<void>
  /** One for each of the next requests; of these, jobs' creation and everything else alike. */
  readonly faults: Fault[]
}

export interface Ask {
  readonly request: Request
  readonly query: URLSearchParams
  /** What the path's groups caught. */
  readonly caught: readonly string[]
  /** The body as JSON, or `{}`. */
  readonly body: Record<string, unknown>
}
export type Route = readonly [
  method: string,
  path: RegExp,
  handler: (ask: Ask) => Response | Promise<Response>,
]

/** Answers by the first route that fits, through the faults that are due. `allow` may refuse before anything is read. */
export function dispatcher(
  routes: readonly Route[],
  faults: Fault[],
  slowMs: number,
  allow: (request: Request, path: string) => Response | undefined,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url)
    const fault = faults.shift() ?? null
    if (fault === 'too_many') return json(429, { message: 'Too many requests' }, { 'retry-after': '1' })
    if (fault === 'down') return json(503, { message: 'Down for maintenance' })
    const refused = allow(request, url.pathname)
    if (refused) return refused
    const answer = await find(routes, request, url)
    if (fault === 'after') return json(500, { message: 'Something failed' })
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs))
    return answer
  }
}

async function find(routes: readonly Route[], request: Request, url: URL): Promise<Response> {
  for (const [method, path, handler] of routes) {
    const match = method === request.method ? path.exec(url.pathname) : null
    if (!match) continue
    const caught = match.slice(1).map(decodeURIComponent)
    return handler({ request, query: url.searchParams, caught, body: await bodyOf(request) })
  }
  return json(404, { message: 'Not found' })
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const text = new TextDecoder().decode(await request.arrayBuffer())
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return {}
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
