import { orderBody, webhooksFor } from '@foxetales/local-stack/shopify/emit'
import { gid } from '@foxetales/local-stack/shopify/shopify-state'
import { signProxied } from '@foxetales/local-stack/shopify/sign'
import { describe, test } from 'vitest'
import { shopifyStorefront } from '../../src/adapters/storefront/shopify.ts'
import type { ShopKey } from '../../src/ports/storefront.ts'
import { address, playShopify } from './vendors/play-shopify.ts'

const app = { clientId: 'client_contract', secret: 'shpss_contract' }
const domain = 'toys.myshopify.com'
const now = 1_790_000_000_000
const webhookUrl = 'https://books.example/webhooks/shopify'

function open() {
  const shopify = playShopify({ ...app, domain, webhookUrl, now: () => now })
  const adminUrl = 'https://admin.example/{shop}/admin'
  const storefront = shopifyStorefront({ ...app, adminUrl, fetch: shopify.fetch, now: () => now })
  return { shopify, storefront }
}

async function installed() {
  const opened = open()
  const key = await opened.storefront.exchangeSession(domain, await opened.shopify.session())
  return { ...opened, key }
}

const code = (expected: string) => ({ code: expected })

describe('a storefront', () => {
  test('trades an admin session for a key that opens the shop, and another key opens nothing', async ({
    expect,
  }) => {
    const { shopify, storefront, key } = await installed()
    const order = shopify.buy([{ quantity: 1, previewId: 'prv_1' }])
    expect(await storefront.readOrder(key, gid('Order', order.id))).toMatchObject({ name: '#1001' })
    const stranger: ShopKey = { ...key, accessToken: 'shpat_wrong' }
    await expect(storefront.readOrder(stranger, gid('Order', order.id))).rejects.toMatchObject(
      code('STOREFRONT_UNAVAILABLE'),
    )
  })

  test('reads an order as its customer paid it, line by line', async ({ expect }) => {
    const { shopify, storefront, key } = await installed()
    const order = shopify.buy([
      { quantity: 2, previewId: 'prv_1' },
      { quantity: 1, sku: 'train' },
    ])
    expect(await storefront.readOrder(key, gid('Order', order.id))).toEqual({
      shop: domain,
      orderId: gid('Order', order.id),
      name: '#1001',
      isTest: false,
      money: 'here',
      isCancelled: false,
      currency: 'USD',
      refundedMinor: 0,
      email: 'parent@example.com',
      shipTo: {
        name: address.name,
        line1: address.address1,
        city: 'Leeds',
        postcode: 'LS1 4AP',
        country: 'GB',
        phone: address.phone,
      },
      language: 'en',
      lines: [
        {
          lineId: gid('LineItem', order.lines[0]?.id ?? 0),
          previewId: 'prv_1',
          sku: 'foxetales-lantern',
          quantity: 2,
          totalMinor: 8980,
        },
        { lineId: gid('LineItem', order.lines[1]?.id ?? 0), sku: 'train', quantity: 1, totalMinor: 1990 },
      ],
    })
    expect(await storefront.readOrder(key, gid('Order', 7))).toBeUndefined()
  })

  test('holds only the book’s own line, and sends it once, with its tracking and a word to the customer', async ({
    expect,
  }) => {
    const { shopify, storefront, key } = await installed()
    const order = shopify.buy([
      { quantity: 1, previewId: 'prv_1' },
      { quantity: 1, sku: 'train' },
    ])
    const [orderId, lineId] = [gid('Order', order.id), gid('LineItem', order.lines[0]?.id ?? 0)]
    await storefront.hold(key, orderId, lineId)
    await storefront.hold(key, orderId, lineId)
    expect(order.fulfillmentOrders.map(({ status, parts }) => [status, parts.length])).toEqual([
      ['ON_HOLD', 1],
      ['OPEN', 1],
    ])
    const parcel = { carrier: 'Royal Mail', number: 'RM1', url: 'https://track.example/RM1' }
    await storefront.fulfil(key, orderId, lineId, parcel)
    await storefront.fulfil(key, orderId, lineId, parcel)
    expect(order.fulfillments).toEqual([{ company: 'Royal Mail', number: 'RM1', notified: true }])
    expect(order.fulfillmentOrders.map(({ status }) => status)).toEqual(['CLOSED', 'OPEN'])
  })

  test('lists what changed since a moment, oldest first, beyond one page', async ({ expect }) => {
    const { shopify, storefront, key } = await installed()
    const ids = Array.from({ length: 105 }, () => gid('Order', shopify.buy([{ quantity: 1 }]).id))
    expect(await Array.fromAsync(storefront.changedOrders(key, now - 1000))).toEqual(ids)
    expect(await Array.fromAsync(storefront.changedOrders(key, now + 1000))).toEqual([])
  })

  test('subscribes to what is missing, and says what that was', async ({ expect }) => {
    const { shopify, storefront, key } = await installed()
    expect(await storefront.subscribe(key, webhookUrl)).toContain('ORDERS_PAID')
    expect(await storefront.subscribe(key, webhookUrl)).toEqual([])
    shopify.shop.subscriptions = shopify.shop.subscriptions.filter(({ topic }) => topic !== 'REFUNDS_CREATE')
    expect(await storefront.subscribe(key, webhookUrl)).toEqual(['REFUNDS_CREATE'])
  })

  test('that is down is unavailable, not refused', async ({ expect }) => {
    const { shopify, storefront, key } = await installed()
    shopify.state.down = true
    await expect(storefront.subscribe(key, webhookUrl)).rejects.toMatchObject(code('STOREFRONT_UNAVAILABLE'))
  })
})

