import { gid } from '@foxetales/local-stack/shopify/shopify-state'
import { describe, test } from 'vitest'
import { shopifyPayment } from '../../src/adapters/payment/shopify.ts'
import { shopifyStorefront } from '../../src/adapters/storefront/shopify.ts'
import type { ShopKey } from '../../src/ports/storefront.ts'
import { playShopify } from './vendors/play-shopify.ts'

const app = { clientId: 'client_contract', secret: 'shpss_contract' }
const domain = 'toys.myshopify.com'
const admin = 'https://admin.example/{shop}/admin'

async function open() {
  const shopify = playShopify({ ...app, domain, webhookUrl: 'https://books.example/webhooks/shopify' })
  const storefront = shopifyStorefront({
    ...app,
    adminUrl: admin,
    fetch: shopify.fetch,
    now: () => Date.now(),
  })
  const key: ShopKey = await storefront.exchangeSession(domain, await shopify.session())
  const keys = new Map([[domain, key]])
  const payment = shopifyPayment({
    keyOf: async (shop) => keys.get(shop),
    adminUrl: (shop) => admin.replace('{shop}', shop),
    fetch: shopify.fetch,
  })
  const order = shopify.buy([{ quantity: 2, previewId: 'prv_1' }])
  const paymentRef = `${domain} ${gid('Order', order.id)} ${gid('LineItem', order.lines[0]?.id ?? 0)}`
  return { shopify, payment, order, paymentRef, keys }
}

const request = (paymentRef: string, amountMinor: number, refundId = 'rfd_1') => {
  return { refundId, orderId: 'ord_1', paymentRef, amountMinor }
}

describe('money that a Shopify shop took', () => {
  test('goes back through the shop, once for each refund of ours, however often it is asked for', async ({
    expect,
  }) => {
    const { payment, order, paymentRef } = await open()
    const refund = await payment.refund(request(paymentRef, 4490))
    expect(refund).toMatchObject({ ourId: 'rfd_1', status: 'succeeded', amountMinor: 4490 })
    expect(await payment.refund(request(paymentRef, 4490))).toEqual(refund)
    expect(order.refunds.map(({ amountMinor }) => amountMinor)).toEqual([4490])
    expect(await payment.refund(request(paymentRef, 4490, 'rfd_2'))).toMatchObject({ amountMinor: 4490 })
    expect(order.financialStatus).toBe('REFUNDED')
    expect((await payment.readPayment(paymentRef)).refunds).toHaveLength(2)
  })

  test('is refused where more is asked for than was paid', async ({ expect }) => {
    const { payment, order, paymentRef } = await open()
    await expect(payment.refund(request(paymentRef, 99_999))).rejects.toMatchObject({
      code: 'PAYMENT_REFUSED',
    })
    expect(order.refunds).toEqual([])
  })

  test('waits where the shop does not answer, and is refused where it has removed the app', async ({
    expect,
  }) => {
    const { shopify, payment, paymentRef, keys } = await open()
    shopify.state.down = true
    await expect(payment.refund(request(paymentRef, 100))).rejects.toMatchObject({
      code: 'PAYMENT_UNAVAILABLE',
    })
    shopify.state.down = false
    keys.clear()
    await expect(payment.refund(request(paymentRef, 100))).rejects.toMatchObject({ code: 'PAYMENT_REFUSED' })
  })
})
