import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { JobClock } from './advance-jobs.ts'
import { PressFault } from './press-fault.ts'
import { carrier, publicJob } from './press-job.ts'
import { fetchCounts, type PressState } from './press-state.ts'
import { quote } from './quote.ts'
import { cancelJob, findJob, takeOrder } from './take-order.ts'

const longestKey = 200

/** The press's face to its customers; docs/house-press.md describes it. */
export function pressRoutes(state: PressState, clock: JobClock, apiKey: string): Hono {
  const app = new Hono()
  const show = (job: Parameters<typeof publicJob>[0]) => publicJob(job, state.baseUrl())

  app.use('/v1/*', async (context, next) => {
    if (!sameText(context.req.header('authorization') ?? '', `Bearer ${apiKey}`)) {
      throw new PressFault(401, 'unauthorized', 'The key is missing or wrong.')
    }
    await next()
  })

  app.post('/v1/print-jobs', async (context) => {
    const key = context.req.header('idempotency-key') ?? ''
    if (key === '' || key.length > longestKey) {
      const message = `An Idempotency-Key of 1 to ${longestKey} characters is needed.`
      throw new PressFault(400, 'idempotency_key_required', message)
    }
    const { job, isNew } = takeOrder(state, key, parseJson(await context.req.text()))
    if (isNew) clock.start(job)
    return context.json(show(job), isNew ? 201 : 200)
  })

  app.get('/v1/print-jobs', (context) => {
    const reference = context.req.query('reference')
    const after = Date.parse(context.req.query('created_after') ?? '')
    if (reference === undefined && Number.isNaN(after)) {
      throw new PressFault(400, 'invalid_request', 'Say which reference, or from when on.', 'reference')
    }
    const found = state.jobs
      .all()
      .filter((job) => reference === undefined || job.order.reference === reference)
      .filter((job) => Number.isNaN(after) || job.createdAt >= after)
    return context.json({ jobs: found.map(show) })
  })

  app.get('/v1/print-jobs/:id', (context) => context.json(show(findJob(state, context.req.param('id')))))

  app.post('/v1/print-jobs/:id/cancel', (context) =>
    context.json(show(cancelJob(state, context.req.param('id')))),
  )

  app.post('/v1/quotes', async (context) => context.json(quote(parseJson(await context.req.text()))))

  app.get('/v1/statistics', (context) => {
    const jobs = state.jobs.all()
    const byStatus: Record<string, number> = {}
    for (const { status } of jobs) byStatus[status] = (byStatus[status] ?? 0) + 1
    return context.json({ jobs: { total: jobs.length, by_status: byStatus }, fetched: fetchCounts(state) })
  })

  app.get('/track/:number', (context) => {
    const number = context.req.param('number')
    const job = state.jobs.all().find(({ trackingNumber }) => trackingNumber === number)
    if (job === undefined) throw new PressFault(404, 'not_found', 'There is no such parcel.')
    return context.text(`${carrier} ${number}: ${job.status}`)
  })

  app.notFound((context) => {
    const fault = new PressFault(404, 'not_found', 'There is nothing at this address.')
    return context.json(fault.body(), fault.status)
  })
  app.onError((error, context) => {
    if (error instanceof PressFault) return context.json(error.body(), error.status)
    state.log(`press: ${error.stack ?? error.message}`)
    const fault = new PressFault(500, 'internal', 'The press failed; ask again.')
    return context.json(fault.body(), fault.status)
  })
  return app
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PressFault(400, 'invalid_request', 'The body is not JSON.')
  }
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
