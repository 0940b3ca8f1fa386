import { describeFailure, type EndpointConnection, getHeaders, workerVersion } from './endpoint-connection.ts'
import { appendQuery } from './url-template.ts'

const triesPerBeat = 4
const firstRetryWaitMs = 300

/**
 * Beats until `end`: first at once, then every interval, naming every job this worker holds. Failures are only logged.
 * It runs on the worker's own event loop, so a beat proves that the loop still turns; the handler must keep pixels and
 * other heavy work off that loop (native threads, other processes).
 */
export async function beat(
  connection: EndpointConnection,
  heldJobIds: () => Iterable<string>,
  end: AbortSignal,
): Promise<void> {
  const { pingAddress, pingIntervalMs } = connection.config
  if (pingAddress === undefined) {
    return
  }
  while (!end.aborted) {
    await sendBeat(connection, pingAddress, [...heldJobIds()], end)
    await connection.clock.sleep(pingIntervalMs, end)
  }
}

async function sendBeat(
  connection: EndpointConnection,
  pingAddress: string,
  jobIds: string[],
  end: AbortSignal,
) {
  const jobs = jobIds.length > 0 ? ([['job_id', jobIds.join(',')]] as const) : []
  const address = appendQuery(pingAddress, [...jobs, ['runpod_version', workerVersion]])
  for (let tries = 1; tries <= triesPerBeat && !end.aborted; tries += 1) {
    if (await tryBeat(connection, address, end)) {
      return
    }
    await connection.clock.sleep(firstRetryWaitMs * 2 ** (tries - 1), end)
  }
}

/** True when the beat is settled: delivered, or refused in a way that trying again will not change. */
async function tryBeat(connection: EndpointConnection, address: string, end: AbortSignal): Promise<boolean> {
  const timeout = AbortSignal.timeout(2 * connection.config.pingIntervalMs)
  try {
    const response = await connection.fetch(address, {
      headers: getHeaders(connection.config),
      signal: AbortSignal.any([end, timeout]),
    })
    await response.text()
    return response.status !== 429 && response.status < 500
  } catch (failure) {
    if (!end.aborted) {
      connection.log.warn(`the heartbeat failed: ${describeFailure(failure)}`)
    }
    return false
  }
}
