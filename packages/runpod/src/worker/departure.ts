import type { Clock } from './clock.ts'

/** How a worker leaves, in three steps that each part of it can watch. */
export interface Departure {
  /** Take no more jobs. */
  leaving: AbortSignal
  /** Drop the poll the server is holding. Follows `leaving` after a moment. */
  dropPoll: AbortSignal
  /** Abort the jobs held and report them as failed. */
  evicting: AbortSignal
  leave(): void
  evict(): void
}

/**
 * The time in which an answer that is already on its way to the held poll is still taken. A job that a server sends
 * after the poll was dropped never reaches us; only the server can notice (ours does, and queues it again).
 */
const arrivingJobGraceMs = 50

export function createDeparture(clock: Clock): Departure {
  const leaving = new AbortController()
  const dropPoll = new AbortController()
  const evicting = new AbortController()
  return {
    leaving: leaving.signal,
    dropPoll: dropPoll.signal,
    evicting: evicting.signal,
    leave() {
      if (!leaving.signal.aborted) {
        leaving.abort()
        void clock.sleep(arrivingJobGraceMs).then(() => dropPoll.abort())
      }
    },
    evict: () => evicting.abort(),
  }
}