describe('a webhook', () => {
  async function paid() {
    const { shopify, storefront, key } = await installed()
    await storefront.subscribe(key, webhookUrl)
    const order = shopify.buy([{ quantity: 1, previewId: 'prv_1' }])
    const body = orderBody(order)
    const [request] = await webhooksFor(shopify.state, shopify.shop, 'orders/paid', body, 'event-1')
    const headers = new Headers(request?.headers)
    return { shopify, storefront, order, headers, rawBody: (await request?.text()) ?? '' }
  }

  test('names the order to look at and the event, the same when delivered again', async ({ expect }) => {
    const { storefront, headers, rawBody, order } = await paid()
    const event = await storefront.parseWebhook({ rawBody, headers })
    expect(event).toEqual({
      shop: domain,
      eventId: 'orders/paid:event-1',
      topic: 'orders/paid',
      look: { at: 'order', orderId: gid('Order', order.id) },
    })
    headers.set('x-shopify-webhook-id', 'another-delivery')
    expect(await storefront.parseWebhook({ rawBody, headers })).toEqual(event)
  })

  test('is believed under the newer header names too', async ({ expect }) => {
    const { storefront, headers, rawBody } = await paid()
    const newer = new Headers([...headers].map(([name, value]) => [name.replace(/^x-/, ''), value]))
    expect((await storefront.parseWebhook({ rawBody, headers: newer })).topic).toBe('orders/paid')
  })

  test.for([
    ['a changed body', (headers: Headers, body: string) => [headers, `${body} `] as const],
    [
      'no signature',
      (headers: Headers, body: string) => [without(headers, 'x-shopify-hmac-sha256'), body] as const,
    ],
    [
      'a host that is no shop',
      (headers: Headers, body: string) =>
        [withHeader(headers, 'x-shopify-shop-domain', 'evil.example'), body] as const,
    ],
    ['no body', (headers: Headers, _body: string) => [headers, ''] as const],
  ] as const)('with %s is refused', async ([_name, change], { expect }) => {
    const { storefront, headers, rawBody } = await paid()
    const [changed, body] = change(headers, rawBody)
    await expect(storefront.parseWebhook({ rawBody: body, headers: changed })).rejects.toMatchObject(
      code('SIGNATURE_INVALID'),
    )
  })

  test.for([
    [
      'customers/data_request',
      { orders_requested: [5] },
      { at: 'data_request', orderIds: [gid('Order', 5)] },
    ],
    [
      'customers/redact',
      { orders_to_redact: [5, 6] },
      { at: 'redact_customer', orderIds: [gid('Order', 5), gid('Order', 6)] },
    ],
    ['shop/redact', { shop_id: 1 }, { at: 'redact_shop' }],
    ['app/uninstalled', { id: 1 }, { at: 'uninstalled' }],
    ['refunds/create', { order_id: 5 }, { at: 'order', orderId: gid('Order', 5) }],
  ] as const)('%s says what to look at', async ([topic, body, look], { expect }) => {
    const { shopify, storefront, key } = await installed()
    await storefront.subscribe(key, webhookUrl)
    const [request] = await webhooksFor(shopify.state, shopify.shop, topic, body)
    const headers = new Headers(request?.headers)
    const event = await storefront.parseWebhook({ rawBody: (await request?.text()) ?? '', headers })
    expect(event.look).toEqual(look)
  })
})

