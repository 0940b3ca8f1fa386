import type { CallbackLine } from './callback.ts'
import { TransientError } from './files/retry.ts'

export type Heartbeats = {
  /** Aborted when the edge no longer wants the work. */
  readonly unwanted: AbortSignal
  report(progress: number): void
  /** Resolves when no beat is under way any more. */
  stop(): Promise<void>
}

/** Tells the edge every `everyMs` that the work goes on, and hears whether it should. */
export function startHeartbeats(line: CallbackLine, everyMs: number): Heartbeats {
  const unwanted = new AbortController()
  const stopping = new AbortController()
  let progress = 0
  let underWay: Promise<void> | undefined

  async function beat(): Promise<void> {
    try {
      if (!(await line.heartbeat(progress, stopping.signal)))
        unwanted.abort(new Error('the work is not wanted'))
    } catch (error) {
      // The next beat makes up for one that was lost; a refused one says that this attempt has no standing any more.
      if (!stopping.signal.aborted && !(error instanceof TransientError)) unwanted.abort(error)
    } finally {
      underWay = undefined
    }
  }

  const timer = setInterval(() => {
    underWay ??= beat()
  }, everyMs)
  return {
    unwanted: unwanted.signal,
    report(value) {
      progress = Math.min(1, Math.max(progress, value))
    },
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await underWay
    },
  }
}
