import { setTimeout as sleep } from 'node:timers/promises'

/** An HTTP answer or broken connection that another try may mend. */
export class TransientError extends Error {
  override readonly name = 'TransientError'
}

export type RetryPlan = {
  /** No new try begins later than this after the first. */
  readonly forMs: number
  /** The first pause; each later one doubles, up to `maxPauseMs`. */
  readonly pauseMs: number
  readonly maxPauseMs: number
  /** [0, 1): jitter, so that workers do not come back in step. */
  readonly random: () => number
}

export const transferRetries: RetryPlan = {
  forMs: 60_000,
  pauseMs: 250,
  maxPauseMs: 8_000,
  random: Math.random,
}

/**
 * Repeats `work` while it throws TransientError. Any other error, the plan's end or an abort ends it.
 * @throws {TransientError} the last one, when the plan is used up
 */
export async function withRetries<T>(
  plan: RetryPlan,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const lastStart = Date.now() + plan.forMs
  for (let tryNumber = 1; ; tryNumber++) {
    signal?.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TransientError)) throw error
      const ceiling = Math.min(plan.maxPauseMs, plan.pauseMs * 2 ** (tryNumber - 1))
      const pause = ceiling / 2 + (ceiling / 2) * plan.random()
      if (Date.now() + pause > lastStart) throw error
      await sleep(pause, undefined, signal ? { signal } : {})
    }
  }
}
