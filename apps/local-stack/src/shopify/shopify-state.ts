/** What a shop at the local Shopify holds. Ids are Shopify's own kind: numbers here, `gid://shopify/…` on the wire. */
export interface Variant {
  readonly id: number
  readonly title: string
  readonly sku: string
  readonly priceMinor: number
}

export interface Property {
  readonly key: string
  readonly value: string
}

export interface Line {
  readonly id: number
  readonly sku: string
  readonly title: string
  readonly quantity: number
  currentQuantity: number
  readonly totalMinor: number
  readonly properties: readonly Property[]
}

export interface Address {
  readonly name: string
  readonly address1: string
  readonly address2: string | null
  readonly city: string
  readonly provinceCode: string | null
  readonly zip: string
  readonly countryCodeV2: string
  readonly phone: string | null
}

export interface FulfillmentOrder {
  readonly id: number
  status: 'OPEN' | 'ON_HOLD' | 'CLOSED'
  holds: { readonly id: number; readonly handle: string | null }[]
  readonly parts: { readonly id: number; readonly lineId: number; remainingQuantity: number }[]
}

export interface Refund {
  readonly id: number
  readonly note: string
  readonly amountMinor: number
}

export interface ShopOrder {
  readonly id: number
  readonly name: string
  readonly test: boolean
  readonly currency: string
  readonly email: string
  readonly locale: string
  readonly address: Address
  readonly lines: Line[]
  readonly fulfillmentOrders: FulfillmentOrder[]
  readonly fulfillments: { readonly company: string; readonly number: string; readonly notified: boolean }[]
  readonly refunds: Refund[]
  cancelledAt: string | null
  financialStatus: 'PENDING' | 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED'
  updatedAt: string
}

export interface Shop {
  readonly domain: string
  readonly currency: string
  readonly variants: readonly Variant[]
  readonly orders: Map<number, ShopOrder>
  /** Keys that the app was given. */
  readonly tokens: Set<string>
  subscriptions: { readonly topic: string; readonly uri: string }[]
}

export interface ShopifyState {
  readonly clientId: string
  readonly secret: string
  readonly shops: Map<string, Shop>
  /** The app's own address for what every app must hear: `customers/data_request`, `customers/redact`, `shop/redact`. */
  readonly privacyUrl: string
  /** Unix ms. */
  readonly now: () => number
  nextId(): number
  /** Answers every call with 503 while true. */
  down: boolean
}

export function openShopifyState(options: {
  clientId: string
  secret: string
  privacyUrl: string
  shops: readonly Pick<Shop, 'domain' | 'currency' | 'variants'>[]
  now?: () => number
}): ShopifyState {
  let last = 1000
  return {
    clientId: options.clientId,
    secret: options.secret,
    privacyUrl: options.privacyUrl,
    shops: new Map(
      options.shops.map((shop) => [
        shop.domain,
        { ...shop, orders: new Map(), tokens: new Set(), subscriptions: [] },
      ]),
    ),
    now: options.now ?? Date.now,
    nextId: () => {
      last += 1
      return last
    },
    down: false,
  }
}

export const gid = (kind: string, id: number) => `gid://shopify/${kind}/${id}`

/** Undefined when it names another kind of thing. */
export function readGid(kind: string, text: string): number | undefined {
  const match = new RegExp(`^gid://shopify/${kind}/(\\d+)$`).exec(text)
  return match ? Number(match[1]) : undefined
}

export const decimal = (minor: number) => (minor / 100).toFixed(2)

/** Money as the shop's own currency and as the customer's, which are one here. */
export const moneyBag = (minor: number, currencyCode: string) => {
  const money = { amount: decimal(minor), currencyCode }
  return { shopMoney: money, presentmentMoney: money }
}
