import type { Departure } from './departure.ts'
import type { EndpointConnection } from './endpoint-connection.ts'
import type { WorkerLog } from './log.ts'
import { type JobHandler, runJob } from './run-job.ts'
import type { TakenJob } from './take-jobs.ts'

export interface HeldJobsOptions {
  connection: EndpointConnection
  departure: Departure
  handler: JobHandler
  logFor: (jobId: string) => WorkerLog
  maxResultBytes: number
  retryForMs: number
}

/** The jobs in this worker's hands: from the moment one is taken until its final post is over. */
export interface HeldJobs {
  ids(): string[]
  /** Starts a job. False when it runs here already: a server may hand a job out twice. */
  accept(job: TakenJob): boolean
  /** The server wants this job stopped. Ids not held here are ignored. */
  stop(jobId: string): void
  /** Resolves when any of the jobs held now is over. */
  oneReported(): Promise<void>
  /** Resolves when none is held any more. */
  allReported(): Promise<void>
}

export function createHeldJobs(options: HeldJobsOptions): HeldJobs {
  const { connection, departure } = options
  const held = new Map<string, { stopped: AbortController; run: Promise<void> }>()

  async function runToTheEnd(job: TakenJob, stopped: AbortSignal): Promise<void> {
    const jobRun = {
      connection,
      handler: options.handler,
      jobLog: options.logFor(job.id),
      maxResultBytes: options.maxResultBytes,
      retryForMs: options.retryForMs,
    }
    const podIsToBeReplaced = await runJob(jobRun, { job, stopped, evicted: departure.evicting })
    held.delete(job.id)
    if (podIsToBeReplaced) {
      connection.log.info('the handler asked for a fresh worker; taking no more jobs')
      departure.leave()
    }
  }

  return {
    ids: () => [...held.keys()],
    accept(job) {
      if (held.has(job.id)) {
        connection.log.warn(`job ${job.id} was handed out again while it runs here; ignored`)
        return false
      }
      const stopped = new AbortController()
      held.set(job.id, { stopped, run: runToTheEnd(job, stopped.signal) })
      return true
    },
    stop: (jobId) => held.get(jobId)?.stopped.abort(),
    oneReported: () => Promise.race([...held.values()].map(({ run }) => run)),
    async allReported() {
      while (held.size > 0) {
        await Promise.all([...held.values()].map(({ run }) => run))
      }
    },
  }
}
