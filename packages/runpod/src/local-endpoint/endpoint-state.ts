import type { HttpBindings } from '@hono/node-server'
import type { JobQueue } from './job-queue.ts'
import type { WaitingRoom } from './waiting-room.ts'

/** Limits and waits of the HTTP side, all in ms or bytes. */
export interface EndpointLimits {
  /** How long a worker's poll is held before 204. */
  holdMs: number
  maxRequestBytes: number
  maxSyncRequestBytes: number
  maxResultBytes: number
}

/** One endpoint id behind the server: its queue and those who wait on it. */
export interface EndpointState {
  queue: JobQueue
  room: WaitingRoom
  limits: EndpointLimits
  now(): number
  /** Call after every change: wakes held requests, sends webhooks. */
  changed(): void
  onStopPod(workerId: string): void
}

/** What the routes find in Hono's context. */
export interface EndpointEnv {
  Bindings: HttpBindings
  Variables: { endpoint: EndpointState }
}

/** Aborted when the asker of this request closes the connection before its answer was written. */
export function askerGone(outgoing: HttpBindings['outgoing']): AbortSignal {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) {
      gone.abort()
    }
  })
  return gone.signal
}
