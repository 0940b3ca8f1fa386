/** A bell that somebody sleeps beside: a ring while nobody sleeps ends the next sleep at once. */
export type WakeUp = {
  ring(): void
  /** Sleeps until the bell, for `ms` at most. @throws the signal's reason when it aborts */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

export function createWakeUp(): WakeUp {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async sleep(ms, signal) {
      signal.throwIfAborted()
      if (!rung) {
        await new Promise<void>((resolve) => {
          const done = () => {
            clearTimeout(timer)
            signal.removeEventListener('abort', done)
            wake = undefined
            resolve()
          }
          const timer = setTimeout(done, ms)
          signal.addEventListener('abort', done)
          wake = done
        })
      }
      rung = false
      signal.throwIfAborted()
    },
  }
}
