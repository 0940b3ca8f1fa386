import { describeFailure, type EndpointConnection, resultHeaders } from './endpoint-connection.ts'
import { doneAddress } from './post-result.ts'

export interface ProgressReporter {
  /** Tells how far the job is (any JSON value). Returns at once; only the latest value is kept while one is under way. */
  report(value: unknown): void
  /** Drops what was not sent yet and waits for the post under way, so that nothing can follow the final result. */
  close(): Promise<void>
}

const spacingMs = 1000
const requestTimeoutMs = 5000

/**
 * Progress of one job: one post at a time, at most one a second, the newest value wins. Failures are logged only; the
 * next value makes up for them.
 */
export function createProgressReporter(connection: EndpointConnection, jobId: string): ProgressReporter {
  const closing = new AbortController()
  let pending: { value: unknown } | undefined
  let sending: Promise<void> | undefined

  async function sendWhilePending(): Promise<void> {
    while (pending !== undefined && !closing.signal.aborted) {
      const { value } = pending
      pending = undefined
      await postProgress(connection, jobId, value)
      await connection.clock.sleep(spacingMs, closing.signal)
    }
    sending = undefined
  }

  return {
    report(value) {
      if (closing.signal.aborted) {
        return
      }
      pending = { value }
      sending ??= sendWhilePending()
    },
    async close() {
      closing.abort()
      pending = undefined
      await sending
    },
  }
}

async function postProgress(connection: EndpointConnection, jobId: string, value: unknown): Promise<void> {
  try {
    const response = await connection.fetch(doneAddress(connection, jobId), {
      method: 'POST',
      headers: resultHeaders(connection.config, jobId),
      body: JSON.stringify({ status: 'IN_PROGRESS', output: value }),
      signal: AbortSignal.timeout(requestTimeoutMs),
    })
    await response.text()
    if (!response.ok) {
      connection.log.debug(`progress of ${jobId} was answered with HTTP ${response.status}`)
    }
  } catch (failure) {
    connection.log.debug(`progress of ${jobId} was not delivered: ${describeFailure(failure)}`)
  }
}
