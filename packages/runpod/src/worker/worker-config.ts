import { z } from 'zod'
import { type LogLevel, readLogLevel } from './log.ts'
import { fillWorkerTemplate } from './url-template.ts'

const environment = z.object({
  RUNPOD_WEBHOOK_GET_JOB: z.string().min(1),
  RUNPOD_WEBHOOK_POST_OUTPUT: z.string().min(1),
  RUNPOD_WEBHOOK_PING: z.string().min(1).optional(),
  RUNPOD_PING_INTERVAL: z.coerce.number().finite().default(10_000),
  RUNPOD_AI_API_KEY: z.string().default(''),
  RUNPOD_POD_ID: z.string().min(1).optional(),
  RUNPOD_POD_HOSTNAME: z.string().default('unknown'),
  RUNPOD_LOG_LEVEL: z.string().optional(),
  RUNPOD_DEBUG_LEVEL: z.string().optional(),
})

export interface WorkerConfig {
  workerId: string
  hostname: string
  /** Sent raw as `Authorization`, without `Bearer`. */
  apiKey: string
  /** Placeholders filled. */
  takeAddress: string
  /** `$RUNPOD_POD_ID` and `$ID` (the job) still to be filled. */
  doneTemplate: string
  /** Placeholders filled; absent where RunPod's own worker would not beat either (no template, no key or no pod id). */
  pingAddress: string | undefined
  pingIntervalMs: number
  logLevel: LogLevel
}

/**
 * Reads the RUNPOD_* variables. Throws a zod error when the take or done template is missing: our worker has no
 * "local test mode"; a laptop runs the same worker against the local endpoint.
 */
export function readWorkerConfig(
  env: Readonly<Record<string, string | undefined>>,
  newWorkerId: () => string = () => crypto.randomUUID(),
): WorkerConfig {
  const variables = environment.parse(env)
  const workerId = variables.RUNPOD_POD_ID ?? newWorkerId()
  const mayPing = variables.RUNPOD_AI_API_KEY !== '' && variables.RUNPOD_POD_ID !== undefined
  const pingTemplate = mayPing ? variables.RUNPOD_WEBHOOK_PING : undefined
  return {
    workerId,
    hostname: variables.RUNPOD_POD_HOSTNAME,
    apiKey: variables.RUNPOD_AI_API_KEY,
    takeAddress: fillWorkerTemplate(variables.RUNPOD_WEBHOOK_GET_JOB, workerId),
    doneTemplate: variables.RUNPOD_WEBHOOK_POST_OUTPUT,
    pingAddress: pingTemplate === undefined ? undefined : fillWorkerTemplate(pingTemplate, workerId),
    // Below a second the stock worker busy-loops; ours never beats faster than once a second.
    pingIntervalMs: Math.max(1000, variables.RUNPOD_PING_INTERVAL),
    logLevel: readLogLevel(variables.RUNPOD_LOG_LEVEL ?? variables.RUNPOD_DEBUG_LEVEL),
  }
}
