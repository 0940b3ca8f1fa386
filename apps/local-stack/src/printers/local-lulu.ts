import { coverSheet } from '../house-press/judge/cover-sheet.ts'
import { allMeasure, takeIn } from './intake.ts'
import { type LuluJob, luluErrors, luluShipping, publicLuluJob } from './lulu-rules.ts'
import {
  asList,
  asRecord,
  asText,
  dispatcher,
  type Fault,
  json,
  type PlayedPrinter,
  type PrinterTools,
  type Route,
  type Shelf,
} from './played-printer.ts'

export interface LocalLuluOptions extends PrinterTools {
  readonly clientKey: string
  readonly clientSecret: string
  readonly jobs: Shelf<LuluJob>
  readonly webhooks: Shelf<LuluWebhook>
}

export interface LuluWebhook {
  readonly id: string
  readonly is_active: boolean
  readonly topics: readonly string[]
  readonly url: string
  readonly failures: number
}

export interface LocalLulu extends PlayedPrinter {
  /** Every token that is out there ends now, before its time. */
  expireTokens(): void
  /** What the next jobs become instead of going on: unpaid, or rejected whatever their files are like. */
  fate: 'printed' | 'unpaid' | 'rejected'
  readonly jobs: Shelf<LuluJob>
  readonly webhooks: Shelf<LuluWebhook>
}

const tokenSeconds = 3600
const failuresBeforeOff = 5
const interiorMm = 8.75 * 25.4
const ptToMm = 25.4 / 72

/**
 * Lulu's Print API as its OpenAPI description has it: client credentials, jobs without idempotency, file checks that take
 * a while, webhooks signed over the raw body that are turned off after five failures in a row.
 */
