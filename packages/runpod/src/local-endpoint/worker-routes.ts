import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { askerGone, type EndpointEnv, type EndpointState } from './endpoint-state.ts'
import type { JobRecord } from './job-record.ts'

const report = z.looseObject({
  status: z.unknown().optional(),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  stopPod: z.unknown().optional(),
})

const longestBatch = 100

/** The worker's face of one endpoint: take, stop, done, stream, ping. Mounted below `/v2/:endpointId`. */
export function workerRoutes(): Hono<EndpointEnv> {
  const routes = new Hono<EndpointEnv>()
  routes.get('/job-take/:workerId', async (context) => {
    const [job] = await holdTake(context, context.req.param('workerId'), 1)
    return job === undefined ? context.body(null, 204) : context.json(job)
  })
  routes.get('/job-take-batch/:workerId', async (context) => {
    const asked = Number(context.req.query('batch_size') ?? 1)
    const max = Math.min(longestBatch, Math.max(1, Math.trunc(asked) || 1))
    const jobs = await holdTake(context, context.req.param('workerId'), max)
    return jobs.length === 0 ? context.body(null, 204) : context.json(jobs)
  })
  routes.get('/job-stop/:workerId', async (context) => {
    const jobIds = await holdStop(context, context.req.param('workerId'))
    return jobIds.length === 0 ? context.body(null, 204) : context.json({ jobsToStop: jobIds })
  })
  routes.get('/ping/:workerId', (context) => {
    const { queue, now } = context.var.endpoint
    queue.roster.seen(context.req.param('workerId'), now())
    return context.json({})
  })
  routes.post('/job-done/:workerId/:jobId', (context) =>
    receiveReport(context, context.req.param('workerId'), context.req.param('jobId')),
  )
  routes.post('/job-stream/:workerId/:jobId', async (context) => {
    const { endpoint } = context.var
    const chunk = parseReport(await context.req.arrayBuffer())
    if (chunk === undefined) {
      return context.json({ error: 'the body is not a JSON object' }, 400)
    }
    endpoint.queue.stream(context.req.param('workerId'), context.req.param('jobId'), chunk.output)
    endpoint.changed()
    return context.json({})
  })
  return routes
}

async function holdTake(context: Context<EndpointEnv>, workerId: string, max: number) {
  const { endpoint } = context.var
  const { queue } = endpoint
  if (context.req.query('job_in_progress') === '0') {
    queue.workerIsEmpty(workerId, endpoint.now())
    endpoint.changed()
  }
  const takeSome = () => {
    const jobs = queue.take(workerId, max, endpoint.now())
    return jobs.length > 0 ? jobs : undefined
  }
  const jobs = (await holdPoll(context, workerId, takeSome)) ?? []
  takeBackIfUndelivered(context, endpoint, workerId, jobs)
  return jobs.map(jobForWorker)
}

/** Stops of jobs that ended while nobody listened wait for the worker's next poll. */
async function holdStop(context: Context<EndpointEnv>, workerId: string): Promise<string[]> {
  const { roster } = context.var.endpoint.queue
  const takeStops = () => {
    const jobIds = roster.takeStops(workerId)
    return jobIds.length > 0 ? jobIds : undefined
  }
  return (await holdPoll(context, workerId, takeStops)) ?? []
}

async function holdPoll<Answer>(
  context: Context<EndpointEnv>,
  workerId: string,
  attempt: () => Answer | undefined,
): Promise<Answer | undefined> {
  const { queue, room, limits, now } = context.var.endpoint
  queue.roster.pollOpened(workerId, now())
  const answer = await room.hold(attempt, limits.holdMs, askerGone(context.env.outgoing))
  queue.roster.pollClosed(workerId, now())
  return answer
}

function takeBackIfUndelivered(
  context: Context<EndpointEnv>,
  endpoint: EndpointState,
  workerId: string,
  jobs: JobRecord[],
): void {
  const takeBack = () => {
    for (const job of jobs) {
      endpoint.queue.takeBack(workerId, job.id, endpoint.now())
    }
    endpoint.changed()
  }
  if (context.env.outgoing.destroyed) {
    takeBack()
    return
  }
  askerGone(context.env.outgoing).addEventListener('abort', takeBack, { once: true })
}

function jobForWorker(job: JobRecord): Record<string, unknown> {
  return job.webhook === undefined
    ? { id: job.id, input: job.input }
    : { id: job.id, input: job.input, webhook: job.webhook }
}

/**
 * Progress and final results share an address. The content type says "form" though the body is JSON, so the raw body is
 * read. Too large a result is answered 400 and the job ends COMPLETED without output, as RunPod was seen to do.
 */
async function receiveReport(context: Context<EndpointEnv>, workerId: string, jobId: string) {
  const { endpoint } = context.var
  const { queue, limits, now } = endpoint
  const body = await context.req.arrayBuffer()
  if (body.byteLength > limits.maxResultBytes) {
    queue.finish(workerId, jobId, {}, now())
    endpoint.changed()
    return context.json({ error: 'the result is too large' }, 400)
  }
  const parsed = parseReport(body)
  if (parsed === undefined) {
    return context.json({ error: 'the body is not a JSON object' }, 400)
  }
  queue.roster.seen(workerId, now())
  if (parsed.status === 'IN_PROGRESS') {
    queue.progress(workerId, jobId, parsed.output)
  } else {
    const output = parsed.output === undefined ? {} : { output: parsed.output }
    const error = parsed.error === undefined ? {} : { error: parsed.error }
    queue.finish(workerId, jobId, { ...output, ...error }, now())
  }
  endpoint.changed()
  if (parsed.stopPod === true) {
    endpoint.onStopPod(workerId)
  }
  return context.json({})
}

function parseReport(body: ArrayBuffer): z.infer<typeof report> | undefined {
  try {
    return report.parse(JSON.parse(new TextDecoder().decode(body)))
  } catch {
    // Not JSON, or not an object: the caller answers 400.
    return undefined
  }
}
