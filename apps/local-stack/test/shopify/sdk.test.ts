import '@shopify/shopify-api/adapters/web-api'
import { ApiVersion, shopifyApi } from '@shopify/shopify-api'
import { describe, test } from 'vitest'
import { orderBody, webhooksFor } from '../../src/shopify/emit.ts'
import { placeOrder } from '../../src/shopify/place-order.ts'
import { openShopifyState, type Shop } from '../../src/shopify/shopify-state.ts'
import { signProxied, signSession } from '../../src/shopify/sign.ts'

const app = { clientId: 'client_1', secret: 'shpss_contract' }
const domain = 'toys.myshopify.com'
const variants = [{ id: 1, title: 'Book', sku: 'foxetales-lantern', priceMinor: 4490 }]
const address = {
  name: 'Alex Example',
  address1: '1 Hill St',
  address2: null,
  city: 'Leeds',
  provinceCode: null,
  zip: 'LS1 1AA',
  countryCodeV2: 'GB',
  phone: null,
}

/** Shopify's own library is the judge: what it would not take from Shopify is not sent here either. */
const sdk = shopifyApi({
  apiKey: app.clientId,
  apiSecretKey: app.secret,
  apiVersion: ApiVersion.October26,
  hostName: 'books.example',
  isEmbeddedApp: true,
  scopes: ['read_orders'],
  logger: { level: 0 },
})

function open() {
  const state = openShopifyState({
    ...app,
    privacyUrl: 'https://books.example/webhooks/shopify',
    shops: [{ domain, currency: 'USD', variants }],
  })
  // There is one shop, opened a line above.
  return { state, shop: state.shops.get(domain) as Shop }
}

describe('Shopify’s own library', () => {
  test('believes our webhooks, and finds in their headers what it needs', async ({ expect }) => {
    const { state, shop } = open()
    shop.subscriptions = [{ topic: 'ORDERS_PAID', uri: 'https://books.example/webhooks/shopify' }]
    const line = { variantId: 1, quantity: 2, properties: [{ key: '_preview_id', value: 'prv_1' }] }
    const order = placeOrder(state, shop, { lines: [line], email: 'a@b.example', locale: 'en', address })
    const [request] = await webhooksFor(state, shop, 'orders/paid', orderBody(order))
    const rawBody = (await request?.clone().text()) ?? ''
    const verdict = await sdk.webhooks.validate({ rawBody, rawRequest: request })
    expect(verdict).toMatchObject({ valid: true, domain, topic: 'ORDERS_PAID' })
    const tampered = await sdk.webhooks.validate({ rawBody: `${rawBody} `, rawRequest: request })
    expect(tampered.valid).toBe(false)
  })

  test('believes what passes through our app proxy', async ({ expect }) => {
    const url = new URL('https://books.example/shopify/proxy/ticket?extra=1&extra=2')
    const signed = await signProxied(app.secret, url, domain, Date.now())
    expect(await sdk.utils.validateHmac(signed.searchParams as never, { signator: 'appProxy' })).toBe(true)
    signed.searchParams.set('extra', '3')
    expect(await sdk.utils.validateHmac(signed.searchParams as never, { signator: 'appProxy' })).toBe(false)
  })

  test('reads our admin’s session tokens', async ({ expect }) => {
    const token = await signSession(app, domain, Date.now())
    expect(await sdk.session.decodeSessionToken(token)).toMatchObject({
      dest: `https://${domain}`,
      sub: '42',
    })
    const stale = await signSession(app, domain, Date.now() - 120_000)
    await expect(sdk.session.decodeSessionToken(stale)).rejects.toThrow()
  })
})
