import { isTerminal, type JobRecord, moveJob } from './job-record.ts'
import { createWorkerRoster, type WorkerRoster } from './worker-roster.ts'

/** Spans in ms. */
export interface QueueLimits {
  workerSilenceMs: number
  resultTtlMs: number
  syncResultTtlMs: number
  /** How often a job is queued again after losing its worker, before it ends as TIMED_OUT. */
  maxRequeues: number
}

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
  const jobs = new Map<string, JobRecord>()
  const waiting: string[] = []
  let ended: JobRecord[] = []
  const roster = createWorkerRoster(limits.workerSilenceMs)

  function heldBy(workerId: string, jobId: string): JobRecord | undefined {
    const job = jobs.get(jobId)
    return job?.status === 'IN_PROGRESS' && job.workerId === workerId ? job : undefined
  }

  function end(
    job: JobRecord,
    status: 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'TIMED_OUT',
    now: number,
  ): void {
    const runningOn = job.status === 'IN_PROGRESS' ? job.workerId : undefined
    removeFromWaiting(job.id)
    moveJob(job, status, now)
    ended.push(job)
    if (runningOn !== undefined && (status === 'CANCELLED' || status === 'TIMED_OUT')) {
      roster.askToStop(runningOn, job.id)
    }
  }

  function removeFromWaiting(jobId: string): void {
    const place = waiting.indexOf(jobId)
    if (place !== -1) {
      waiting.splice(place, 1)
    }
  }

  function loseWorker(workerId: string, now: number): void {
    for (const job of jobs.values()) {
      if (heldBy(workerId, job.id) === undefined) {
        continue
      }
      // Should the worker come back, it must let go of a job that others may run by then.
      roster.askToStop(workerId, job.id)
      if (job.retries >= limits.maxRequeues) {
        job.error = 'the worker stopped reporting'
        end(job, 'TIMED_OUT', now)
        continue
      }
      moveJob(job, 'IN_QUEUE', now)
      job.retries += 1
      waiting.unshift(job.id)
    }
  }

  function forget(job: JobRecord): void {
    if (job.status === 'IN_PROGRESS' && job.workerId !== undefined) {
      roster.askToStop(job.workerId, job.id)
    }
    removeFromWaiting(job.id)
    jobs.delete(job.id)
  }

  function expire(job: JobRecord, now: number): void {
    const keepMs = job.sync ? limits.syncResultTtlMs : limits.resultTtlMs
    const resultExpired = job.finishedAt !== undefined && now - job.finishedAt > keepMs
    if (resultExpired || now - job.submittedAt > job.ttlMs) {
      forget(job)
      return
    }
    const startedAt = job.status === 'IN_PROGRESS' ? job.startedAt : undefined
    if (startedAt !== undefined && now - startedAt > job.executionTimeoutMs) {
      job.error = 'the execution timeout was reached'
      end(job, 'TIMED_OUT', now)
    }
  }

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
      const job = heldBy(workerId, jobId)
      if (job !== undefined) {
        moveJob(job, 'IN_QUEUE', now)
        waiting.unshift(jobId)
      }
    },
    workerIsEmpty: loseWorker,
    finish(workerId, jobId, result, now) {
      roster.seen(workerId, now)
      const job = heldBy(workerId, jobId)
      if (job === undefined) {
        return false
      }
      job.output = 'output' in result ? { value: result.output } : undefined
      job.error = result.error
      end(job, result.error === undefined ? 'COMPLETED' : 'FAILED', now)
      return true
    },
    progress(workerId, jobId, value) {
      const job = heldBy(workerId, jobId)
      if (job !== undefined) {
        job.progress = value
      }
    },
    stream(workerId, jobId, chunk) {
      heldBy(workerId, jobId)?.unreadChunks.push(chunk)
    },
    readStream(jobId) {
      return jobs.get(jobId)?.unreadChunks.splice(0) ?? []
    },
    cancel(jobId, now) {
      const job = jobs.get(jobId)
      if (job !== undefined && !isTerminal(job.status)) {
        end(job, 'CANCELLED', now)
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
        end(job, 'CANCELLED', now)
      }
      return waitingJobs.length
    },
    tick(now) {
      for (const workerId of roster.removeSilent(now)) {
        loseWorker(workerId, now)
      }
      for (const job of [...jobs.values()]) {
        expire(job, now)
      }
    },
    takeEnded() {
      const since = ended
      ended = []
      return since
    },
  }
}