describe('a request through the app proxy', () => {
  const url = new URL('https://books.example/shopify/proxy/ticket?a=1&a=2')

  test('is its shop’s, while it is fresh and untouched', async ({ expect }) => {
    const { storefront } = open()
    expect(await storefront.verifyProxy(await signProxied(app.secret, url, domain, now))).toEqual({
      shop: domain,
    })
    const changes: [string, (signed: URL) => void][] = [
      ['a', (signed) => signed.searchParams.append('a', '3')],
      ['shop', (signed) => signed.searchParams.set('shop', 'other.myshopify.com')],
      ['two signatures', (signed) => signed.searchParams.append('signature', 'ff')],
      ['no signature', (signed) => signed.searchParams.delete('signature')],
    ]
    for (const [name, change] of changes) {
      const signed = await signProxied(app.secret, url, domain, now)
      change(signed)
      await expect(storefront.verifyProxy(signed), name).rejects.toMatchObject(code('SIGNATURE_INVALID'))
    }
    for (const at of [now - 120_000, now + 120_000]) {
      const stale = await signProxied(app.secret, url, domain, at)
      await expect(storefront.verifyProxy(stale)).rejects.toMatchObject(code('SIGNATURE_INVALID'))
    }
    const otherSecret = await signProxied('shpss_other', url, domain, now)
    await expect(storefront.verifyProxy(otherSecret)).rejects.toMatchObject(code('SIGNATURE_INVALID'))
  })
})

describe('an admin session', () => {
  test('says which shop and who', async ({ expect }) => {
    const { shopify, storefront } = open()
    expect(await storefront.readSession(await shopify.session())).toEqual({ shop: domain, user: '42' })
  })

  test.for([
    ['for another app', { aud: 'client_other' }],
    ['that is over', { exp: now / 1000 - 60 }],
    ['that has not begun', { nbf: now / 1000 + 60 }],
    ['whose issuer is another shop', { iss: 'https://other.myshopify.com/admin' }],
    ['of a host that is no shop', { iss: 'https://evil.example/admin', dest: 'https://evil.example' }],
  ] as const)('%s is refused', async ([_name, changes], { expect }) => {
    const { shopify, storefront } = open()
    const token = await shopify.session(changes)
    await expect(storefront.readSession(token)).rejects.toMatchObject(code('UNAUTHORIZED'))
  })

  test('without a signature is refused', async ({ expect }) => {
    const { shopify, storefront } = open()
    const [head, payload] = (await shopify.session()).split('.')
    const none = btoa(JSON.stringify({ alg: 'none', typ: 'JWT' })).replaceAll('=', '')
    for (const token of [`${head}.${payload}.`, `${none}.${payload}.`, `${head}.${payload}.AAAA`, '']) {
      await expect(storefront.readSession(token)).rejects.toMatchObject(code('UNAUTHORIZED'))
    }
  })
})

function without(headers: Headers, name: string): Headers {
  const changed = new Headers(headers)
  changed.delete(name)
  return changed
}

function withHeader(headers: Headers, name: string, value: string): Headers {
  const changed = new Headers(headers)
  changed.set(name, value)
  return changed
}
