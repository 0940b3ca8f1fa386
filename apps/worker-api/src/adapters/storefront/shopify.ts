import type { Storefront } from '../../ports/storefront.ts'
import { fulfil, hold } from './shopify-fulfilment.ts'
import { changedOrders, readOrder } from './shopify-order.ts'
import { exchangeSession, readSession } from './shopify-session.ts'
import { verifyProxy } from './shopify-signatures.ts'
import { parseWebhook, subscribe } from './shopify-webhooks.ts'

export type ShopifyOptions = {
  /** The app's client id and secret; the secret signs webhooks, proxied requests and admin sessions. */
  clientId: string
  secret: string
  /** Where shops' admins are: `https://{shop}/admin`; `{shop}` is filled in. */
  adminUrl: string
  fetch: typeof fetch
  /** Unix ms. */
  now: () => number
}

/** Shopify, over its Admin GraphQL API. Why not its SDK: docs/decisions, on the shop's adapter. */
export function shopifyStorefront(options: ShopifyOptions): Storefront {
  const { clientId, secret, fetch, now } = options
  const adminUrl = (shop: string) => options.adminUrl.replace('{shop}', shop)
  const access = { fetch, adminUrl }
  return {
    name: 'shopify',
    verifyProxy: (url) => verifyProxy(url, secret, now()),
    parseWebhook: (request) => parseWebhook(request, secret),
    readSession: (token) => readSession(token, { clientId, secret }, now()),
    exchangeSession: (shop, token) => exchangeSession(shop, token, { clientId, secret, fetch, adminUrl }),
    readOrder: (key, orderId) => readOrder(access, key, orderId),
    changedOrders: (key, since) => changedOrders(access, key, since),
    hold: (key, orderId, lineId) => hold(access, key, orderId, lineId),
    fulfil: (key, orderId, lineId, parcel) => fulfil(access, key, orderId, lineId, parcel),
    subscribe: (key, callbackUrl) => subscribe(access, key, callbackUrl),
  }
}
