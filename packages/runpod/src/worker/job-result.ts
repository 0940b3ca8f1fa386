import { workerVersion } from './endpoint-connection.ts'
import type { WorkerConfig } from './worker-config.ts'

/** A final post: the exact JSON text, its size on the wire, and what the worker itself has to know of it. */
export interface ResultBody {
  text: string
  bytes: number
  /** The pod asks to be replaced: take no more jobs. */
  stopPod: boolean
}

/** Who reports, for the error shape RunPod's console reads. */
export type Reporter = Pick<WorkerConfig, 'workerId' | 'hostname'>

/**
 * The final body for what a handler returned, in the stock worker's shapes: any value → `{"output": value}`; an object
 * with `error` → the job FAILS with it; `refresh_worker: true` → `"stopPod": true`; an empty output object is left out.
 * `error` is sent as a string, because typed clients expect one. A value JSON cannot hold becomes an error result.
 */
export function resultBody(returned: unknown, reporter: Reporter): ResultBody {
  let text: string
  let fields: Record<string, unknown>
  try {
    fields = resultFields(returned)
    text = JSON.stringify(fields)
  } catch (failure) {
    return errorBody(failure, reporter)
  }
  return sized(text, fields['stopPod'] === true)
}

/**
 * The final body for a handler that threw: `{"error": "<JSON text>"}`, whose text holds `error_type`, `error_message`,
 * `error_traceback`, `hostname`, `worker_id`, `runpod_version`, and the error's own `code` and `retryable` if it has them.
 */
export function errorBody(thrown: unknown, reporter: Reporter): ResultBody {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const report = {
    error_type: error.name,
    error_message: error.message,
    error_traceback: error.stack ?? '',
    hostname: reporter.hostname,
    worker_id: reporter.workerId,
    runpod_version: workerVersion,
    ...errorTraits(error),
  }
  return sized(JSON.stringify({ error: JSON.stringify(report) }), false)
}

/** A failure of the delivery itself (too large, refused, shutdown), told in the same shape as a handler's error. */
export function deliveryError(
  type: 'ResultTooLarge' | 'ResultRefused' | 'WorkerShutdown',
  message: string,
  retryable: boolean,
): Error {
  return Object.assign(new Error(message), { name: type, retryable, stack: '' })
}

function resultFields(returned: unknown): Record<string, unknown> {
  if (!isPlainRecord(returned)) {
    return { output: returned === undefined ? null : returned }
  }
  const { error, refresh_worker: refreshWorker, ...output } = returned
  const fields: Record<string, unknown> = {}
  if (Object.keys(output).length > 0) {
    fields['output'] = output
  }
  if (error) {
    fields['error'] = typeof error === 'string' ? error : JSON.stringify(error)
  }
  if (refreshWorker) {
    fields['stopPod'] = true
  }
  return fields
}

function errorTraits(error: Error): { code?: string; retryable?: boolean } {
  const traits: { code?: string; retryable?: boolean } = {}
  if ('code' in error && typeof error.code === 'string') {
    traits.code = error.code
  }
  if ('retryable' in error && typeof error.retryable === 'boolean') {
    traits.retryable = error.retryable
  }
  return traits
}

function isPlainRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sized(text: string, stopPod: boolean): ResultBody {
  return { text, bytes: new TextEncoder().encode(text).byteLength, stopPod }
}
