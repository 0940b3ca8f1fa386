/**
 * Why a unit could not be made, in words that may be stored and shown to staff: never a url, a name or a prompt.
 * Thrown anywhere in this program, caught once in handle-job.
 */
export class UnitFailure extends Error {
  readonly code: string
  /** Whether another attempt, perhaps on another worker, may succeed. */
  readonly retryable: boolean

  constructor(code: string, message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'UnitFailure'
    this.code = code
    this.retryable = options.retryable
  }
}

/** What the edge is told of an error. The text of foreign errors may quote urls, so only their class name is passed on. */
export function describeFailure(error: unknown): { code: string; message: string; retryable: boolean } {
  if (error instanceof UnitFailure) {
    return { code: error.code, message: error.message, retryable: error.retryable }
  }
  const kind = error instanceof Error ? error.name : typeof error
  return { code: 'UNEXPECTED', message: `an unexpected ${kind} ended the work`, retryable: true }
}
