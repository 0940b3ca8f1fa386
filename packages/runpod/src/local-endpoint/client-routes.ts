import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { askerGone, type EndpointEnv } from './endpoint-state.ts'
import { isTerminal, type JobRecord, jobView } from './job-record.ts'

const day = 86_400_000

/** `/run` and `/runsync`. Times in ms, with RunPod's defaults; its minimums are not enforced, so that tests can be quick. */
const runRequest = z.looseObject({
  input: z.unknown().refine((input) => input !== undefined, 'input is missing'),
  webhook: z.url().optional(),
  policy: z
    .looseObject({
      executionTimeout: z
        .number()
        .positive()
        .max(7 * day)
        .default(600_000),
      ttl: z
        .number()
        .positive()
        .max(7 * day)
        .default(day),
    })
    .default({ executionTimeout: 600_000, ttl: day }),
})

const longestStreamHoldMs = 5000

/** The client's face of one endpoint. Mounted below `/v2/:endpointId`. Every success is exactly 200: stock clients insist. */
export function clientRoutes(): Hono<EndpointEnv> {
  const routes = new Hono<EndpointEnv>()
  routes.post('/run', async (context) => {
    const job = await submit(context, false)
    return job === undefined ? badRequest(context) : context.json(queued(job))
  })
  routes.post('/runsync', async (context) => {
    const job = await submit(context, true)
    return job === undefined ? badRequest(context) : statusWhenEnded(context, job.id, 300_000)
  })
  routes.get('/status/:id', (context) => {
    const job = context.var.endpoint.queue.find(context.req.param('id'))
    return job === undefined ? unknownJob(context) : context.json(jobView(job))
  })
  routes.get('/status-sync/:id', (context) => statusWhenEnded(context, context.req.param('id'), 90_000))
  routes.get('/stream/:id', (context) => stream(context, context.req.param('id')))
  routes.post('/cancel/:id', (context) => {
    const { queue, now, changed } = context.var.endpoint
    const job = queue.cancel(context.req.param('id'), now())
    changed()
    return job === undefined ? unknownJob(context) : context.json({ id: job.id, status: job.status })
  })
  routes.post('/retry/:id', (context) => {
    const { queue, now, changed } = context.var.endpoint
    const id = context.req.param('id')
    const job = queue.find(id)
    if (job === undefined) {
      return unknownJob(context)
    }
    if (!queue.retry(id, now())) {
      return badRequest(context)
    }
    changed()
    return context.json(queued(job))
  })
  routes.post('/purge-queue', (context) => {
    const { queue, now, changed } = context.var.endpoint
    const removed = queue.purge(now())
    changed()
    return context.json({ removed, status: 'completed' })
  })
  routes.get('/health', (context) => context.json(health(context)))
  return routes
}

/** What a submission is answered with, even when a waiting worker has already been given the job. */
function queued(job: JobRecord) {
  return { id: job.id, status: 'IN_QUEUE' }
}

async function submit(context: Context<EndpointEnv>, sync: boolean): Promise<JobRecord | undefined> {
  const { queue, limits, now, changed } = context.var.endpoint
  const body = await context.req.arrayBuffer()
  if (body.byteLength > (sync ? limits.maxSyncRequestBytes : limits.maxRequestBytes)) {
    return undefined
  }
  const request = parseRunRequest(body)
  if (request === undefined) {
    return undefined
  }
  const id = `${sync ? 'sync-' : ''}${crypto.randomUUID()}-u1`
  const job = queue.submit(
    {
      id,
      input: request.input,
      webhook: request.webhook,
      sync,
      executionTimeoutMs: request.policy.executionTimeout,
      ttlMs: request.policy.ttl,
    },
    now(),
  )
  changed()
  return job
}

function parseRunRequest(body: ArrayBuffer): z.infer<typeof runRequest> | undefined {
  try {
    return runRequest.parse(JSON.parse(new TextDecoder().decode(body)))
  } catch {
    // Not JSON, or not a run request: the caller answers 400.
    return undefined
  }
}

/** Holds until the job ends, for at most the asked `wait` (ms). An unfinished job is answered with id and status only. */
async function statusWhenEnded(context: Context<EndpointEnv>, id: string, longestWaitMs: number) {
  const { queue, room } = context.var.endpoint
  const asked = Number(context.req.query('wait') ?? 90_000)
  const waitMs = Math.min(longestWaitMs, Math.max(1000, asked || 1000))
  const endedJob = () => {
    const job = queue.find(id)
    return job === undefined || isTerminal(job.status) ? { job } : undefined
  }
  await room.hold(endedJob, waitMs, askerGone(context.env.outgoing))
  const job = queue.find(id)
  if (job === undefined) {
    return unknownJob(context)
  }
  return context.json(isTerminal(job.status) ? jobView(job) : { id: job.id, status: job.status })
}

/** Chunks since the last call. The stock client asks in a tight loop, so the request is held while there is nothing. */
async function stream(context: Context<EndpointEnv>, id: string) {
  const { queue, room, limits } = context.var.endpoint
  const somethingToTell = () => {
    const job = queue.find(id)
    const quiet = job !== undefined && !isTerminal(job.status) && job.unreadChunks.length === 0
    return quiet ? undefined : true
  }
  const holdMs = Math.min(limits.holdMs, longestStreamHoldMs)
  await room.hold(somethingToTell, holdMs, askerGone(context.env.outgoing))
  const job = queue.find(id)
  if (job === undefined) {
    return unknownJob(context)
  }
  const chunks = queue.readStream(id).map((output) => ({ output }))
  return context.json({ id, status: job.status, stream: chunks })
}

function health(context: Context<EndpointEnv>) {
  const { queue } = context.var.endpoint
  const jobs = queue.all()
  const having = (status: JobRecord['status']) => jobs.filter((job) => job.status === status)
  const busy = new Set(having('IN_PROGRESS').map((job) => job.workerId))
  const workerIds = queue.roster.workerIds()
  const running = workerIds.filter((workerId) => busy.has(workerId)).length
  return {
    jobs: {
      completed: having('COMPLETED').length,
      failed: having('FAILED').length + having('TIMED_OUT').length,
      inProgress: having('IN_PROGRESS').length,
      inQueue: having('IN_QUEUE').length,
      retried: jobs.reduce((sum, job) => sum + job.retries, 0),
    },
    workers: {
      idle: workerIds.length - running,
      initializing: 0,
      ready: workerIds.length,
      running,
      throttled: 0,
      unhealthy: 0,
    },
  }
}

function unknownJob(context: Context<EndpointEnv>) {
  return context.json({ error: 'no such job' }, 404)
}

function badRequest(context: Context<EndpointEnv>) {
  return context.json({ error: 'bad request' }, 400)
}
