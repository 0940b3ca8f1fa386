import { z } from 'zod'

const count = z.number().int().nonnegative()

/** RunPod's job states. Terminal: the last four. */
export const jobStatus = z.enum(['IN_QUEUE', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED', 'TIMED_OUT'])

/** `POST /run`. */
export const runAnswer = z.looseObject({ id: z.string().min(1), status: jobStatus })

/** `GET /status/{id}` and the webhook's body. Times in ms. `error` is a string by custom, not by contract. */
export const statusAnswer = z.looseObject({
  id: z.string().min(1),
  status: jobStatus,
  delayTime: z.number().optional(),
  executionTime: z.number().optional(),
  workerId: z.string().optional(),
  retries: z.number().optional(),
  error: z.unknown().optional(),
})

/** `POST /cancel/{id}`. */
export const cancelAnswer = z.looseObject({ id: z.string(), status: jobStatus })

/** `GET /health`. Counters RunPod leaves out are 0. */
export const healthAnswer = z.looseObject({
  jobs: z.looseObject({
    completed: count.default(0),
    failed: count.default(0),
    inProgress: count.default(0),
    inQueue: count.default(0),
    retried: count.default(0),
  }),
  workers: z.looseObject({
    idle: count.default(0),
    initializing: count.default(0),
    ready: count.default(0),
    running: count.default(0),
    throttled: count.default(0),
    unhealthy: count.default(0),
  }),
})

/** `POST /purge-queue`. */
export const purgeAnswer = z.looseObject({ removed: count, status: z.string() })

export type Health = z.infer<typeof healthAnswer>

/** Times of a job as RunPod tells them, in ms: waiting (cold start included) and running. */
export interface JobTimes {
  delayMs: number | undefined
  executionMs: number | undefined
  workerId: string | undefined
}

/**
 * A job's state as our callers need it. `unknown`: the endpoint does not know the id (never existed, lost, or
 * expired), which is not "done". A COMPLETED job without an output has failed: RunPod drops results that are too large
 * and still says COMPLETED.
 */
export type JobLookup =
  | ({ outcome: 'waiting' } & JobTimes)
  | ({ outcome: 'running'; progress: unknown } & JobTimes)
  | ({ outcome: 'completed'; output: unknown } & JobTimes)
  | ({
      outcome: 'failed'
      reason: 'failed' | 'cancelled' | 'timed_out' | 'output_missing'
      error: string
    } & JobTimes)
  | { outcome: 'unknown' }

/** Turns RunPod's answer into a lookup. Also fit for the body of a RunPod webhook, which must be confirmed all the same. */
export function readJobLookup(answer: z.infer<typeof statusAnswer>): JobLookup {
  const times: JobTimes = {
    delayMs: answer.delayTime,
    executionMs: answer.executionTime,
    workerId: answer.workerId,
  }
  const output = answer['output']
  switch (answer.status) {
    case 'IN_QUEUE':
      return { outcome: 'waiting', ...times }
    case 'IN_PROGRESS':
      return { outcome: 'running', progress: output, ...times }
    case 'COMPLETED':
      return output === undefined
        ? { outcome: 'failed', reason: 'output_missing', error: 'COMPLETED without output', ...times }
        : { outcome: 'completed', output, ...times }
    case 'FAILED':
      return { outcome: 'failed', reason: 'failed', error: errorText(answer.error), ...times }
    case 'CANCELLED':
      return { outcome: 'failed', reason: 'cancelled', error: errorText(answer.error), ...times }
    case 'TIMED_OUT':
      return { outcome: 'failed', reason: 'timed_out', error: errorText(answer.error), ...times }
  }
}

function errorText(error: unknown): string {
  if (typeof error === 'string') {
    return error
  }
  return error === undefined ? '' : JSON.stringify(error)
}
