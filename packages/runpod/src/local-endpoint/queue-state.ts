import { type JobRecord, moveJob } from './job-record.ts'
import { createWorkerRoster, type WorkerRoster } from './worker-roster.ts'

/** Spans in ms. */
export interface QueueLimits {
  workerSilenceMs: number
  resultTtlMs: number
  syncResultTtlMs: number
  /** How often a job is queued again after losing its worker, before it ends as TIMED_OUT. */
  maxRequeues: number
}

/** All an endpoint's queue remembers. */
export interface QueueState {
  limits: QueueLimits
  jobs: Map<string, JobRecord>
  /** Ids of the IN_QUEUE jobs, next one first. */
  waiting: string[]
  /** Jobs that ended and were not told of yet. */
  ended: JobRecord[]
  roster: WorkerRoster
}

export function emptyQueueState(limits: QueueLimits): QueueState {
  return {
    limits,
    jobs: new Map(),
    waiting: [],
    ended: [],
    roster: createWorkerRoster(limits.workerSilenceMs),
  }
}

/** The job, if this worker runs it now. */
export function jobHeldBy(state: QueueState, workerId: string, jobId: string): JobRecord | undefined {
  const job = state.jobs.get(jobId)
  return job?.status === 'IN_PROGRESS' && job.workerId === workerId ? job : undefined
}

/** Ends a job. Where a worker still runs it and was not the one to end it, the worker is told to stop. */
export function endJob(
  state: QueueState,
  job: JobRecord,
  status: 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'TIMED_OUT',
  now: number,
): void {
  const runningOn = job.status === 'IN_PROGRESS' ? job.workerId : undefined
  removeFromWaiting(state, job.id)
  moveJob(job, status, now)
  state.ended.push(job)
  if (runningOn !== undefined && (status === 'CANCELLED' || status === 'TIMED_OUT')) {
    state.roster.askToStop(runningOn, job.id)
  }
}

/** Forgets a job in whatever state: it is unknown from now on. */
export function forgetJob(state: QueueState, job: JobRecord): void {
  if (job.status === 'IN_PROGRESS' && job.workerId !== undefined) {
    state.roster.askToStop(job.workerId, job.id)
  }
  removeFromWaiting(state, job.id)
  state.jobs.delete(job.id)
}

function removeFromWaiting(state: QueueState, jobId: string): void {
  const place = state.waiting.indexOf(jobId)
  if (place !== -1) {
    state.waiting.splice(place, 1)
  }
}
