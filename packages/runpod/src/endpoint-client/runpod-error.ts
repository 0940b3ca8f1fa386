/** What went wrong with a call to the endpoint. */
export type RunpodErrorCode =
  | 'unauthorized'
  | 'rejected'
  | 'endpoint_unknown'
  | 'rate_limited'
  | 'server_error'
  | 'timeout'
  | 'network'
  | 'bad_answer'

/**
 * A call that did not give an answer to work with. `retryable`: the same call may succeed later and repeating it is
 * safe. `ambiguous`: `/run` may have been accepted although no answer came; RunPod has no idempotency key, so repeating
 * it could pay for the GPU twice. Never both.
 */
export class RunpodError extends Error {
  readonly code: RunpodErrorCode
  readonly retryable: boolean
  readonly ambiguous: boolean

  constructor(
    code: RunpodErrorCode,
    message: string,
    fate: { retryable: boolean; ambiguous: boolean },
    cause?: unknown,
  ) {
    super(message, { cause })
    this.name = 'RunpodError'
    this.code = code
    this.retryable = fate.retryable
    this.ambiguous = fate.ambiguous
  }
}
