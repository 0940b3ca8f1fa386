import { hmac, toHex } from '../src/domain/signing.ts'
import { testEnv } from './test-env.ts'

/** The house press, played: takes jobs, and says how they stand. */
export interface PlayedPress {
  readonly jobs: { id: string; reference: string; status: string; interior: { url: string } }[]
  /** The next submissions answer 500 after the job was taken. */
  failAfterTaking: number
  answer(request: Request): Promise<Response>
  /** A signed webhook: the job has this status now. */
  move(reference: string, status: string): Promise<Request>
}

export function playPress(): PlayedPress {
  let events = 0
  const press: PlayedPress = {
    jobs: [],
    failAfterTaking: 0,
    async answer(request) {
      const url = new URL(request.url)
      if (url.pathname === '/v1/quotes') return Response.json({ options: pressOptions })
      const cancelled = /^\/v1\/print-jobs\/(.+)\/cancel$/.exec(url.pathname)?.[1]
      if (cancelled) return cancel(press, cancelled)
      if (request.method === 'POST' && url.pathname === '/v1/print-jobs') {
        const order = await request.json<{ reference: string; interior: { url: string } }>()
        const job = { id: `hp_${press.jobs.length + 1}_${order.reference}`, status: 'received', ...order }
        press.jobs.push(job)
        if (press.failAfterTaking > 0) {
          press.failAfterTaking -= 1
          return Response.json({ error: { code: 'internal', message: 'try again' } }, { status: 500 })
        }
        return Response.json(answerOf(job), { status: 201 })
      }
      const reference = url.searchParams.get('reference')
      if (url.pathname === '/v1/print-jobs') {
        const found = press.jobs.filter((job) => reference === null || job.reference === reference)
        return Response.json({ jobs: found.map(answerOf) })
      }
      const job = press.jobs.find((candidate) => url.pathname.endsWith(candidate.id))
      if (job) return Response.json(answerOf(job))
      return Response.json({ error: { code: 'not_found', message: 'no such job' } }, { status: 404 })
    },
    async move(reference, status) {
      const job = press.jobs.find((candidate) => candidate.reference === reference)
      if (!job) throw new Error('no such print job')
      job.status = status
      const t = Math.floor(Date.now() / 1000)
      const body = JSON.stringify({
        event_id: `evt_press_${++events}_${job.id}_${status}`,
        type: 'print_job.status',
        created_at: new Date().toISOString(),
        job: answerOf(job),
      })
      const signature = toHex(await hmac(String(testEnv['PRESS_WEBHOOK_SECRET']), `${t}.${body}`))
      return new Request('https://edge.test/webhooks/print/house-press', {
        method: 'POST',
        headers: { 'x-press-signature': `t=${t},v1=${signature}` },
        body,
      })
    },
  }
  return press
}

const common = { book_minor: 1400, currency: 'USD', tracked: true }
const pressOptions = [
  { ...common, level: 'standard', shipping_minor: 690, days: { min: 7, max: 12 } },
  { ...common, level: 'express', shipping_minor: 1890, days: { min: 4, max: 6 } },
]

function cancel(press: PlayedPress, id: string): Response {
  const job = press.jobs.find((candidate) => candidate.id === id)
  if (!job) return Response.json({ error: { code: 'not_found' } }, { status: 404 })
  if (!['received', 'checking', 'accepted', 'cancelled'].includes(job.status)) {
    return Response.json({ error: { code: 'too_late', message: 'it is being printed' } }, { status: 409 })
  }
  job.status = 'cancelled'
  return Response.json(answerOf(job))
}

function answerOf(job: PlayedPress['jobs'][number]) {
  const shipped = job.status === 'shipped' || job.status === 'delivered'
  return {
    id: job.id,
    reference: job.reference,
    status: job.status,
    problems: [],
    created_at: new Date().toISOString(),
    ...(shipped ? { tracking: { carrier: 'Post', number: '1Z', url: 'https://post.test/1Z' } } : {}),
  }
}
