import type { z } from 'zod'
import { badAnswer, callEndpoint, type EndpointAccess, type EndpointCall } from './call-endpoint.ts'
import {
  cancelAnswer,
  type Health,
  healthAnswer,
  type JobLookup,
  purgeAnswer,
  readJobLookup,
  runAnswer,
  statusAnswer,
} from './job-answer.ts'
import { RunpodError } from './runpod-error.ts'

/** What `/run` takes. Times of the policy in ms: execution at least 5 000, life in queue and run at least 10 000. */
export interface RunRequest {
  input: unknown
  webhook?: string
  policy?: { executionTimeout?: number; ttl?: number; lowPriority?: boolean }
}

/** `too_late`: the job had ended by itself. */
export type CancelOutcome =
  | { outcome: 'cancelled' }
  | { outcome: 'too_late'; status: string }
  | { outcome: 'unknown' }

/** A RunPod serverless endpoint as its client sees it. Every call may throw `RunpodError`. */
export interface RunpodEndpoint {
  /** Submits a job and returns its id. On an error with `ambiguous: true` the job may exist: do not just call again. */
  run(request: RunRequest): Promise<{ id: string }>
  status(id: string): Promise<JobLookup>
  cancel(id: string): Promise<CancelOutcome>
  health(): Promise<Health>
  /** Removes the jobs still waiting and says how many there were. */
  purgeQueue(): Promise<{ removed: number }>
}

/** Makes a client. It holds no state and no connection of its own; web APIs only, so it runs in Node and in workerd. */
export function runpodEndpoint(access: EndpointAccess): RunpodEndpoint {
  async function ask<Schema extends z.ZodType>(
    call: EndpointCall,
    schema: Schema,
  ): Promise<z.infer<Schema> | undefined> {
    const answer = await callEndpoint(access, call)
    if (!answer.found) {
      return undefined
    }
    const parsed = schema.safeParse(answer.json)
    if (!parsed.success) {
      throw badAnswer(call, parsed.error)
    }
    return parsed.data
  }

  async function askEndpoint<Schema extends z.ZodType>(
    call: EndpointCall,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const answer = await ask(call, schema)
    if (answer === undefined) {
      const fate = { retryable: false, ambiguous: false }
      throw new RunpodError('endpoint_unknown', `${call.path}: no endpoint ${access.endpointId}`, fate)
    }
    return answer
  }

  const jobPath = (operation: string, id: string) => `/${operation}/${encodeURIComponent(id)}`

  return {
    async run(request) {
      const call = { method: 'POST', path: '/run', body: request, mustNotRepeat: true } as const
      const { id } = await askEndpoint(call, runAnswer)
      return { id }
    },
    async status(id) {
      const answer = await ask(
        { method: 'GET', path: jobPath('status', id), mustNotRepeat: false },
        statusAnswer,
      )
      return answer === undefined ? { outcome: 'unknown' } : readJobLookup(answer)
    },
    async cancel(id) {
      const call = { method: 'POST', path: jobPath('cancel', id), body: {}, mustNotRepeat: false } as const
      const answer = await ask(call, cancelAnswer)
      if (answer === undefined) {
        return { outcome: 'unknown' }
      }
      return answer.status === 'CANCELLED'
        ? { outcome: 'cancelled' }
        : { outcome: 'too_late', status: answer.status }
    },
    health: () => askEndpoint({ method: 'GET', path: '/health', mustNotRepeat: false }, healthAnswer),
    async purgeQueue() {
      const call = { method: 'POST', path: '/purge-queue', body: {}, mustNotRepeat: false } as const
      const { removed } = await askEndpoint(call, purgeAnswer)
      return { removed }
    },
  }
}
