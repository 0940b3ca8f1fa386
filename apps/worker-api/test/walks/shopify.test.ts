import { orderBody, webhooksFor } from '@foxetales/local-stack/shopify/emit'
import { gid, type ShopOrder } from '@foxetales/local-stack/shopify/shopify-state'
import { signProxied } from '@foxetales/local-stack/shopify/sign'
import type { OrderState } from '@foxetales/shared-schemas/order'
import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { followShopOrder } from '../../src/flows/follow-shop-order.ts'
import { lookOver } from '../../src/flows/look-over.ts'
import { approvedPreview, bearer, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(async () => {
  shop = openShop()
  expectStatus(await install(), 200)
})
afterEach(() => vi.restoreAllMocks())

const webhookPath = '/webhooks/shopify'

function expectStatus(answer: Response, status: number): void {
  if (answer.status !== status) throw new Error(`answered ${answer.status}`)
}

async function install(changes?: Record<string, unknown>): Promise<Response> {
  const token = await shop.shopify.session(changes)
  return shop.fetch('/shopify/install', { method: 'POST', ...bearer(token) })
}

async function ticket(): Promise<string> {
  const { state, shop: toys } = shop.shopify
  const url = new URL('/shopify/proxy/ticket', String(testEnv['PUBLIC_URL']))
  const answer = await shop.fetch(new Request(await signProxied(state.secret, url, toys.domain, Date.now())))
  return (await answer.json<{ ticket: string }>()).ticket
}

async function bought(previewId: string, quantity = 1): Promise<ShopOrder> {
  return shop.shopify.buy([
    { quantity, previewId },
    { quantity: 1, sku: 'train' },
  ])
}

async function tell(topic: string, body: object, eventId?: string): Promise<Response[]> {
  const requests = await webhooksFor(shop.shopify.state, shop.shopify.shop, topic, body, eventId)
  return Promise.all(requests.map((request) => shop.fetch(webhookPath, request)))
}

type Row = { id: string; state: OrderState; hold: string | null; quantity: number; customer_id: string }
async function ordersOf(preview: PreviewAccepted): Promise<Row[]> {
  const found = await testEnv.DB.prepare('SELECT * FROM orders WHERE preview_job_id = ?')
    .bind(preview.preview_id)
    .all<Row>()
  return found.results
}

async function orderIn(preview: PreviewAccepted, state: OrderState): Promise<Row> {
  return vi.waitFor(async () => {
    const [order] = await ordersOf(preview)
    if (order?.state !== state) throw new Error(`the order is ${order?.state}`)
    return order
  }, patience)
}

async function alertsAbout(part: string): Promise<string[]> {
  const found = await testEnv.DB.prepare('SELECT kind FROM alerts WHERE instr(subject, ?) > 0')
    .bind(part)
    .all<{ kind: string }>()
  return found.results.map(({ kind }) => kind)
}

describe('a book that is sold in somebody’s Shopify shop', () => {
  test('is made from its paid line, held there while it is made, and sent with its tracking', async ({
    expect,
  }) => {
    const preview = await approvedPreview(shop, { shop_ticket: await ticket() })
    expect((await shop.preview(preview)).order).toBeUndefined()
    const order = await bought(preview.preview_id, 2)
    const [answer] = await tell('orders/paid', orderBody(order))
    expect(answer?.status).toBe(200)
    const ours = await orderIn(preview, 'printing')
    expect(ours).toMatchObject({ quantity: 2, hold: null, payment_source: 'shopify', amount_minor: 8980 })
    expect(order.fulfillmentOrders.map(({ status }) => status).sort()).toEqual(['ON_HOLD', 'OPEN'])
    expect((await shop.preview(preview)).order?.order_id).toBe(ours.id)

    for (const status of ['accepted', 'in_production', 'shipped']) {
      await shop.fetch(await shop.press.move(ours.id, status))
    }
    await shop.sweep()
    await shop.sweep()
    expect(order.fulfillments).toEqual([{ company: expect.any(String), number: '1Z', notified: true }])
    expect(order.fulfillmentOrders.map(({ status }) => status).sort()).toEqual(['CLOSED', 'OPEN'])
  })

  test('told of a hundred times, in any order and once more much later, is made once', async ({ expect }) => {
    const preview = await approvedPreview(shop)
    shop.runpod.away = (unit) => unit.kind !== 'check-photo'
    const order = await bought(preview.preview_id)
    const events = Array.from({ length: 100 }, (_, number) => {
      const topic = number % 3 === 0 ? 'orders/edited' : 'orders/paid'
      const body = topic === 'orders/paid' ? orderBody(order) : { order_edit: { order_id: order.id } }
      return tell(topic, body, `event-${number % 40}-${order.id}`)
    })
    const answers = (await Promise.all(events)).flat()
    expect(answers.every((answer) => answer.status === 200)).toBe(true)
    await orderIn(preview, 'rendering')
    expect(await ordersOf(preview)).toHaveLength(1)
    await tell('orders/paid', orderBody(order))
    await followShopOrder(compose(testEnv), shop.shopify.shop.domain, gid('Order', order.id))
    expect(await ordersOf(preview)).toHaveLength(1)
  })

  test('is not made for a webhook that is tampered with or signed by somebody else', async ({ expect }) => {
    const preview = await approvedPreview(shop)
    const order = await bought(preview.preview_id)
    const [request] = await webhooksFor(
      shop.shopify.state,
      shop.shopify.shop,
      'orders/paid',
      orderBody(order),
    )
    const headers = new Headers(request?.headers)
    const body = (await request?.text()) ?? ''
    const refused = await shop.fetch(webhookPath, {
      method: 'POST',
      headers,
      body: body.replace('#1001', '#1002'),
    })
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ error: { code: 'SIGNATURE_INVALID' } })
    headers.set('x-shopify-hmac-sha256', btoa('x'.repeat(32)))
    expect((await shop.fetch(webhookPath, { method: 'POST', headers, body })).status).toBe(401)
    expect(await ordersOf(preview)).toHaveLength(0)
  })

  test('is found in the night when no webhook ever came, and what Shopify dropped is subscribed to again', async ({
    expect,
  }) => {
    const preview = await approvedPreview(shop)
    shop.runpod.away = (unit) => unit.kind !== 'check-photo'
    const toys = shop.shopify.shop
    toys.subscriptions = []
    await bought(preview.preview_id)
    await lookOver(compose(testEnv))
    await orderIn(preview, 'rendering')
    expect(toys.subscriptions.map(({ topic }) => topic)).toContain('ORDERS_PAID')
    expect(await alertsAbout(toys.domain)).toEqual(['shop_trouble'])
  })

  test('ends, and its GPU work with it, when the shop gives the money back', async ({ expect }) => {
    const preview = await approvedPreview(shop)
    shop.runpod.away = (unit) => unit.kind !== 'check-photo'
    const order = await bought(preview.preview_id)
    await tell('orders/paid', orderBody(order))
    await orderIn(preview, 'rendering')
    order.refunds.push({ id: 9, note: '', amountMinor: 4490 + 1990 })
    order.financialStatus = 'REFUNDED'
    await tell('refunds/create', { order_id: order.id })
    await orderIn(preview, 'refunded')
    const before = shop.runpod.rendered.length
    await shop.runpod.resume()
    expect(shop.runpod.rendered.length).toBe(before)
  })
})

