import type { Collection, DocumentStore } from '../state/document-store.ts'
import { signBody } from './sign-body.ts'

/** One webhook on its way. Kept until it was taken, or given up. */
export interface Delivery {
  readonly id: string
  readonly url: string
  /** The exact bytes that are signed and sent. */
  readonly body: string
  readonly attempts: number
  /** Unix ms of the next try. */
  readonly dueAt: number
  readonly state: 'waiting' | 'held' | 'delivered' | 'given_up'
}

export interface OutboxOptions {
  readonly store: DocumentStore
  readonly secret: string
  /** The header that carries the signature. */
  readonly signatureHeader: string
  readonly userAgent: string
  /** Waits between tries, ms; one more try than waits. */
  readonly retryMs: readonly number[]
  readonly now: () => number
  /** Gets one line for each webhook that is given up; never its body. */
  readonly log?: (line: string) => void
}

export interface Outbox {
  add(delivery: { id: string; url: string; body: string; delayMs?: number; held?: boolean }): void
  /** Sends held deliveries in the order of `ids`, one after the other. */
  release(ids: readonly string[]): Promise<void>
  all(): Delivery[]
  close(): Promise<void>
}

const timeoutMs = 10_000

/** Sends signed webhooks at least once: again after any answer that is not 2xx, and again after a restart. */
export function createOutbox(options: OutboxOptions): Outbox {
  const deliveries: Collection<Delivery> = options.store.collection('deliveries')
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const end = new AbortController()

  function schedule(delivery: Delivery): void {
    if (delivery.state !== 'waiting' || end.signal.aborted) return
    const timer = setTimeout(
      () => {
        timers.delete(delivery.id)
        void run(delivery.id)
      },
      Math.max(0, delivery.dueAt - options.now()),
    )
    timers.set(delivery.id, timer)
  }

  /** A try that `close` waits for. */
  function run(id: string): Promise<void> {
    const attempt = tryOnce(id)
    running.add(attempt)
    return attempt.finally(() => running.delete(attempt))
  }

  async function tryOnce(id: string): Promise<void> {
    const delivery = deliveries.get(id)
    // What was written in a transaction that failed was never said.
    if (delivery === undefined) return
    const taken = await post(options, delivery, end.signal)
    // A try that was cut short by the end of this process counts as none: the next process repeats it.
    if (end.signal.aborted && !taken) return
    const wait = options.retryMs[delivery.attempts]
    const tried: Delivery = {
      ...delivery,
      attempts: delivery.attempts + 1,
      dueAt: options.now() + (wait ?? 0),
      state: taken ? 'delivered' : wait === undefined ? 'given_up' : 'waiting',
    }
    deliveries.put(id, tried)
    if (tried.state === 'given_up')
      options.log?.(`webhook ${id} was refused ${tried.attempts} times: given up`)
    schedule(tried)
  }

  for (const delivery of deliveries.all()) schedule(delivery)

  return {
    add({ id, url, body, delayMs = 0, held = false }) {
      const delivery: Delivery = {
        id,
        url,
        body,
        attempts: 0,
        dueAt: options.now() + delayMs,
        state: held ? 'held' : 'waiting',
      }
      deliveries.put(id, delivery)
      schedule(delivery)
    },

    async release(ids) {
      for (const id of ids) {
        const delivery = deliveries.get(id)
        if (delivery?.state !== 'held') continue
        deliveries.put(id, { ...delivery, state: 'waiting' })
        await run(id)
      }
    },

    all: () => deliveries.all(),

    async close() {
      end.abort()
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}

async function post(options: OutboxOptions, delivery: Delivery, end: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(delivery.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': options.userAgent,
        [options.signatureHeader]: signBody(options.secret, delivery.body, Math.floor(options.now() / 1000)),
      },
      body: delivery.body,
      // A redirect is a refusal, as it is with the real senders.
      redirect: 'manual',
      signal: AbortSignal.any([end, AbortSignal.timeout(timeoutMs)]),
    })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    // Nobody listens, or not in time: the same as a refusal, and tried again.
    return false
  }
}
