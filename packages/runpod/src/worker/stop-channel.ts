import { z } from 'zod'
import { describeFailure, type EndpointConnection, getHeaders } from './endpoint-connection.ts'
import { stopAddress } from './url-template.ts'

const stopAnswer = z.object({ jobsToStop: z.array(z.unknown()) })

const pollTimeoutMs = 90_000
const pauseMs = 1000
const tooManyRequestsPauseMs = 5000

/** What one stop poll said: the job ids to stop, and how long to wait before the next poll. */
interface StopPoll {
  jobIds: string[]
  waitMs: number
}

/**
 * Listens until `end` for jobs the server wants stopped (cancelled, timed out, expired) and calls `onStop` for each id.
 * Ids this worker does not run are the caller's to ignore. Returns at once where the take address has no stop form.
 */
export async function listenForStops(
  connection: EndpointConnection,
  onStop: (jobId: string) => void,
  end: AbortSignal,
): Promise<void> {
  const address = stopAddress(connection.config.takeAddress)
  if (address === undefined) {
    connection.log.warn('the take address has no /job-take/ part: running jobs cannot be stopped')
    return
  }
  while (!end.aborted) {
    const startedAt = connection.clock.now()
    const { jobIds, waitMs } = await pollForStops(connection, address, end)
    for (const jobId of jobIds) {
      onStop(jobId)
    }
    // A stop list is followed by the next poll at once, but a server that repeats it instantly must not spin us.
    const answeredFast = connection.clock.now() - startedAt < pauseMs
    await connection.clock.sleep(Math.max(waitMs, answeredFast ? 100 : 0), end)
  }
}

async function pollForStops(
  connection: EndpointConnection,
  address: string,
  end: AbortSignal,
): Promise<StopPoll> {
  const timeout = AbortSignal.timeout(pollTimeoutMs)
  try {
    const response = await connection.fetch(address, {
      headers: getHeaders(connection.config),
      signal: AbortSignal.any([end, timeout]),
    })
    const text = await response.text()
    if (response.status === 429) {
      return { jobIds: [], waitMs: tooManyRequestsPauseMs }
    }
    if (response.status !== 200) {
      return { jobIds: [], waitMs: pauseMs }
    }
    const { jobsToStop } = stopAnswer.parse(JSON.parse(text))
    return { jobIds: jobsToStop.filter((jobId) => typeof jobId === 'string'), waitMs: 0 }
  } catch (failure) {
    if (!end.aborted && !timeout.aborted) {
      connection.log.warn(`the stop channel failed: ${describeFailure(failure)}`)
    }
    return { jobIds: [], waitMs: pauseMs }
  }
}