describe('a line that claims too much makes no book, and staff are told', () => {
  test.for([
    ['a preview that does not exist', async (): Promise<string> => 'job_nobody', undefined],
    [
      'a preview that nobody approved',
      async (): Promise<string> => (await (await shop.requestPreview()).json<PreviewAccepted>()).preview_id,
      undefined,
    ],
    ['another product', async (): Promise<string> => (await approvedPreview(shop)).preview_id, 'train'],
  ] as const)('%s', async ([_name, claim, sku], { expect }) => {
    const previewId = await claim()
    const order = shop.shopify.buy([{ quantity: 1, previewId, ...(sku ? { sku } : {}) }])
    await followShopOrder(compose(testEnv), shop.shopify.shop.domain, gid('Order', order.id))
    const line = `${shop.shopify.shop.domain} ${gid('LineItem', order.lines[0]?.id ?? 0)}`
    expect(await alertsAbout(line)).toEqual(['shop_line_refused'])
    const made = await testEnv.DB.prepare('SELECT count(*) AS n FROM orders WHERE preview_job_id = ?')
      .bind(previewId)
      .first<{ n: number }>()
    expect(made?.n).toBe(0)
  })

  test('a preview of another shop, or one that was bought before', async ({ expect }) => {
    const preview = await approvedPreview(shop, { shop_ticket: await ticket() })
    await testEnv.DB.prepare(`UPDATE jobs SET shop = 'other.myshopify.com' WHERE id = ?`)
      .bind(preview.preview_id)
      .run()
    const stolen = await bought(preview.preview_id)
    await followShopOrder(compose(testEnv), shop.shopify.shop.domain, gid('Order', stolen.id))
    expect(await ordersOf(preview)).toHaveLength(0)

    await testEnv.DB.prepare('UPDATE jobs SET shop = NULL WHERE id = ?').bind(preview.preview_id).run()
    shop.runpod.away = (unit) => unit.kind !== 'check-photo'
    for (const order of [await bought(preview.preview_id), await bought(preview.preview_id)])
      await followShopOrder(compose(testEnv), shop.shopify.shop.domain, gid('Order', order.id))
    expect(await ordersOf(preview)).toHaveLength(1)
  })

  test('a trial order of the shop’s owner, where books are real', async ({ expect }) => {
    const preview = await approvedPreview(shop)
    const order = { ...(await bought(preview.preview_id)), test: true }
    shop.shopify.shop.orders.set(order.id, order)
    const services = compose({ ...testEnv, SHOPIFY_TEST_ORDERS: 'ignore' })
    await followShopOrder(services, shop.shopify.shop.domain, gid('Order', order.id))
    expect(await ordersOf(preview)).toHaveLength(0)
  })
})

