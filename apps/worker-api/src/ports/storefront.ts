import type { ShipTo } from '../domain/ship-to.ts'

/** One of the shops that sell our books, and the key that opens its admin. */
export type ShopKey = {
  /** `name.myshopify.com`, lower case. */
  readonly shop: string
  readonly accessToken: string
}

/** One line of a shop's order: so many copies of one book. */
export type ShopLine = {
  readonly lineId: string
  /** What the theme's line property says. Customers can edit it, so it is a claim, to be checked. */
  readonly previewId?: string
  /** Empty where the shop gave its product none. */
  readonly sku: string
  /** Copies bought, less those taken off the order again. */
  readonly quantity: number
  /** Paid for this line after discounts, in cents of the shop's currency. */
  readonly totalMinor: number
}

/** The truth about an order, read from the shop. */
export type ShopOrder = {
  readonly shop: string
  readonly orderId: string
  /** As customer and shop call it: `#1001`. */
  readonly name: string
  /** Nobody paid: a trial by the shop's owner. */
  readonly isTest: boolean
  readonly money: 'none' | 'here' | 'all_back'
  readonly isCancelled: boolean
  /** ISO 4217, upper case. */
  readonly currency: string
  /** Given back so far, in cents. */
  readonly refundedMinor: number
  readonly email?: string
  /** Absent where it lacks what a printer needs. */
  readonly shipTo?: ShipTo
  readonly language: 'en' | 'vi'
  readonly lines: readonly ShopLine[]
}

/** A verified webhook, as a hint: what to look at again. */
export type ShopEvent = {
  readonly shop: string
  /** Unique per event, the same when it is delivered again. */
  readonly eventId: string
  readonly topic: string
  readonly look:
    | { readonly at: 'order'; readonly orderId: string }
    | { readonly at: 'uninstalled' }
    /** A customer of the shop wants to know what we hold, or wants it gone; the orders it is about. */
    | { readonly at: 'data_request' | 'redact_customer'; readonly orderIds: readonly string[] }
    | { readonly at: 'redact_shop' }
    | { readonly at: 'nothing' }
}

export type ShopParcel = { readonly carrier: string; readonly number: string; readonly url?: string }

/**
 * A shop system in which a shop owner sells our books (Shopify). Nothing it sends is believed before its signature is
 * checked, and nothing is acted upon before the order was read again. Calls throw AppError `STOREFRONT_UNAVAILABLE` (try
 * again: every call is safe to repeat) or `STOREFRONT_REFUSED` (asking again will not help).
 */
export interface Storefront {
  readonly name: 'shopify'
  /** The shop that forwarded this request of its customer's browser. Throws AppError `SIGNATURE_INVALID`. */
  verifyProxy(url: URL): Promise<{ shop: string }>
  /** Throws AppError `SIGNATURE_INVALID`, for a body that is not an event too. */
  parseWebhook(request: { rawBody: string; headers: Headers }): Promise<ShopEvent>
  /** Who is signed in at the shop's admin. Throws AppError `UNAUTHORIZED`. */
  readSession(token: string): Promise<{ shop: string; user: string }>
  /** Trades an admin session for a key that outlives it. */
  exchangeSession(shop: string, token: string): Promise<ShopKey>
  readOrder(key: ShopKey, orderId: string): Promise<ShopOrder | undefined>
  /** Orders that changed since then (unix ms), oldest first, a page at a time. */
  changedOrders(key: ShopKey, since: number): AsyncIterable<string>
  /** Keeps the shop's staff from sending by hand what is still being made. */
  hold(key: ShopKey, orderId: string, lineId: string): Promise<void>
  /** The book is on its way: tells the shop, which tells its customer. Once per line, however often it is called. */
  fulfil(key: ShopKey, orderId: string, lineId: string, parcel: ShopParcel): Promise<void>
  /** Sees to it that we are told of everything we listen for; answers the topics that were missing. */
  subscribe(key: ShopKey, callbackUrl: string): Promise<string[]>
}