export function localLulu(options: LocalLuluOptions): LocalLulu {
  const { jobs, webhooks, now } = options
  const faults: Fault[] = []
  const tokens = new Map<string, number>()
  const checks = new Map<string, { reads: number; error: string | undefined }>()

  async function judge(kind: 'interior' | 'cover', source: Record<string, unknown>, pages?: number) {
    const sheet = pages === undefined ? undefined : coverSheet(pages)
    return takeIn(options, {
      url: asText(source['source_url']),
      md5: asText(source['source_md5_sum']) || undefined,
      judge(sizes) {
        if (kind === 'interior') {
          if (sizes.length < 24 || sizes.length % 2 === 1) return `${sizes.length} pages cannot be bound`
          return allMeasure(sizes, [interiorMm, interiorMm]) ? undefined : 'a page has another size'
        }
        if (sizes.length !== 1 || !sheet) return 'a cover is one page'
        const size = [sheet.widthPt * ptToMm, sheet.heightPt * ptToMm] as const
        return allMeasure(sizes, size) ? undefined : 'the cover has another size'
      },
    })
  }

  async function startCheck(kind: 'interior' | 'cover', body: Record<string, unknown>): Promise<Response> {
    const id = String(checks.size + 1)
    const pages = kind === 'cover' ? Number(body['interior_page_count']) : undefined
    checks.set(`${kind} ${id}`, { reads: 0, error: await judge(kind, body, pages) })
    return json(201, { id: Number(id), source_url: body['source_url'], status: null, errors: null })
  }

  function readCheck(kind: string, id: string): Response {
    const check = checks.get(`${kind} ${id}`)
    if (!check) return json(404, { detail: 'Not found.' })
    check.reads += 1
    const done = check.error ? 'ERROR' : 'NORMALIZED'
    const status = check.reads > 1 ? done : kind === 'cover' ? 'NORMALIZING' : 'VALIDATING'
    const errors = status === 'ERROR' ? [check.error] : null
    return json(200, { id: Number(id), status, errors })
  }

  function create(body: Record<string, unknown>): Response {
    const errors = luluErrors(body)
    if (Object.keys(errors).length > 0) return json(400, errors)
    const id = String(10_000 + jobs.all().length)
    const job: LuluJob = { id, status: 'CREATED', order: body, created: now(), fate: lulu.fate }
    jobs.put(id, job)
    return json(201, publicLuluJob(job))
  }

  function list(query: URLSearchParams): Response {
    const after = Date.parse(query.get('created_after') ?? '') || 0
    const search = query.get('search') ?? ''
    const size = Number(query.get('page_size') ?? 10)
    const page = Number(query.get('page') ?? 1)
    const found = jobs
      .all()
      .filter((job) => job.created >= after && JSON.stringify(job.order).includes(search))
      .toReversed()
    const results = found.slice((page - 1) * size, page * size).map(publicLuluJob)
    const next = found.length > page * size ? `?page=${page + 1}` : null
    return json(200, { count: found.length, next, previous: null, results })
  }

  function cancel(id: string, body: Record<string, unknown>): Response {
    const job = jobs.get(id)
    if (!job) return json(404, { detail: 'Not found.' })
    const open = ['CREATED', 'UNPAID', 'PRODUCTION_DELAYED'].includes(job.status)
    if (body['name'] !== 'CANCELED' || !open) {
      return json(400, { non_field_errors: [`Invalid transition from ${job.status}`] })
    }
    jobs.put(id, { ...job, status: 'CANCELED' })
    return json(200, { name: 'CANCELED' })
  }

  const one = (shelf: Shelf<LuluJob>, id: string) => {
    const job = shelf.get(id)
    return job ? json(200, publicLuluJob(job)) : json(404, { detail: 'Not found.' })
  }

  function subscribe(body: Record<string, unknown>): Response {
    const url = asText(body['url'])
    if (webhooks.all().some((hook) => hook.url === url)) {
      return json(400, { url: ['webhook with this url already exists.'] })
    }
    const topics = asList(body['topics']).map(asText)
    const hook = { id: options.randomId(12), is_active: true, topics, url, failures: 0 }
    webhooks.put(hook.id, hook)
    return json(201, hook)
  }

  function patchHook(id: string, body: Record<string, unknown>): Response {
    const hook = webhooks.get(id)
    if (!hook) return json(404, { detail: 'Not found.' })
    const changed = { ...hook, is_active: body['is_active'] === true, failures: 0 }
    webhooks.put(id, changed)
    return json(200, changed)
  }

  function price(body: Record<string, unknown>): Response {
    const [item] = asList(body['line_items']).map(asRecord)
    const address = asRecord(body['shipping_address'])
    const missing = ['city', 'country_code', 'postcode', 'street1'].filter((name) => !address[name])
    if (missing.length > 0 || !body['shipping_option']) {
      return json(400, Object.fromEntries(missing.map((name) => [name, ['This field is required.']])))
    }
    const copies = Number(item?.['quantity'] ?? 1)
    const cents = copies * (1250 + 14 * Number(item?.['page_count'])) + 75
    const total = ((cents + 569) / 100).toFixed(2)
    const shipping_cost = { total_cost_excl_tax: '5.69', total_cost_incl_tax: '6.14' }
    const currency = asText(body['currency']) || 'USD'
    return json(201, { total_cost_excl_tax: total, total_cost_incl_tax: total, shipping_cost, currency })
  }

  function dimensions(body: Record<string, unknown>): Response {
    const sheet = coverSheet(Number(body['interior_page_count']))
    if (!sheet) return json(400, { interior_page_count: ['Out of range.'] })
    return json(200, { width: sheet.widthPt.toFixed(2), height: sheet.heightPt.toFixed(2), unit: 'pt' })
  }

  function give(request: Request): Response {
    const basic = `Basic ${btoa(`${options.clientKey}:${options.clientSecret}`)}`
    if (request.headers.get('authorization') !== basic) return json(401, { error: 'invalid_client' })
    const token = options.randomId(24)
    tokens.set(token, now() + tokenSeconds * 1000)
    return json(200, { access_token: token, expires_in: tokenSeconds, token_type: 'Bearer' })
  }

  const routes: Route[] = [
    ['POST', /^\/auth\/realms\/glasstree\/protocol\/openid-connect\/token$/, ({ request }) => give(request)],
    ['POST', /^\/print-jobs\/$/, ({ body }) => create(body)],
    ['GET', /^\/print-jobs\/$/, ({ query }) => list(query)],
    ['GET', /^\/print-jobs\/([^/]+)\/$/, ({ caught }) => one(jobs, caught[0] ?? '')],
    ['PUT', /^\/print-jobs\/([^/]+)\/status\/$/, ({ caught, body }) => cancel(caught[0] ?? '', body)],
    ['POST', /^\/shipping-options\/$/, ({ body }) => luluShipping(body)],
    ['POST', /^\/print-job-cost-calculations\/$/, ({ body }) => price(body)],
    ['POST', /^\/cover-dimensions\/$/, ({ body }) => dimensions(body)],
    ['POST', /^\/validate-interior\/$/, ({ body }) => startCheck('interior', body)],
    ['POST', /^\/validate-cover\/$/, ({ body }) => startCheck('cover', body)],
    [
      'GET',
      /^\/validate-(interior|cover)\/(\d+)\/$/,
      ({ caught: [kind = '', id = ''] }) => readCheck(kind, id),
    ],
    ['GET', /^\/webhooks\/$/, () => json(200, { results: webhooks.all() })],
    ['POST', /^\/webhooks\/$/, ({ body }) => subscribe(body)],
    ['PATCH', /^\/webhooks\/([^/]+)\/$/, ({ caught, body }) => patchHook(caught[0] ?? '', body)],
  ]

  function allow(request: Request, path: string): Response | undefined {
    if (path.startsWith('/auth/')) return undefined
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? ''
    return (tokens.get(token) ?? 0) > now() ? undefined : json(401, { detail: 'Invalid token.' })
  }

  async function step(): Promise<void> {
    for (const job of jobs.all()) {
      const status = await nextStatus(job)
      if (!status) continue
      const moved: LuluJob = { ...job, status, ...(status === 'SHIPPED' && { parcel: options.randomId(10) }) }
      // Taken back while its files were read.
      if (jobs.get(job.id)?.status !== job.status) continue
      jobs.put(job.id, moved)
      await tell(moved)
    }
  }

  async function nextStatus(job: LuluJob): Promise<LuluJob['status'] | undefined> {
    if (job.status === 'UNPAID' && lulu.fate !== 'unpaid') return 'PRODUCTION_DELAYED'
    if (job.status === 'PRODUCTION_DELAYED') return 'PRODUCTION_READY'
    if (job.status === 'PRODUCTION_READY') return 'IN_PRODUCTION'
    if (job.status === 'IN_PRODUCTION') return 'SHIPPED'
    if (job.status !== 'CREATED') return undefined
    if (job.fate === 'rejected') return 'REJECTED'
    const [item] = asList(job.order['line_items']).map(asRecord)
    const files = asRecord(item?.['printable_normalization'])
    const interior = await judge('interior', asRecord(files['interior']))
    // As many pages as its interior had when it was read: the file itself says.
    const bad = interior ?? (files['cover'] ? undefined : 'the cover is missing')
    if (bad) return 'REJECTED'
    return job.fate === 'unpaid' ? 'UNPAID' : 'PRODUCTION_DELAYED'
  }

  async function tell(job: LuluJob): Promise<void> {
    const body = JSON.stringify({ topic: 'PRINT_JOB_STATUS_CHANGED', data: publicLuluJob(job) })
    for (const hook of webhooks.all().filter((each) => each.is_active)) {
      const headers = {
        'content-type': 'application/json',
        'Lulu-HMAC-SHA256': await hmacHex(options.clientSecret, body),
      }
      const taken = await options.fetch(new Request(hook.url, { method: 'POST', headers, body })).then(
        (answer) => answer.ok,
        () => false,
      )
      const failures = taken ? 0 : hook.failures + 1
      webhooks.put(hook.id, { ...hook, failures, is_active: failures < failuresBeforeOff })
    }
  }

  const lulu: LocalLulu = {
    answer: dispatcher(routes, faults, options.slowMs ?? 0, allow),
    step,
    faults,
    fate: 'printed',
    jobs,
    webhooks,
    expireTokens: () => tokens.clear(),
  }
  return lulu
}

async function hmacHex(secret: string, text: string): Promise<string> {
  const bytes = (value: string) => new TextEncoder().encode(value)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign'])
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(text)))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
