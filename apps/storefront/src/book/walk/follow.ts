import { ApiProblem } from '../../api/call-api.ts'

export interface Following<Status> {
  /** Asks the server once. */
  read(signal: AbortSignal): Promise<Status>
  /** A WebSocket that sends the same statuses as they change. */
  readonly liveUrl: string
  told(status: Status): void
  /** The server says that there is nothing to follow (any more), or that the token is wrong. */
  gone(problem: ApiProblem): void
  /** False while no answer comes. */
  connected(isConnected: boolean): void
  readonly signal: AbortSignal
}

/** With a live connection a poll is only a safety net, and what brings a queue's new place. */
const besideSocketMs = 8000
const firstPollMs = 1500
const longestPollMs = 15_000

/**
 * Follows a preview or an order until `signal` ends it: live where the network lets a WebSocket through, by polling
 * where not, through lost connections and a sleeping laptop alike. Never gives up on faults that pass by themselves.
 */
export async function follow<Status>(following: Following<Status>): Promise<void> {
  const { signal } = following
  const socket = liveSocket(following)
  let faults = 0
  while (!signal.aborted) {
    try {
      following.told(await following.read(signal))
      faults = 0
      following.connected(true)
      socket.open()
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
    const calm = socket.isOpen() ? besideSocketMs : firstPollMs
    await pause(faults === 0 ? calm : Math.min(longestPollMs, 1000 * 2 ** (faults - 1)), signal)
  }
}

function liveSocket<Status>({ liveUrl, told, signal }: Following<Status>) {
  let socket: WebSocket | undefined
  let refusals = 0
  signal.addEventListener('abort', () => socket?.close())
  return {
    isOpen: () => socket?.readyState === WebSocket.OPEN,
    open(): void {
      // A network that refuses WebSockets three times will refuse the fourth: polling serves as well.
      if (signal.aborted || socket || refusals >= 3) return
      const fresh = new WebSocket(liveUrl)
      let wasOpen = false
      socket = fresh
      fresh.addEventListener('open', () => {
        wasOpen = true
        refusals = 0
      })
      fresh.addEventListener('message', ({ data }) => {
        if (signal.aborted || data === 'pong') return
        // The same server's same schema as the poll's answer.
        told(JSON.parse(String(data)) as Status)
      })
      fresh.addEventListener('close', () => {
        if (!wasOpen) refusals += 1
        socket = undefined
      })
    },
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
