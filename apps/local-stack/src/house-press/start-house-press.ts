import { createOutbox } from '../delivery/outbox.ts'
import { type ServedApp, serveApp } from '../serve-app.ts'
import { openDocumentStore } from '../state/document-store.ts'
import { randomId } from '../state/random-id.ts'
import { jobClock } from './advance-jobs.ts'
import { pressRoutes } from './press-routes.ts'
import type { PressState } from './press-state.ts'

export interface HousePressOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly host?: string
  /** Jobs and webhooks on their way lie here, and are found again by the next start. */
  readonly stateDir: string
  readonly apiKey: string
  readonly webhookSecret: string
  /** The time from one status to the next; 600 ms unless told. */
  readonly stepMs?: number
  /** Waits between tries of a webhook, ms. */
  readonly webhookRetryMs?: readonly number[]
  /** Unix ms. */
  readonly now?: () => number
  readonly log?: (line: string) => void
}

/** 1, 2, 4 … 64 s, then every two minutes for an hour. */
const defaultRetryMs = [
  ...Array.from({ length: 7 }, (_, index) => 1000 * 2 ** index),
  ...Array.from({ length: 30 }, () => 120_000),
]

/**
 * Starts a print shop's proof press: it takes orders, fetches and judges their PDFs, and tells by signed webhooks how each
 * job moves from `received` to `delivered`. Nothing is printed. docs/house-press.md describes its protocol.
 * @throws {Error} when the port is taken
 */
export async function startHousePress(options: HousePressOptions): Promise<ServedApp> {
  const { host = '127.0.0.1', now = Date.now, log = console.error } = options
  const store = openDocumentStore(options.stateDir, 'press')
  const outbox = createOutbox({
    store,
    secret: options.webhookSecret,
    signatureHeader: 'x-press-signature',
    userAgent: 'house-press/1',
    retryMs: options.webhookRetryMs ?? defaultRetryMs,
    now,
  })
  let url = ''
  const state: PressState = {
    store,
    jobs: store.collection('jobs'),
    keys: store.collection('keys'),
    fetched: store.collection('fetched'),
    outbox,
    stepMs: options.stepMs ?? 600,
    randomId,
    now,
    baseUrl: () => url,
    log,
  }
  const clock = jobClock(state)
  const server = await serveApp(pressRoutes(state, clock, options.apiKey).fetch, options.port, host)
  url = server.url
  // Not before, for what jobs tell their owners has this address in it.
  clock.resume()

  return {
    url,
    async close() {
      await server.close()
      await clock.stop()
      await outbox.close()
      store.close()
    },
  }
}
