import { Hono } from 'hono'
import { createOutbox } from '../delivery/outbox.ts'
import { serveApp } from '../serve-app.ts'
import { openDocumentStore } from '../state/document-store.ts'
import { type RandomId, randomId } from '../state/random-id.ts'
import { apiRoutes } from './api-routes.ts'
import { checkoutRoutes } from './checkout-routes.ts'
import { controlRoutes } from './control-routes.ts'
import { expireDueSessions } from './expire-sessions.ts'
import type { SessionRecord, StripeState } from './stripe-state.ts'

export interface LocalStripeOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly host?: string
  /** Sessions, payments, events and webhooks on their way lie here, and are found again by the next start. */
  readonly stateDir: string
  /** `sk_test_…` */
  readonly secretKey: string
  /** `whsec_…` */
  readonly webhookSecret: string
  /** Where events go; nowhere when absent. */
  readonly webhookUrl?: string
  /** The version in which events are written. */
  readonly apiVersion?: string
  /** Waits between tries of a webhook, ms. */
  readonly webhookRetryMs?: readonly number[]
  readonly randomId?: RandomId
  /** Gets one line for each fault of this server and each webhook that is given up. Standard error unless told. */
  readonly log?: (line: string) => void
  /** Unix ms. */
  readonly now?: () => number
}

export interface LocalStripe {
  readonly url: string
  close(): Promise<void>
}

const defaultApiVersion = '2026-10-28.endive'
/** Stripe's own tries are spread over hours; here somebody waits, and a shop that is down may be back any minute. */
const defaultRetryMs = [1000, 2000, 4000, 8000, 16_000, ...Array.from({ length: 120 }, () => 30_000)]
const expiryTickMs = 1000

/**
 * Starts a Stripe that takes no money: the API under `/v1`, the hosted checkout page under `/c/pay`, signed webhooks, and
 * a control face for faults under `/_test`.
 * @throws {Error} when the port is taken
 */
export async function startLocalStripe(options: LocalStripeOptions): Promise<LocalStripe> {
  const { stateDir, webhookSecret, now = Date.now, log = console.error } = options
  const store = openDocumentStore(stateDir, 'stripe')
  const outbox = createOutbox({
    store,
    secret: webhookSecret,
    signatureHeader: 'stripe-signature',
    userAgent: 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    retryMs: options.webhookRetryMs ?? defaultRetryMs,
    now,
    log,
  })
  const sessions = store.collection<SessionRecord>('sessions')
  const open = sessions.all().filter(({ session }) => session.status === 'open')
  let url = ''
  const state: StripeState = {
    store,
    sessions,
    openUntil: new Map(open.map(({ session }) => [session.id, session.expires_at])),
    intents: store.collection('intents'),
    charges: store.collection('charges'),
    refunds: store.collection('refunds'),
    disputes: store.collection('disputes'),
    warnings: store.collection('warnings'),
    events: store.collection('events'),
    answers: store.collection('answers'),
    outbox,
    mode: { held: false, delayMs: 0 },
    webhookUrl: options.webhookUrl,
    apiVersion: options.apiVersion ?? defaultApiVersion,
    randomId: options.randomId ?? randomId,
    now,
    log,
    baseUrl: () => url,
  }

  const app = new Hono()
  app.route('/v1', apiRoutes(state, options.secretKey))
  app.route('/c/pay', checkoutRoutes(state))
  app.route('/_test', controlRoutes(state))
  const server = await serveApp(app.fetch, options.port, options.host ?? '127.0.0.1')
  url = server.url
  const expiry = setInterval(() => expireDueSessions(state), expiryTickMs)

  return {
    url,
    async close() {
      clearInterval(expiry)
      await server.close()
      await outbox.close()
      store.close()
    },
  }
}
