import type { ShipTo } from '../domain/ship-to.ts'

/** What the customer is asked to pay for. Ids alone go into the service's metadata. */
export type CheckoutOrder = {
  orderId: string
  /** The price of all copies together, in cents; a whole multiple of `quantity`. */
  amountMinor: number
  /** ISO 4217, any case. */
  currency: string
  quantity: number
  /** The book's title as the shop sells it. Not the personalised one: it would tell the service a child's name. */
  title: string
  customerEmail?: string | undefined
  successUrl: string
  cancelUrl: string
  /** Unix ms, 30 minutes to 24 hours ahead. Take it from the order's row: the same order must ask for the same thing. */
  expiresAt: number
}

export type CheckoutFacts = {
  orderId: string
  status: 'open' | 'complete' | 'expired'
  /** The money is here. `complete` alone does not say so: some ways to pay take days. */
  paid: boolean
  /** What was charged for all copies, in cents. */
  amountMinor: number
  /** ISO 4217 in lower case. */
  currency: string
  paymentIntentId?: string
  /** Absent until it was given, and where it lacks what a printer needs. */
  shipTo?: ShipTo
  email?: string
}

/**
 * A verified event, as a hint: which object to read again. `refunded` means the whole amount; a part of it is `ignored`.
 * `payment_failed` is a slow way to pay (a bank debit) that failed after its checkout was complete.
 */
export type PaymentEvent = {
  /** Unique per event, the same when the event is delivered again. */
  eventId: string
  kind:
    | 'checkout_completed'
    | 'checkout_expired'
    | 'payment_failed'
    | 'refunded'
    | 'dispute_opened'
    | 'ignored'
  sessionId?: string
  paymentIntentId?: string
  /** Unix ms. */
  createdAt: number
}

export type RefundRequest = {
  orderId: string
  paymentIntentId: string
  /** In cents; everything when absent. */
  amountMinor?: number | undefined
  /** A word of ours (`cancelled`, `page_defect` …). One refund per order and reason: asking again changes nothing. */
  reason: string
}

export type RefundFacts = {
  refundId: string
  status: 'pending' | 'succeeded' | 'failed' | 'cancelled'
}

/**
 * A service that takes the money. Calls throw AppError `PAYMENT_UNAVAILABLE` (try again: every call is idempotent on the
 * order) or `PAYMENT_REFUSED` (asking again will not help). No event is believed before its signature is checked, and none
 * is acted upon before the object it names has been read again.
 */
export interface Payment {
  readonly name: string
  /** Opens a checkout page. The same order asks once: a second call answers with the first one's session. */
  createCheckout(order: CheckoutOrder): Promise<{ sessionId: string; url: string }>
  /** The truth about a checkout, read from the service. */
  readCheckout(sessionId: string): Promise<CheckoutFacts>
  /** Verifies and reads a webhook. Throws AppError `SIGNATURE_INVALID`, for a body that is not an event too. */
  parseEvent(request: { rawBody: string; headers: Headers }): Promise<PaymentEvent>
  refund(request: RefundRequest): Promise<RefundFacts>
}
