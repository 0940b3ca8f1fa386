import { isTerminal, type JobRecord, moveJob } from './job-record.ts'
import { expireJob, loseWorker } from './lost-time.ts'
import { emptyQueueState, endJob, jobHeldBy, type QueueLimits } from './queue-state.ts'
import type { WorkerRoster } from './worker-roster.ts'

export type NewJob = Pick<JobRecord, 'id' | 'input' | 'webhook' | 'sync' | 'executionTimeoutMs' | 'ttlMs'>

/** What a worker reported: `error` present means FAILED. */
export interface ReportedResult {
  output?: unknown
  error?: unknown
}

/**
 * The jobs of one endpoint. No I/O and no clock: every call says what time it is (unix ms), so that any history can be
 * played in a test. Calls about jobs that are gone, ended or held by another worker change nothing.
 */
export interface JobQueue {
  roster: WorkerRoster
  submit(job: NewJob, now: number): JobRecord
  find(id: string): JobRecord | undefined
  all(): JobRecord[]
  /** Hands out up to `max` jobs, oldest first. */
  take(workerId: string, max: number, now: number): JobRecord[]
  /** The hand-out never reached the worker: the job goes back to the head of the queue as if it had not left. */
  takeBack(workerId: string, jobId: string, now: number): void
  /** The worker says it holds nothing: what it was given is lost (it crashed and came back under its old id). */
  workerIsEmpty(workerId: string, now: number): void
  /** True when the report ended the job. */
  finish(workerId: string, jobId: string, result: ReportedResult, now: number): boolean
  progress(workerId: string, jobId: string, value: unknown): void
  stream(workerId: string, jobId: string, chunk: unknown): void
  /** Chunks since the last call. */
  readStream(jobId: string): unknown[]
  cancel(jobId: string, now: number): JobRecord | undefined
  /** Queues a FAILED or TIMED_OUT job again. False for any other, which stays as it is. */
  retry(jobId: string, now: number): boolean
  /** Cancels all waiting jobs and returns their number. */
  purge(now: number): number
  /** Lets time pass: silent workers lose their jobs, late jobs time out, old results and expired jobs are forgotten. */
  tick(now: number): void
  /** Jobs that ended since the last call. */
  takeEnded(): JobRecord[]
}

/** An empty queue. */
export function createJobQueue(limits: QueueLimits): JobQueue {
  const state = emptyQueueState(limits)
  const { jobs, waiting, roster } = state
  return {
    roster,
    submit(job, now) {
      const record: JobRecord = {
        ...job,
        status: 'IN_QUEUE',
        submittedAt: now,
        queuedAt: now,
        startedAt: undefined,
        finishedAt: undefined,
        workerId: undefined,
        retries: 0,
        progress: undefined,
        output: undefined,
        error: undefined,
        unreadChunks: [],
      }
      jobs.set(record.id, record)
      waiting.push(record.id)
      return record
    },
    find: (id) => jobs.get(id),
    all: () => [...jobs.values()],
    take(workerId, max, now) {
      roster.seen(workerId, now)
      const handedOut: JobRecord[] = []
      for (const jobId of waiting.splice(0, max)) {
        const job = jobs.get(jobId)
        if (job !== undefined) {
          moveJob(job, 'IN_PROGRESS', now)
          job.workerId = workerId
          roster.withdrawStop(workerId, jobId)
          handedOut.push(job)
        }
      }
      return handedOut
    },
    takeBack(workerId, jobId, now) {
      const job = jobHeldBy(state, workerId, jobId)
      if (job !== undefined) {
        moveJob(job, 'IN_QUEUE', now)
        waiting.unshift(jobId)
      }
    },
    workerIsEmpty: (workerId, now) => loseWorker(state, workerId, now),
    finish(workerId, jobId, result, now) {
      roster.seen(workerId, now)
      const job = jobHeldBy(state, workerId, jobId)
      if (job === undefined) {
        return false
      }
      job.output = 'output' in result ? { value: result.output } : undefined
      job.error = result.error
      endJob(state, job, result.error === undefined ? 'COMPLETED' : 'FAILED', now)
      return true
    },
    progress(workerId, jobId, value) {
      const job = jobHeldBy(state, workerId, jobId)
      if (job !== undefined) {
        job.progress = value
      }
    },
    stream(workerId, jobId, chunk) {
      jobHeldBy(state, workerId, jobId)?.unreadChunks.push(chunk)
    },
    readStream(jobId) {
      return jobs.get(jobId)?.unreadChunks.splice(0) ?? []
    },
    cancel(jobId, now) {
      const job = jobs.get(jobId)
      if (job !== undefined && !isTerminal(job.status)) {
        endJob(state, job, 'CANCELLED', now)
      }
      return job
    },
    retry(jobId, now) {
      const job = jobs.get(jobId)
      if (job?.status !== 'FAILED' && job?.status !== 'TIMED_OUT') {
        return false
      }
      moveJob(job, 'IN_QUEUE', now)
      job.retries += 1
      waiting.push(jobId)
      return true
    },
    purge(now) {
      const waitingJobs = [...jobs.values()].filter((job) => job.status === 'IN_QUEUE')
      for (const job of waitingJobs) {
        endJob(state, job, 'CANCELLED', now)
      }
      return waitingJobs.length
    },
    tick(now) {
      for (const workerId of roster.removeSilent(now)) {
        loseWorker(state, workerId, now)
      }
      for (const job of [...jobs.values()]) {
        expireJob(state, job, now)
      }
    },
    takeEnded() {
      return state.ended.splice(0)
    },
  }
}
