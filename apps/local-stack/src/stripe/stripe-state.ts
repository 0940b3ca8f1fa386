import type Stripe from 'stripe'
import type { Outbox } from '../delivery/outbox.ts'
import type { Collection, DocumentStore } from '../state/document-store.ts'
import type { RandomId } from '../state/random-id.ts'

/** The answer that an idempotency key was first given. */
export interface KeptAnswer {
  readonly request: string
  readonly status: number
  readonly body: string
  /** Unix ms. */
  readonly keptAt: number
}

/** A session, and what Stripe knows of it but does not show with it. */
export interface SessionRecord {
  readonly session: Stripe.Checkout.Session
  readonly lineItems: readonly Stripe.LineItem[]
  readonly paymentMetadata: Stripe.Metadata
  readonly allowedCountries: readonly string[]
  readonly shippingRates: readonly Stripe.ShippingRate[]
  /** How the tax is reckoned where automatic tax is on. */
  readonly taxBehavior: 'inclusive' | 'exclusive' | 'unspecified'
}

/** How events leave: the control face turns these to make faults. */
export interface DeliveryMode {
  held: boolean
  delayMs: number
}

/** Everything the routes share. */
export interface StripeState {
  readonly store: DocumentStore
  readonly sessions: Collection<SessionRecord>
  /** When the open sessions end, unix seconds, so that nobody has to read them all to find the due ones. */
  readonly openUntil: Map<string, number>
  readonly intents: Collection<Stripe.PaymentIntent>
  readonly charges: Collection<Stripe.Charge>
  readonly refunds: Collection<Stripe.Refund>
  readonly disputes: Collection<Stripe.Dispute>
  readonly warnings: Collection<Stripe.Radar.EarlyFraudWarning>
  readonly events: Collection<Stripe.Event>
  readonly answers: Collection<KeptAnswer>
  readonly outbox: Outbox
  readonly mode: DeliveryMode
  readonly webhookUrl: string | undefined
  readonly apiVersion: string
  readonly randomId: RandomId
  /** Unix ms. */
  readonly now: () => number
  readonly log: (line: string) => void
  /** Where this server answers, once it listens. */
  baseUrl(): string
}

/** Unix seconds, as Stripe tells time. */
export function seconds(state: StripeState): number {
  return Math.floor(state.now() / 1000)
}
