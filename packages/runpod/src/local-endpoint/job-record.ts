/** RunPod's states of a job. */
export type JobStatus = 'IN_QUEUE' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'TIMED_OUT'

/** Where a job may go from each state. Back to IN_QUEUE: its worker fell silent, or a client asked for `/retry`. */
export const legalMoves: Record<JobStatus, readonly JobStatus[]> = {
  IN_QUEUE: ['IN_PROGRESS', 'CANCELLED', 'TIMED_OUT'],
  IN_PROGRESS: ['COMPLETED', 'FAILED', 'CANCELLED', 'TIMED_OUT', 'IN_QUEUE'],
  COMPLETED: [],
  FAILED: ['IN_QUEUE'],
  CANCELLED: [],
  TIMED_OUT: ['IN_QUEUE'],
}

/** One request to an endpoint. Times in unix ms, spans in ms. */
export interface JobRecord {
  readonly id: string
  readonly input: unknown
  readonly webhook: string | undefined
  /** `/runsync` results are kept for a shorter time. */
  readonly sync: boolean
  readonly executionTimeoutMs: number
  /** From submission over queue and run; past it the job is forgotten in any state. */
  readonly ttlMs: number
  readonly submittedAt: number
  status: JobStatus
  queuedAt: number
  startedAt: number | undefined
  finishedAt: number | undefined
  workerId: string | undefined
  /** How often the job was queued again after a worker was lost or by `/retry`. */
  retries: number
  /** The last progress value; gone once the job ends. */
  progress: unknown
  /** Absent where the job has none: a COMPLETED job may lack it (result too large). */
  output: { value: unknown } | undefined
  error: unknown
  /** Streamed chunks no client has read yet. */
  unreadChunks: unknown[]
}

export function isTerminal(status: JobStatus): boolean {
  return status !== 'IN_QUEUE' && status !== 'IN_PROGRESS'
}

/** Moves a job, or throws when the table does not allow it: that would be a fault of this program. */
export function moveJob(job: JobRecord, to: JobStatus, now: number): void {
  if (!legalMoves[job.status].includes(to)) {
    throw new Error(`job ${job.id} cannot go from ${job.status} to ${to}`)
  }
  job.status = to
  if (to === 'IN_QUEUE') {
    Object.assign(job, resultOfNothing)
    job.queuedAt = now
    job.startedAt = undefined
    job.finishedAt = undefined
    job.workerId = undefined
    job.unreadChunks = []
  }
  if (to === 'IN_PROGRESS') {
    job.startedAt = now
  }
  if (isTerminal(to)) {
    job.finishedAt = now
    job.progress = undefined
  }
}

const resultOfNothing = { progress: undefined, output: undefined, error: undefined }

/** The JSON of `/status` and of the webhook. `output` while IN_PROGRESS is the last progress. */
export function jobView(job: JobRecord): Record<string, unknown> {
  const view: Record<string, unknown> = { id: job.id, status: job.status }
  if (job.startedAt !== undefined) {
    view['delayTime'] = job.startedAt - job.queuedAt
  }
  if (job.startedAt !== undefined && job.finishedAt !== undefined) {
    view['executionTime'] = job.finishedAt - job.startedAt
  }
  if (job.workerId !== undefined) {
    view['workerId'] = job.workerId
  }
  if (job.retries > 0) {
    view['retries'] = job.retries
  }
  if (job.status === 'IN_PROGRESS' && job.progress !== undefined) {
    view['output'] = job.progress
  }
  if (job.output !== undefined) {
    view['output'] = job.output.value
  }
  if (job.error !== undefined) {
    view['error'] = job.error
  }
  return view
}
