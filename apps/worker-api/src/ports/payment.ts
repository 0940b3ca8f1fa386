import type { PaymentSource, RefundStatus } from '../domain/payment-words.ts'
import type { ShipTo } from '../domain/ship-to.ts'
import type { ShippingOption } from './print-vendor.ts'

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
  /** Of the page on which it is paid. */
  language: 'en' | 'vi'
  /** ISO 3166-1 alpha-2: the shipping below is quoted for this country, so the page takes addresses there alone. */
  country: string
  /** At least one, at most five; in the order's currency. */
  shipping: readonly ShippingOption[]
  customerEmail?: string | undefined
  successUrl: string
  cancelUrl: string
  /** Unix ms, 30 minutes to 24 hours ahead. Take it from the order's row: the same order must ask for the same thing. */
  expiresAt: number
}

/** What was charged, in cents: `total` = `subtotal` − `discount` + `shipping` + `tax` (less what a price includes). */
export type PaidAmounts = {
  totalMinor: number
  /** The books, before discounts. */
  subtotalMinor: number
  shippingMinor: number
  taxMinor: number
  discountMinor: number
  /** ISO 4217 in lower case. */
  currency: string
}

export type CheckoutFacts = {
  sessionId: string
  orderId: string
  status: 'open' | 'complete' | 'expired'
  /** `complete` alone does not say that the money is here: some ways to pay take days, and may fail in the end. */
  money: 'none' | 'on_its_way' | 'here' | 'failed'
  amounts: PaidAmounts
  /** Absent where nothing had to be paid: a promotion code took it all. */
  paymentRef?: string
  /** Some of the money went back, or somebody doubts the payment: read the payment too. */
  troubled: boolean
  /** The level of the shipping option that was chosen. */
  shippingLevel?: string
  /** Absent until it was given, and where it lacks what a printer needs. */
  shipTo?: ShipTo
  email?: string
}

export type RefundFacts = {
  /** The service's name for it. */
  refundId: string
  /** Our row's id, where we asked for it. */
  ourId?: string
  status: RefundStatus
  amountMinor: number
}

/** The truth about one payment after it was made. */
export type PaymentFacts = {
  paymentRef: string
  /** From the metadata that we gave it; absent on a payment that is not ours. */
  orderId?: string
  refunds: RefundFacts[]
  /** The customer's bank wants the money back. `won` and `lost` are final. */
  dispute?: { id: string; status: 'open' | 'won' | 'lost'; amountMinor: number; currency: string }
  /** The card's issuer says that its owner did not make this payment, or the service wants a person to look at it. */
  doubted: boolean
}

/** A verified event, as a hint: which object to read again. */
export type PaymentEvent = {
  /** Unique per event, the same when the event is delivered again. */
  eventId: string
  /** The service's own word for it, for the journal. */
  type: string
  look: { at: 'checkout'; sessionId: string } | { at: 'payment'; paymentRef: string } | { at: 'nothing' }
  /** Unix ms. */
  createdAt: number
}

export type RefundRequest = {
  /** The refund's row: one refund at the service for it, however often it is asked for. */
  refundId: string
  orderId: string
  paymentRef: string
  /** In cents. */
  amountMinor: number
}

/**
 * A service that takes the money. Calls throw AppError `PAYMENT_UNAVAILABLE` (try again: every call is idempotent on the
 * row it is for) or `PAYMENT_REFUSED` (asking again will not help). No event is believed before its signature is checked,
 * and none is acted upon before the object it names has been read again.
 */
export interface Payment {
  readonly name: PaymentSource
  readPayment(paymentRef: string): Promise<PaymentFacts>
  refund(request: RefundRequest): Promise<RefundFacts>
}

/** A payment service with a page of its own, to which we send the customer. */
export interface HostedCheckout extends Payment {
  /**
   * Verifies and reads a webhook. Throws AppError `SIGNATURE_INVALID`, for a body that is not an event too, for one signed
   * long ago or ahead of our clock; `WEBHOOK_WRONG_MODE` for test money where real money is taken, and the other way round.
   */
  parseEvent(request: { rawBody: string; headers: Headers }): Promise<PaymentEvent>
  /** Opens a checkout page. The same order asks once: a second call answers with the first one's session. */
  createCheckout(order: CheckoutOrder): Promise<{ sessionId: string; url: string }>
  /** The truth about a checkout, read from the service. */
  readCheckout(sessionId: string): Promise<CheckoutFacts>
  /** Closes an open page, so that nobody pays there any more. `complete`: somebody already went through with it. */
  closeCheckout(sessionId: string): Promise<'closed' | 'complete'>
  /** Checkouts that were opened since then (unix ms) and gone through with, newest first, a page at a time. */
  completedCheckouts(since: number): AsyncIterable<string>
}

/** Whether a source has a page of its own, or tells us only of payments that were made elsewhere. */
export function hasCheckout(payment: Payment): payment is HostedCheckout {
  return 'readCheckout' in payment
}
