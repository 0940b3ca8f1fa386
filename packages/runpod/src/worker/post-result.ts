import { describeFailure, type EndpointConnection, resultHeaders } from './endpoint-connection.ts'
import { appendQuery, fillJobTemplate } from './url-template.ts'

/** How a delivery ended. `refused` carries the 4xx status; `gave-up` means nobody ever answered well. */
export type Delivery =
  | { outcome: 'delivered' }
  | { outcome: 'refused'; status: number }
  | { outcome: 'gave-up' }
  | { outcome: 'stopped' }

export interface DeliveryLimits {
  /** How long to go on trying on 5xx, 408, 429 and transport errors, in ms. */
  retryForMs: number
  /** Aborted when the server stopped the job: it owns the final status and wants no result. */
  stopped: AbortSignal
  /** Aborted when the process must leave soon: a few quick tries, then no more. */
  hurry: AbortSignal
}

const requestTimeoutMs = 60_000
const waitsMs = [2000, 3000, 5000, 8000, 13_000, 21_000, 30_000]
const hurriedTries = 3
const hurriedWaitMs = 500

/** The address that takes both progress and final results of a job. Only generator handlers end with isStream=true. */
export function doneAddress(connection: EndpointConnection, jobId: string): string {
  const { doneTemplate, workerId } = connection.config
  return appendQuery(fillJobTemplate(doneTemplate, workerId, jobId), [['isStream', 'false']])
}

/**
 * Posts a final result and does not give it up easily: the stock worker drops it after three tries in five seconds,
 * ours goes on for `retryForMs`, since the GPU time is already spent. A 4xx is final: the same bytes will not be
 * accepted later.
 */
export async function postResult(
  connection: EndpointConnection,
  jobId: string,
  body: string,
  limits: DeliveryLimits,
): Promise<Delivery> {
  const giveUpAt = connection.clock.now() + limits.retryForMs
  for (let tries = 1; ; tries += 1) {
    if (limits.stopped.aborted) {
      return { outcome: 'stopped' }
    }
    const status = await tryPost(connection, jobId, body)
    if (status !== undefined && status < 400) {
      return { outcome: 'delivered' }
    }
    if (status !== undefined && isFinalRefusal(status)) {
      return { outcome: 'refused', status }
    }
    const outOfTries = limits.hurry.aborted ? tries >= hurriedTries : connection.clock.now() >= giveUpAt
    if (outOfTries) {
      return { outcome: 'gave-up' }
    }
    connection.log.warn(
      `posting the result of ${jobId} failed (try ${tries}, HTTP ${status ?? 'none'}), trying again`,
    )
    await pauseBeforeRetry(connection, tries, limits)
  }
}

async function pauseBeforeRetry(connection: EndpointConnection, tries: number, limits: DeliveryLimits) {
  if (limits.hurry.aborted) {
    await connection.clock.sleep(hurriedWaitMs, limits.stopped)
    return
  }
  const longest = waitsMs[Math.min(tries, waitsMs.length) - 1] ?? 30_000
  await connection.clock.sleep(longest, AbortSignal.any([limits.stopped, limits.hurry]))
}

async function tryPost(
  connection: EndpointConnection,
  jobId: string,
  body: string,
): Promise<number | undefined> {
  try {
    const response = await connection.fetch(doneAddress(connection, jobId), {
      method: 'POST',
      headers: resultHeaders(connection.config, jobId),
      body,
      signal: AbortSignal.timeout(requestTimeoutMs),
    })
    // Read to the end so that the connection can be used again; the text says nothing.
    await response.text()
    return response.status
  } catch (failure) {
    connection.log.warn(`posting the result of ${jobId} failed: ${describeFailure(failure)}`)
    return undefined
  }
}

function isFinalRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429
}
