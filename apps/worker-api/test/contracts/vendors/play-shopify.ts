import { adminRoutes } from '@foxetales/local-stack/shopify/admin-routes'
import { type CartLine, placeOrder } from '@foxetales/local-stack/shopify/place-order'
import {
  openShopifyState,
  type Shop,
  type ShopifyState,
  type ShopOrder,
} from '@foxetales/local-stack/shopify/shopify-state'
import { signSession } from '@foxetales/local-stack/shopify/sign'

export const address = {
  name: 'Alex Example',
  address1: '12 Hill St',
  address2: null,
  city: 'Leeds',
  provinceCode: null,
  zip: 'LS1 4AP',
  countryCodeV2: 'GB',
  phone: '+44 113 000 0000',
}

export interface PlayedShopify {
  readonly state: ShopifyState
  readonly shop: Shop
  /** Shopify's admin, for whoever fetches from it. */
  readonly fetch: typeof fetch
  /** A customer buys: one line each. */
  buy(lines: readonly (Pick<CartLine, 'quantity'> & { previewId?: string; sku?: string })[]): ShopOrder
  session(changes?: Record<string, unknown>): Promise<string>
}

/** Shopify as the local stack plays it: the same program, without a port. */
export function playShopify(app: {
  clientId: string
  secret: string
  webhookUrl: string
  domain: string
  now?: () => number
}): PlayedShopify {
  const { domain } = app
  const variants = [
    { id: 1, title: 'Lantern of Tales', sku: 'foxetales-lantern', priceMinor: 4490 },
    { id: 2, title: 'A wooden train', sku: 'train', priceMinor: 1990 },
  ]
  const state = openShopifyState({
    ...app,
    privacyUrl: app.webhookUrl,
    shops: [{ domain, currency: 'USD', variants }],
  })
  // There is one shop, opened a line above.
  const shop = state.shops.get(domain) as Shop
  const routes = adminRoutes(state)
  return {
    state,
    shop,
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      return routes.fetch(new Request(url, input instanceof Request ? input : init))
    },
    buy: (lines) =>
      placeOrder(state, shop, {
        lines: lines.map(({ quantity, previewId, sku = 'foxetales-lantern' }) => ({
          variantId: variants.find((variant) => variant.sku === sku)?.id ?? 0,
          quantity,
          properties: previewId ? [{ key: '_preview_id', value: previewId }] : [],
        })),
        email: 'parent@example.com',
        locale: 'en-GB',
        address,
      }),
    session: (changes) => signSession(app, domain, (app.now ?? Date.now)(), changes),
  }
}
