import { hmacHex } from './hmac-hex.ts'
import { json, playWire, type WireRequest } from './wire.ts'

export type PlayedJob = { id: string; reference: string; status: string } & Record<string, unknown>

/** The house press, by its protocol: bearer key, `Idempotency-Key`, jobs by id and by reference, signed webhooks. */
export function playHousePress(keys: { apiKey: string; webhookSecret: string }) {
  const jobs = new Map<string, PlayedJob>()
  const byKey = new Map<string, { body: string; id: string }>()

  const wire = playWire((request) => {
    if (request.headers.get('authorization') !== `Bearer ${keys.apiKey}`) {
      return refuse(401, 'unauthorized')
    }
    const [, , collection, id, action] = request.path.split('/')
    if (collection === 'quotes') {
      return json(200, quote(JSON.parse(request.body)))
    }
    if (collection !== 'print-jobs') {
      return refuse(404, 'not_found')
    }
    if (id === undefined) {
      return request.method === 'POST' ? submit(request) : list(request)
    }
    return one(id, action)
  })

  function submit(request: WireRequest): Response {
    const key = request.headers.get('idempotency-key') ?? ''
    const known = byKey.get(key)
    if (known) {
      return known.body === request.body
        ? json(200, jobs.get(known.id))
        : refuse(409, 'idempotency_key_reused')
    }
    const { reference, ship_to } = JSON.parse(request.body)
    if (ship_to.postcode === '00000') {
      return refuse(422, 'bad_address', { field: 'ship_to.postcode', message: `${ship_to.line1}: not there` })
    }
    const job = add({ id: `pj_${jobs.size + 1}`, reference, status: 'received' })
    byKey.set(key, { body: request.body, id: job.id })
    return json(201, job)
  }

  function list(request: WireRequest): Response {
    const reference = request.query.get('reference')
    const found = [...jobs.values()].filter((job) => reference === null || job.reference === reference)
    return json(200, { jobs: found })
  }

  function one(id: string, action: string | undefined): Response {
    const job = jobs.get(id)
    if (!job) {
      return refuse(404, 'not_found')
    }
    if (action !== 'cancel') {
      return json(200, job)
    }
    if (!['received', 'checking', 'accepted'].includes(job.status)) {
      return refuse(409, 'too_late')
    }
    return json(200, add({ ...job, status: 'cancelled' }))
  }

  function add(job: PlayedJob): PlayedJob {
    const whole = { problems: [], created_at: '2026-11-21T05:00:00.000Z', ...job }
    jobs.set(job.id, whole)
    return whole
  }

  return {
    ...wire,
    jobs,
    add,
    /** The header `X-Press-Signature` for a body, at a time in unix seconds. */
    async sign(body: string, seconds: number, secret = keys.webhookSecret): Promise<Headers> {
      const signature = await hmacHex(secret, `${seconds}.${body}`)
      return new Headers({ 'X-Press-Signature': `t=${seconds},v1=${signature}` })
    },
  }
}

function quote({ country, copies, currency }: { country: string; copies: number; currency: string }) {
  const way = (level: string, shipping_minor: number, days: { min: number; max: number }) => {
    return { level, shipping_minor, book_minor: 1300 * copies, currency, days, tracked: level === 'express' }
  }
  if (country === 'BH') return { options: [] }
  const [slow, fast] = [way('standard', 490, { min: 6, max: 12 }), way('express', 1490, { min: 3, max: 5 })]
  return { options: [slow, fast] }
}

export function refuse(status: number, code: string, more: Record<string, unknown> = {}): Response {
  return json(status, { error: { code, message: `because ${code}`, ...more } })
}
