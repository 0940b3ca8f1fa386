import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { approvedPreview, bearer, createOrder, openShop, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('an order that is not paid yet', () => {
  test('says where to pay, until it is paid', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    expect(await shop.order(created)).toMatchObject({
      state: 'awaiting_payment',
      checkout_url: created.checkout_url,
    })
    const sessionId = shop.stripe.pay(created.order_id)
    await (await shop.fetch(await shop.stripe.event('checkout.session.completed', sessionId))).body?.cancel()
    const paid = await (await shop.fetch(`/api/orders/${created.order_id}`, bearer(created.token))).json()
    expect(paid).not.toHaveProperty('checkout_url')
  })

  test('keeps the photo for 72 hours, and longer only once it is paid', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    const hoursLeft = async () => {
      const row = await testEnv.DB.prepare(
        'SELECT p.delete_after_at AS at FROM photos p JOIN orders o ON o.photo_id = p.id WHERE o.id = ?',
      )
        .bind(created.order_id)
        .first<{ at: number }>()
      return ((row?.at ?? 0) - Date.now()) / 3_600_000
    }
    expect(Math.round(await hoursLeft())).toBe(72)
    const sessionId = shop.stripe.pay(created.order_id)
    await (await shop.fetch(await shop.stripe.event('checkout.session.completed', sessionId))).body?.cancel()
    expect(Math.round(await hoursLeft())).toBe(90 * 24)
  })
})
