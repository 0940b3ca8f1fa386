import { type RunpodEndpoint, runpodEndpoint } from '@foxetales/runpod/endpoint-client/runpod-endpoint'
import { RunpodError } from '@foxetales/runpod/endpoint-client/runpod-error'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { GpuPool, GpuProvider } from '../../ports/gpu-provider.ts'

export type RunpodOptions = {
  /** `https://api.runpod.ai/v2`, or wherever that protocol is spoken. */
  apiBase: string
  apiKey: string
  /** The id of each pool's serverless endpoint. */
  endpoints: Record<GpuPool, string>
  fetch: (address: string, init: RequestInit) => Promise<Response>
  /** The most a call may take. */
  timeoutMs: number
}

/** RunPod's queue-based endpoints, one for each pool. */
export function runpodProvider(options: RunpodOptions): GpuProvider {
  const { apiBase, apiKey, fetch, timeoutMs } = options
  const open = (endpointId: string) =>
    runpodEndpoint({ baseUrl: apiBase, endpointId, apiKey, fetch, timeoutMs })
  const pools: Record<GpuPool, RunpodEndpoint> = {
    gpu: open(options.endpoints.gpu),
    cpu: open(options.endpoints.cpu),
  }
  return {
    async submit({ pool, input, webhookUrl, executionTimeoutMs, ttlMs }) {
      const request = {
        input,
        policy: { executionTimeout: executionTimeoutMs, ttl: ttlMs },
        ...(webhookUrl === undefined ? {} : { webhook: webhookUrl }),
      }
      const { id } = await asAppError(pools[pool].run(request))
      return { providerRef: id }
    },
    async look(pool, providerRef) {
      const job = await asAppError(pools[pool].status(providerRef))
      switch (job.outcome) {
        case 'completed':
          return 'done'
        case 'unknown':
          return 'lost'
        default:
          return job.outcome
      }
    },
    async cancel(pool, providerRef) {
      await asAppError(pools[pool].cancel(providerRef))
    },
  }
}

/**
 * A job that RunPod finds wrong is refused, and trying again will not help. A key or an endpoint it does not know is the
 * operator's to mend, so the work waits for that as it waits for an outage.
 */
async function asAppError<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call
  } catch (error) {
    if (!(error instanceof RunpodError)) {
      throw error
    }
    const code = error.code === 'rejected' ? 'GPU_PROVIDER_REFUSED' : 'GPU_PROVIDER_UNAVAILABLE'
    throw new AppError(code, { reason: error.code, ambiguous: error.ambiguous }, error)
  }
}
