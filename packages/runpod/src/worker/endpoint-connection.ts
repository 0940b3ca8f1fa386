import type { Clock } from './clock.ts'
import type { WorkerLog } from './log.ts'
import type { WorkerConfig } from './worker-config.ts'

/** `fetch`, as far as this package needs it. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** What every channel of one worker (take, stop, result, heartbeat) shares. */
export interface EndpointConnection {
  config: WorkerConfig
  fetch: Fetch
  clock: Clock
  random: () => number
  log: WorkerLog
}

/** Sent as `runpod_version` in heartbeats and error reports, and in the user agent. */
export const workerVersion = 'foxetales-1.0.0'

const userAgent = `Foxetales-RunPod-Worker/${workerVersion} Language/TypeScript`

/** Headers of the worker's GET calls, as the stock worker sends them. */
export function getHeaders(config: WorkerConfig): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    Authorization: config.apiKey,
    'User-Agent': userAgent,
  }
}

/**
 * Headers of a result post. The body is JSON, yet the content type is a form's: that is what the stock worker sends
 * and so what the gateway is known to accept.
 */
export function resultHeaders(config: WorkerConfig, jobId: string): Record<string, string> {
  return {
    Authorization: config.apiKey,
    'X-Request-ID': jobId,
    charset: 'utf-8',
    'Content-Type': 'application/x-www-form-urlencoded',
    'User-Agent': userAgent,
  }
}

/** What went wrong, for a log line: the message and, where fetch hides the reason below, the reason's code. */
export function describeFailure(thrown: unknown): string {
  if (!(thrown instanceof Error)) {
    return String(thrown)
  }
  const cause = thrown.cause instanceof Error ? ` (${thrown.cause.message})` : ''
  return `${thrown.name}: ${thrown.message}${cause}`
}
