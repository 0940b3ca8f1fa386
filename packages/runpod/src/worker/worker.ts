import { type Clock, systemClock } from './clock.ts'
import type { EndpointConnection, Fetch } from './endpoint-connection.ts'
import { beat } from './heartbeat.ts'
import { createLog } from './log.ts'
import { createPollPacing } from './poll-pacing.ts'
import { type HeldJob, type JobHandler, runJob } from './run-job.ts'
import { listenForStops } from './stop-channel.ts'
import { type TakenJob, takeJobs } from './take-jobs.ts'
import { readWorkerConfig } from './worker-config.ts'

export interface WorkerOptions {
  /** The RUNPOD_* variables, for example `process.env`. */
  env: Readonly<Record<string, string | undefined>>
  handler: JobHandler
  /** How many jobs at once. 1 unless told. */
  concurrency?: number
  /** The largest JSON body posted as a result, in bytes. 10 MB unless told: RunPod refuses more, and loses the output. */
  maxResultBytes?: number
  /** How long a result is posted again on 5xx and transport errors, in ms. 10 minutes unless told. */
  retryResultForMs?: number
  /** Gets log lines, one JSON object each. Standard output unless told. */
  writeLog?: (line: string) => void
  fetch?: Fetch
  clock?: Clock
  /** [0, 1), for jitter. */
  random?: () => number
}

export interface Worker {
  /** Resolves when the worker has stopped and every job it held is reported. */
  done: Promise<void>
  /**
   * First call: take no more jobs, finish and report those held. Second call: abort those held and report them as
   * failed and retryable.
   */
  stop(): void
}

/** The time in which an answer that is already on its way to the held poll is still taken, before the poll is dropped. */
const arrivingJobGraceMs = 50

/**
 * Starts a RunPod worker: takes jobs, calls the handler, posts results, beats, listens for stops.
 * Throws when `env` lacks the take or done template.
 */
export function startWorker(options: WorkerOptions): Worker {
  const config = readWorkerConfig(options.env)
  const sink = { level: config.logLevel, write: options.writeLog ?? ((line: string) => console.log(line)) }
  const connection: EndpointConnection = {
    config,
    fetch: options.fetch ?? ((address, init) => fetch(address, init)),
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    log: createLog(sink),
  }
  const concurrency = options.concurrency ?? 1
  const held = new Map<string, { job: HeldJob; run: Promise<void> }>()
  /** Aborted: take no more jobs. */
  const leaving = new AbortController()
  /** Aborted a moment later: drop the poll the server is holding. */
  const dropPoll = new AbortController()
  /** Aborted on the second stop: report what is held as failed and leave. */
  const evicting = new AbortController()
  /** Aborted when all is reported: the heartbeat and the stop channel may end. */
  const finished = new AbortController()

  function leave(): void {
    if (leaving.signal.aborted) {
      return
    }
    leaving.abort()
    void connection.clock.sleep(arrivingJobGraceMs).then(() => dropPoll.abort())
  }

  /** Starts a job, unless it already runs here: a server may hand a job out twice. */
  function accept(job: TakenJob): boolean {
    if (held.has(job.id)) {
      connection.log.warn(`job ${job.id} was handed out again while it runs here; ignored`)
      return false
    }
    const jobLog = createLog(sink, job.id)
    const heldJob = { job, stopped: new AbortController(), evicted: evicting.signal }
    const jobRun = {
      connection,
      handler: options.handler,
      jobLog,
      maxResultBytes: options.maxResultBytes ?? 10_000_000,
      retryForMs: options.retryResultForMs ?? 600_000,
    }
    const run = runJob(jobRun, heldJob).then((podIsToBeReplaced) => {
      held.delete(job.id)
      if (podIsToBeReplaced) {
        connection.log.info('the handler asked for a fresh worker; taking no more jobs')
        leave()
      }
    })
    held.set(job.id, { job: heldJob, run })
    return true
  }

  async function takeUntilLeaving(): Promise<void> {
    const pacing = createPollPacing(connection.random)
    while (!leaving.signal.aborted) {
      const freeSlots = concurrency - held.size
      if (freeSlots <= 0) {
        await Promise.race([...held.values()].map(({ run }) => run))
        continue
      }
      const startedAt = connection.clock.now()
      const answer = await takeJobs(connection, freeSlots, held.size > 0, dropPoll.signal)
      const accepted = answer.kind === 'jobs' ? answer.jobs.filter(accept) : []
      if (accepted.length > 0) {
        pacing.reset()
        continue
      }
      const waitMs = pacing.waitAfterEmpty(connection.clock.now() - startedAt)
      const askedMs = answer.kind === 'none' ? answer.atLeastMs : 0
      await connection.clock.sleep(Math.max(waitMs, askedMs), leaving.signal)
    }
  }

  async function workUntilDone(): Promise<void> {
    connection.log.info(`worker ${config.workerId} is ready`)
    await takeUntilLeaving()
    while (held.size > 0) {
      await Promise.all([...held.values()].map(({ run }) => run))
    }
    finished.abort()
  }

  const stopOne = (jobId: string) => held.get(jobId)?.job.stopped.abort()
  const done = Promise.all([
    workUntilDone(),
    listenForStops(connection, stopOne, finished.signal),
    beat(connection, () => held.keys(), finished.signal),
  ]).then(() => connection.log.info('worker stopped'))

  let stopCalls = 0
  return {
    done,
    stop() {
      stopCalls += 1
      if (stopCalls === 1) {
        connection.log.info('stopping: finishing the jobs held')
        leave()
        return
      }
      evicting.abort()
    },
  }
}