describe('privacy, as Shopify asks it of every app', () => {
  test('a customer’s data is erased once their book has ended, however long that takes', async ({
    expect,
  }) => {
    const preview = await approvedPreview(shop)
    shop.runpod.away = (unit) => unit.kind !== 'check-photo'
    const order = await bought(preview.preview_id)
    await tell('orders/paid', orderBody(order))
    const ours = await orderIn(preview, 'rendering')
    const [answer] = await tell('customers/redact', { orders_to_redact: [order.id] })
    expect(answer?.status).toBe(200)
    await lookOver(compose(testEnv))
    expect((await shop.preview(preview)).photo_deleted).toBe(false)

    await testEnv.DB.prepare(`UPDATE orders SET state = 'delivered' WHERE id = ?`).bind(ours.id).run()
    await lookOver(compose(testEnv))
    expect((await shop.preview(preview)).photo_deleted).toBe(true)
    const row = await testEnv.DB.prepare('SELECT email, ship_to FROM orders WHERE id = ?')
      .bind(ours.id)
      .first()
    expect(row).toEqual({ email: null, ship_to: null })
  })

  test('a request for data is put before a person', async ({ expect }) => {
    const [answer] = await tell('customers/data_request', { orders_requested: [77] })
    expect(answer?.status).toBe(200)
    expect(await alertsAbout(gid('Order', 77))).toContain('data_request')
  })

  test('an app that is removed forgets the key to the shop, and knows it again when it comes back', async ({
    expect,
  }) => {
    const { domain } = shop.shopify.shop
    const keyOf = async () =>
      (
        await testEnv.DB.prepare('SELECT sealed_key FROM shops WHERE domain = ?')
          .bind(domain)
          .first<{ sealed_key: string | null }>()
      )?.sealed_key
    const sealed = await keyOf()
    expect(sealed).not.toContain([...shop.shopify.shop.tokens][0])
    await tell('app/uninstalled', { id: 1 })
    expect(await keyOf()).toBeNull()
    expect((await install()).status).toBe(200)
    expect(await keyOf()).not.toBeNull()
  })
})

describe('who may install, and who gets a ticket', () => {
  test('the app’s page may be framed by that shop’s admin and by nobody else', async ({ expect }) => {
    const policyFor = async (query: string) =>
      (await shop.fetch(`/shopify${query}`)).headers.get('content-security-policy')
    const { domain } = shop.shopify.shop
    expect(await policyFor(`?shop=${domain}`)).toBe(
      `frame-ancestors https://${domain} https://admin.shopify.com`,
    )
    expect(await policyFor('?shop=evil.example;')).toBe('frame-ancestors https://admin.shopify.com')
  })

  test('nobody without an admin session of that very shop', async ({ expect }) => {
    expect((await install({ iss: 'https://other.myshopify.com/admin' })).status).toBe(401)
    expect((await shop.fetch('/shopify/install', { method: 'POST' })).status).toBe(401)
    expect((await shop.fetch('/shopify/proxy/ticket?shop=toys.myshopify.com')).status).toBe(401)
  })

  test('a ticket that is made up or over is refused before anything is stored', async ({ expect }) => {
    const good = await ticket()
    const [domain, expires] = [good.split('.').slice(0, 3).join('.'), good.split('.')[3]]
    for (const shop_ticket of [
      `${good}x`,
      `${domain}.${Number(expires) + 60}.${good.split('.')[4]}`,
      'nonsense',
    ]) {
      const answer = await shop.requestPreview({ shop_ticket })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ error: { code: 'SHOP_TICKET_INVALID' } })
    }
  })
})
