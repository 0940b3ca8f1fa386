import { type JobRecord, moveJob } from './job-record.ts'
import { endJob, forgetJob, jobHeldBy, type QueueState } from './queue-state.ts'

/**
 * Takes from a worker what it held: each job goes back to the head of the queue with one more retry, or ends TIMED_OUT
 * once it has lost too many workers. Should the worker come back, it is told to let go of them.
 */
export function loseWorker(state: QueueState, workerId: string, now: number): void {
  for (const job of state.jobs.values()) {
    if (jobHeldBy(state, workerId, job.id) === undefined) {
      continue
    }
    state.roster.askToStop(workerId, job.id)
    if (job.retries >= state.limits.maxRequeues) {
      job.error = 'the worker stopped reporting'
      endJob(state, job, 'TIMED_OUT', now)
      continue
    }
    moveJob(job, 'IN_QUEUE', now)
    job.retries += 1
    state.waiting.unshift(job.id)
  }
}

/** Applies a job's own limits: its result's lifetime, its ttl in any state, and its execution timeout. */
export function expireJob(state: QueueState, job: JobRecord, now: number): void {
  const keepMs = job.sync ? state.limits.syncResultTtlMs : state.limits.resultTtlMs
  const resultExpired = job.finishedAt !== undefined && now - job.finishedAt > keepMs
  if (resultExpired || now - job.submittedAt > job.ttlMs) {
    forgetJob(state, job)
    return
  }
  const startedAt = job.status === 'IN_PROGRESS' ? job.startedAt : undefined
  if (startedAt !== undefined && now - startedAt > job.executionTimeoutMs) {
    job.error = 'the execution timeout was reached'
    endJob(state, job, 'TIMED_OUT', now)
  }
}
