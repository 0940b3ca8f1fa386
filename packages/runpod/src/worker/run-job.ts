import { describeFailure, type EndpointConnection } from './endpoint-connection.ts'
import { deliveryError, errorBody, type ResultBody, resultBody } from './job-result.ts'
import type { WorkerLog } from './log.ts'
import { type Delivery, type DeliveryLimits, postResult } from './post-result.ts'
import { createProgressReporter } from './progress.ts'
import type { TakenJob } from './take-jobs.ts'

/** What a handler gets beside the job. */
export interface JobContext {
  /** Aborted when the server stops the job or the worker is told twice to leave. */
  signal: AbortSignal
  /** Tells how far the job is: any JSON value; the newest wins, about one a second reaches the server. */
  progress(value: unknown): void
  /** Lines carry the job's id. */
  log: WorkerLog
}

/** Does a job. What it returns is the output (see `resultBody`); what it throws is reported as the job's failure. */
export type JobHandler = (job: TakenJob, context: JobContext) => Promise<unknown>

/** One job in this worker's hands. */
export interface HeldJob {
  job: TakenJob
  /** The server stopped the job: abort the handler, post nothing. */
  stopped: AbortSignal
  /** This worker must leave now: abort the handler, post a retryable failure. */
  evicted: AbortSignal
}

export interface JobRun {
  connection: EndpointConnection
  handler: JobHandler
  jobLog: WorkerLog
  maxResultBytes: number
  retryForMs: number
}

/**
 * Runs one job from the handler's call to the end of its final post. Resolves to true when the pod asked to be
 * replaced. Never throws: every end of a job is a post or a log line.
 */
export async function runJob(run: JobRun, held: HeldJob): Promise<boolean> {
  const { connection, jobLog } = run
  const progress = createProgressReporter(connection, held.job.id)
  const body = await callHandler(run, held, progress.report)
  await progress.close()
  if (held.stopped.aborted) {
    jobLog.info('stopped by the server; no result is posted')
    return false
  }
  const delivery = await deliver(run, held, body)
  logDelivery(jobLog, delivery)
  return body.stopPod
}

async function callHandler(
  run: JobRun,
  held: HeldJob,
  progress: (value: unknown) => void,
): Promise<ResultBody> {
  const reporter = run.connection.config
  const signal = AbortSignal.any([held.stopped, held.evicted])
  const handled = Promise.resolve()
    .then(() => run.handler(held.job, { signal, progress, log: run.jobLog }))
    .then(
      (returned) => resultBody(returned, reporter),
      (thrown: unknown) => {
        run.jobLog.error(`the handler failed: ${describeFailure(thrown)}`)
        return errorBody(thrown, reporter)
      },
    )
  // An evicted job is reported without waiting for its handler; a stopped one keeps its slot until the handler let go.
  return Promise.race([handled, evictionOf(held, run)])
}

function evictionOf(held: HeldJob, run: JobRun): Promise<ResultBody> {
  return new Promise((resolve) => {
    const report = () => {
      const reason = deliveryError(
        'WorkerShutdown',
        'the worker was told to leave before the job was done',
        true,
      )
      resolve(errorBody(reason, run.connection.config))
    }
    if (held.evicted.aborted) {
      report()
      return
    }
    held.evicted.addEventListener('abort', report, { once: true })
  })
}

async function deliver(run: JobRun, held: HeldJob, body: ResultBody): Promise<Delivery> {
  const { connection, maxResultBytes } = run
  const limits = { retryForMs: run.retryForMs, stopped: held.stopped, hurry: held.evicted }
  if (body.bytes > maxResultBytes) {
    const message = `the result is ${body.bytes} bytes of JSON, the limit is ${maxResultBytes}; upload it and return a reference`
    run.jobLog.error(message)
    return postFailure(run, held, deliveryError('ResultTooLarge', message, false), limits)
  }
  const delivery = await postResult(connection, held.job.id, body.text, limits)
  if (delivery.outcome !== 'refused') {
    return delivery
  }
  const message = `the endpoint refused the result (${body.bytes} bytes of JSON) with HTTP ${delivery.status}`
  run.jobLog.error(message)
  await postFailure(run, held, deliveryError('ResultRefused', message, false), limits)
  return delivery
}

function postFailure(run: JobRun, held: HeldJob, failure: Error, limits: DeliveryLimits): Promise<Delivery> {
  return postResult(run.connection, held.job.id, errorBody(failure, run.connection.config).text, limits)
}

function logDelivery(jobLog: WorkerLog, delivery: Delivery): void {
  if (delivery.outcome === 'delivered') {
    jobLog.info('finished')
    return
  }
  jobLog.error(`the result did not arrive: ${delivery.outcome}`)
}
