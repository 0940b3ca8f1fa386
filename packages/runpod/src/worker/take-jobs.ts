import { z } from 'zod'
import { describeFailure, type EndpointConnection, getHeaders } from './endpoint-connection.ts'
import { appendQuery, batchTakeAddress } from './url-template.ts'

/** A job as RunPod hands it out. `input` may be any JSON; unknown fields are kept for the handler. */
const takenJob = z.looseObject({
  id: z.string().min(1),
  input: z.unknown().refine((input) => input !== undefined, 'input is missing'),
})

export type TakenJob = z.infer<typeof takenJob>

/** One poll's answer. `atLeastMs` is a wait the server asked for (429). */
export type TakeAnswer = { kind: 'jobs'; jobs: TakenJob[] } | { kind: 'none'; atLeastMs: number }

const pollTimeoutMs = 90_000
const tooManyRequestsWaitMs = 5000
const nothing: TakeAnswer = { kind: 'none', atLeastMs: 0 }

/**
 * Asks for up to `freeSlots` jobs with one request, which the server may hold. Never throws: whatever is not a job is
 * "none" (204; 400, expected with FlashBoot; 429; 5xx; HTML; empty or malformed bodies; transport errors), and the
 * caller paces itself. `stop` abandons the request only while no answer has begun: once headers are here a job may be
 * in the body, so the body is read to its end.
 */
export async function takeJobs(
  connection: EndpointConnection,
  freeSlots: number,
  jobInProgress: boolean,
  stop: AbortSignal,
): Promise<TakeAnswer> {
  const headersDeadline = new AbortController()
  const abandon = () => headersDeadline.abort()
  const timer = setTimeout(abandon, pollTimeoutMs)
  stop.addEventListener('abort', abandon, { once: true })
  try {
    if (stop.aborted) {
      return nothing
    }
    const response = await connection.fetch(takeRequestAddress(connection, freeSlots, jobInProgress), {
      headers: getHeaders(connection.config),
      signal: headersDeadline.signal,
    })
    stop.removeEventListener('abort', abandon)
    return await readTakeAnswer(connection, response)
  } catch (failure) {
    if (!headersDeadline.signal.aborted) {
      connection.log.warn(`taking a job failed: ${describeFailure(failure)}`)
    }
    return nothing
  } finally {
    clearTimeout(timer)
    stop.removeEventListener('abort', abandon)
  }
}

function takeRequestAddress(connection: EndpointConnection, freeSlots: number, jobInProgress: boolean) {
  const { takeAddress } = connection.config
  const inProgress = ['job_in_progress', jobInProgress ? '1' : '0'] as const
  const batchAddress = freeSlots > 1 ? batchTakeAddress(takeAddress) : undefined
  if (batchAddress === undefined) {
    return appendQuery(takeAddress, [inProgress])
  }
  return appendQuery(batchAddress, [['batch_size', String(freeSlots)], inProgress])
}

async function readTakeAnswer(connection: EndpointConnection, response: Response): Promise<TakeAnswer> {
  const text = await response.text()
  if (response.status === 429) {
    return { kind: 'none', atLeastMs: tooManyRequestsWaitMs }
  }
  if (response.status !== 200) {
    if (response.status !== 204 && response.status !== 400) {
      connection.log.warn(`taking a job was answered with HTTP ${response.status}`)
    }
    return nothing
  }
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
  if (!isJson || text === '') {
    return nothing
  }
  return parseJobs(connection, text)
}

function parseJobs(connection: EndpointConnection, text: string): TakeAnswer {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch (failure) {
    connection.log.error(`the take answer is not JSON: ${describeFailure(failure)}`)
    return nothing
  }
  const offered = Array.isArray(answer) ? answer : [answer]
  const jobs: TakenJob[] = []
  for (const candidate of offered) {
    const parsed = takenJob.safeParse(candidate)
    if (parsed.success) {
      jobs.push(parsed.data)
    } else {
      connection.log.error('the take answer held a job without id or input; it was left alone')
    }
  }
  return jobs.length > 0 ? { kind: 'jobs', jobs } : nothing
}
