import { type Clock, systemClock } from './clock.ts'
import { createDeparture, type Departure } from './departure.ts'
import type { EndpointConnection, Fetch } from './endpoint-connection.ts'
import { beat } from './heartbeat.ts'
import { createHeldJobs, type HeldJobs } from './held-jobs.ts'
import { createLog } from './log.ts'
import { createPollPacing } from './poll-pacing.ts'
import type { JobHandler } from './run-job.ts'
import { listenForStops } from './stop-channel.ts'
import { takeJobs } from './take-jobs.ts'
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
  const departure = createDeparture(connection.clock)
  const held = createHeldJobs({
    connection,
    departure,
    handler: options.handler,
    logFor: (jobId) => createLog(sink, jobId),
    maxResultBytes: options.maxResultBytes ?? 10_000_000,
    retryForMs: options.retryResultForMs ?? 600_000,
  })
  /** Aborted when all is reported: the heartbeat and the stop channel may end. */
  const finished = new AbortController()

  async function workUntilDone(): Promise<void> {
    connection.log.info(`worker ${config.workerId} is ready`)
    await takeUntilLeaving(connection, held, departure, options.concurrency ?? 1)
    await held.allReported()
    finished.abort()
  }

  const done = Promise.all([
    workUntilDone(),
    listenForStops(connection, held.stop, finished.signal),
    beat(connection, held.ids, finished.signal),
  ]).then(() => connection.log.info('worker stopped'))

  let stopCalls = 0
  return {
    done,
    stop() {
      stopCalls += 1
      if (stopCalls === 1) {
        connection.log.info('stopping: finishing the jobs held')
        departure.leave()
        return
      }
      departure.evict()
    },
  }
}

async function takeUntilLeaving(
  connection: EndpointConnection,
  held: HeldJobs,
  departure: Departure,
  concurrency: number,
): Promise<void> {
  const pacing = createPollPacing(connection.random)
  while (!departure.leaving.aborted) {
    const freeSlots = concurrency - held.ids().length
    if (freeSlots <= 0) {
      await held.oneReported()
      continue
    }
    const startedAt = connection.clock.now()
    const jobInProgress = held.ids().length > 0
    const answer = await takeJobs(connection, freeSlots, jobInProgress, departure.dropPoll)
    const accepted = answer.kind === 'jobs' ? answer.jobs.filter(held.accept) : []
    if (accepted.length > 0) {
      pacing.reset()
      continue
    }
    const waitMs = pacing.waitAfterEmpty(connection.clock.now() - startedAt)
    const askedMs = answer.kind === 'none' ? answer.atLeastMs : 0
    await connection.clock.sleep(Math.max(waitMs, askedMs), departure.leaving)
  }
}
