import { onTestFinished } from 'vitest'
import { type LocalEndpointOptions, startLocalEndpoint } from '../src/local-endpoint/start-local-endpoint.ts'
import { startWorker, type WorkerOptions } from '../src/worker/worker.ts'

/** A local endpoint with ids `gpu` and `cpu` on a free port, closed when the test ends. */
export async function givenEndpoint(options: Partial<LocalEndpointOptions> = {}) {
  const endpoint = await startLocalEndpoint({
    port: 0,
    apiKey: 'test-key',
    endpointIds: ['gpu', 'cpu'],
    holdMs: 2000,
    ...options,
  })
  onTestFinished(() => endpoint.close())
  return endpoint
}

/** A worker that logs into an array and is told to leave, twice, when the test ends. */
export function givenWorker(options: WorkerOptions) {
  const logLines: string[] = []
  const worker = startWorker({ writeLog: (line) => logLines.push(line), ...options })
  onTestFinished(() => {
    worker.stop()
    worker.stop()
    return worker.done
  })
  return { worker, logLines }
}

/** Asks again every 20 ms until there is a value; the test's own time limit ends a wait in vain. */
export async function eventually<Value>(
  ask: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
  for (;;) {
    const value = await ask()
    if (value !== undefined) {
      return value
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A promise and its ends, for a handler that waits for the test. */
export function gate<Value = void>() {
  return Promise.withResolvers<Value>()
}
