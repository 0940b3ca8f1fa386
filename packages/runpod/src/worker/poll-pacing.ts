const firstWaitMs = 250
const longestWaitMs = 5000
const heldLongEnoughMs = 1000

export interface PollPacing {
  /** How long to wait before the next poll, after an answer without a job that took `elapsedMs`. */
  waitAfterEmpty(elapsedMs: number): number
  /** A job came: the next empty answer starts again from the shortest wait. */
  reset(): void
}

/**
 * The floor under idle polling. RunPod paces idle workers by holding the request; when the answer comes back in under
 * a second (204, 400 of FlashBoot, an outage) a worker without a floor polls thousands of times in seconds.
 * Waits grow 250 ms → 5 s, doubling, with jitter over the upper half so that many workers do not beat together.
 * `random` returns [0, 1).
 */
export function createPollPacing(random: () => number): PollPacing {
  let ceiling = firstWaitMs
  return {
    waitAfterEmpty(elapsedMs) {
      if (elapsedMs >= heldLongEnoughMs) {
        ceiling = firstWaitMs
        return 0
      }
      const jittered = ceiling * (0.5 + random() * 0.5)
      ceiling = Math.min(longestWaitMs, ceiling * 2)
      return Math.max(firstWaitMs, jittered)
    },
    reset() {
      ceiling = firstWaitMs
    },
  }
}
