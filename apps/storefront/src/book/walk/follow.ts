import { ApiProblem } from '../../api/call-api.ts'
import { liveUpdates } from './live-updates.ts'

export interface Following<Status> {
  /** Asks the server once. */
  read(signal: AbortSignal): Promise<Status>
  /** Sends the same statuses as they change, over WebSocket or Server-Sent Events. */
  readonly liveUrl: URL
  told(status: Status): void
  /** The server says that there is nothing to follow (any more), or that the token is wrong. */
  gone(problem: ApiProblem): void
  /** False while no answer comes. */
  connected(isConnected: boolean): void
  readonly signal: AbortSignal
}

/** With a live connection a poll is only a safety net, and what brings a queue's new place. */
const besideLiveMs = 8000
const firstPollMs = 1500
const longestPollMs = 15_000

/**
 * Follows a preview or an order until `signal` ends it: live where the network allows it, by polling where not, through
 * lost connections and a sleeping laptop alike. Never gives up on faults that pass by themselves.
 */
export async function follow<Status>(following: Following<Status>): Promise<void> {
  const { signal } = following
  const live = liveUpdates(following)
  let faults = 0
  while (!signal.aborted) {
    try {
      following.told(await following.read(signal))
      faults = 0
      following.connected(true)
      live.open()
    } catch (fault) {
      if (signal.aborted) return
      if (!(fault instanceof ApiProblem)) throw fault
      if (fault.status >= 400 && fault.status < 500 && !fault.retryable) {
        following.gone(fault)
        return
      }
      faults += 1
      following.connected(false)
    }
    const calm = live.isOpen() ? besideLiveMs : firstPollMs
    await pause(faults === 0 ? calm : Math.min(longestPollMs, 1000 * 2 ** (faults - 1)), signal)
  }
}

/** Waits, but no longer than until the browser says that the network or the tab is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = new AbortController()
    const end = () => {
      clearTimeout(timer)
      stop.abort()
      resolve()
    }
    const timer = setTimeout(end, ms)
    for (const [target, name] of [
      [window, 'online'],
      [window, 'offline'],
      [document, 'visibilitychange'],
    ] as const) {
      target.addEventListener(name, end, { signal: stop.signal })
    }
    signal.addEventListener('abort', end, { signal: stop.signal })
  })
}
