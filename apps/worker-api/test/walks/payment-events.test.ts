import type { AlertList } from '@foxetales/shared-schemas/alert'
import type { OrderCreated, OrderStatus, ShippingQuote } from '@foxetales/shared-schemas/order'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { plantedPreview } from '../planted-preview.ts'
import type { SignedHow } from '../played-stripe.ts'
import { paymentOf } from '../played-stripe.ts'
import { approvedPreview, createOrder, openShop, patience, type Shop } from '../shop.ts'
import { staff } from '../staff.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

const services = compose(testEnv)
const daysMs = 24 * 3_600_000

async function unpaidOrder(): Promise<OrderCreated> {
  return createOrder(shop, await plantedPreview())
}

/** Delivers an event about the order's checkout and returns the HTTP status. */
async function tell(
  type: string,
  created: OrderCreated,
  how: SignedHow & { id?: string } = {},
): Promise<number> {
  const { id, ...rest } = how
  const sessionId = `cs_test_${created.order_id}`
  const event = await shop.stripe.event(type, sessionId, id, {}, rest)
  return (await shop.fetch(event)).status
}

async function tellOfPayment(type: string, created: OrderCreated, id?: string): Promise<number> {
  const about = { payment_intent: paymentOf(created.order_id) }
  const event = await shop.stripe.event(type, `obj_${created.order_id}`, id, about)
  return (await shop.fetch(event)).status
}

async function until(created: OrderCreated, state: OrderStatus['state']): Promise<OrderStatus> {
  return vi.waitFor(async () => {
    const order = await shop.order(created)
    if (order.state !== state) throw new Error(`the order is ${order.state}, not ${state}`)
    return order
  }, patience)
}

/** Keeps painting from beginning, so that an order stays as it is after the payment. */
function stopPainting(): void {
  shop.runpod.away = (unit) => unit.kind === 'book-page'
}

async function alertsOf(created: OrderCreated): Promise<string[]> {
  const { alerts } = await (await shop.fetch('/api/admin/alerts', await staff('viewer'))).json<AlertList>()
  return alerts.filter((alert) => alert.subject === created.order_id).map((alert) => alert.kind)
}

async function unitsOf(created: OrderCreated): Promise<number> {
  const query = 'SELECT count(*) AS n FROM units u JOIN orders o ON o.render_job_id = u.job_id WHERE o.id = ?'
  return (await testEnv.DB.prepare(query).bind(created.order_id).first<{ n: number }>())?.n ?? 0
}

const completed = 'checkout.session.completed'

describe('one order, whatever becomes of the news of its payment', () => {
  test('a hundred times the same event, and under other ids, make one book', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    shop.stripe.pay(created.order_id)
    const ids = Array.from({ length: 100 }, (_, number) => `evt_${number % 9}_${created.order_id}`)
    const statuses = await Promise.all(ids.map((id) => tell(completed, created, { id })))
    expect(new Set(statuses)).toEqual(new Set([200]))
    const order = await until(created, 'printing')
    expect(order).toMatchObject({ amount_minor: 4490, paid_minor: 4490 + 690, refunded_minor: 0 })
    expect(order.shipping).toEqual({ level: 'standard', amount_minor: 690 })
    const quote = await (await shop.fetch('/api/shipping?book_id=lantern&country=US')).json<ShippingQuote>()
    const paidAt = (await services.orders.find(created.order_id))?.paid_at ?? 0
    const on = (after = 0) => new Date(paidAt + after * daysMs).toISOString().slice(0, 10)
    const told = quote.options.find(({ level }) => level === 'standard')
    expect(order.expected).toEqual({ from: on(told?.min_days), until: on(told?.max_days) })
    expect(await unitsOf(created)).toBe(36)
    expect(shop.press.jobs.filter((job) => job.reference === created.order_id)).toHaveLength(1)
    expect(await services.money.ofOrder(created.order_id)).toHaveLength(1)
    const reads = shop.stripe.calls.length
    expect(await tell(completed, created, { id: ids[0] ?? '' })).toBe(200)
    // An event that was acted upon is not even looked into again.
    expect(shop.stripe.calls).toHaveLength(reads)
  })

  test('the news in reverse, refund first, ends with an order that nobody paints', async ({ expect }) => {
    const created = await unpaidOrder()
    stopPainting()
    shop.stripe.pay(created.order_id)
    shop.stripe.refundOutside(created.order_id, 5180)
    expect(await tellOfPayment('charge.refunded', created)).toBe(200)
    expect(await tell(completed, created)).toBe(200)
    expect(await tell('checkout.session.expired', created)).toBe(200)
    expect(await until(created, 'refunded')).toMatchObject({ paid_minor: 5180, refunded_minor: 5180 })
    await shop.sweep()
    expect((await shop.order(created)).state).toBe('refunded')
  })

  test('three days late, for a checkout that our books hold expired, is paid all the same', async ({
    expect,
  }) => {
    const created = await unpaidOrder()
    stopPainting()
    shop.stripe.change(`cs_test_${created.order_id}`, { status: 'expired' })
    expect(await tell('checkout.session.expired', created)).toBe(200)
    expect((await shop.order(created)).state).toBe('cancelled')
    shop.stripe.pay(created.order_id)
    const created3DaysAgo = Math.floor((Date.now() - 3 * daysMs) / 1000)
    expect(await tell(completed, created, { created: created3DaysAgo })).toBe(200)
    await until(created, 'rendering')
    // The photo, which was to go soon, stays for the book.
    const order = await services.orders.find(created.order_id)
    const photo = await services.photos.find(order?.photo_id ?? '')
    expect(photo?.delete_after_at).toBeGreaterThan(Date.now() + 80 * daysMs)
  })

  test('so late that the photo is gone, is given to a person, who sees what to do', async ({ expect }) => {
    const created = await unpaidOrder()
    await services.orders.move(created.order_id, 'cancelled', Date.now(), { ended_by: 'checkout' })
    const order = await services.orders.find(created.order_id)
    await services.photos.markDeleted(order?.photo_id ?? '', 'its time is over', Date.now())
    shop.stripe.pay(created.order_id)
    expect(await tell(completed, created)).toBe(200)
    expect((await shop.order(created)).reason).toContain('refund it')
    expect(await alertsOf(created)).toEqual(['order_failed'])
  })

  test.for([
    ['tampered', { tamper: true }, 401],
    ['signed with another secret', { secret: 'whsec_of_somebody_else' }, 401],
    ['replayed after five minutes', { signedAt: Math.floor(Date.now() / 1000) - 400 }, 401],
    ['signed for tomorrow', { signedAt: Math.floor(Date.now() / 1000) + 86_400 }, 401],
    ['of the other mode', { livemode: true }, 400],
  ] as const)(
    'an event that is %s changes nothing and reads nothing',
    async ([, how, status], { expect }) => {
      const created = await unpaidOrder()
      shop.stripe.pay(created.order_id)
      const reads = shop.stripe.calls.length
      expect(await tell(completed, created, how)).toBe(status)
      expect((await shop.order(created)).state).toBe('awaiting_payment')
      expect(shop.stripe.calls).toHaveLength(reads)
    },
  )

  test('an event that never comes is found in the night, and so is a checkout that ended', async ({
    expect,
  }) => {
    const [paid, expired] = [await unpaidOrder(), await unpaidOrder()]
    stopPainting()
    shop.stripe.pay(paid.order_id)
    shop.stripe.change(`cs_test_${expired.order_id}`, { status: 'expired' })
    await testEnv.DB.prepare('UPDATE orders SET created_at = created_at - ? WHERE id = ?')
      .bind(25 * 3_600_000, expired.order_id)
      .run()
    await shop.sweep()
    expect((await shop.order(paid)).state).toBe('awaiting_payment')
    await shop.sweep('17 3 * * *')
    await until(paid, 'rendering')
    expect(await shop.order(expired)).toMatchObject({ state: 'cancelled', reason: 'the checkout expired' })
  })
})

describe('a slow way to pay', () => {
  const waiting = { payment_status: 'unpaid' }

  test('starts nothing until the money is here, and keeps the photo for it', async ({ expect }) => {
    const created = await unpaidOrder()
    stopPainting()
    const sessionId = shop.stripe.pay(created.order_id, waiting)
    shop.stripe.intentStatus = 'processing'
    expect(await tell(completed, created)).toBe(200)
    const order = await shop.order(created)
    expect(order).toMatchObject({ state: 'awaiting_payment', reason: 'the bank has not sent the money yet' })
    const row = await services.orders.find(created.order_id)
    const photo = await services.photos.find(row?.photo_id ?? '')
    expect(photo?.delete_after_at).toBeGreaterThan(Date.now() + 10 * daysMs)
    shop.stripe.change(sessionId, { payment_status: 'paid' })
    expect(await tell('checkout.session.async_payment_succeeded', created)).toBe(200)
    await until(created, 'rendering')
  })

  test('that fails frees the preview for another try', async ({ expect }) => {
    const accepted = await plantedPreview()
    const created = await createOrder(shop, accepted)
    shop.stripe.pay(created.order_id, waiting)
    shop.stripe.intentStatus = 'requires_payment_method'
    expect(await tell('checkout.session.async_payment_failed', created)).toBe(200)
    expect(await shop.order(created)).toMatchObject({ state: 'cancelled', reason: 'the payment failed' })
    expect((await createOrder(shop, accepted)).checkout_url).toContain('/c/pay/')
  })
})

describe('one preview is bought once', () => {
  test('late money for a first order, when a second one was paid, goes back by itself', async ({
    expect,
  }) => {
    const accepted = await plantedPreview()
    stopPainting()
    const first = await createOrder(shop, accepted)
    await services.orders.move(first.order_id, 'cancelled', Date.now(), { ended_by: 'checkout' })
    const second = await createOrder(shop, accepted)
    shop.stripe.pay(second.order_id)
    await tell(completed, second)
    await until(second, 'rendering')
    shop.stripe.pay(first.order_id)
    await tell(completed, first)
    await tell(completed, first)
    expect(await shop.order(first)).toMatchObject({ state: 'refunded', refunded_minor: 5180 })
    expect(shop.stripe.refunds.map((refund) => refund['payment_intent'])).toEqual([paymentOf(first.order_id)])
    expect(await alertsOf(first)).toEqual(['paid_twice'])
    expect((await shop.order(second)).state).toBe('rendering')
  })

  test('late money for a first order closes a second one that nobody has paid', async ({ expect }) => {
    const accepted = await plantedPreview()
    stopPainting()
    const first = await createOrder(shop, accepted)
    await services.orders.move(first.order_id, 'cancelled', Date.now(), { ended_by: 'checkout' })
    const second = await createOrder(shop, accepted)
    shop.stripe.pay(first.order_id)
    await tell(completed, first)
    await until(first, 'rendering')
    expect((await shop.order(second)).state).toBe('cancelled')
    expect(shop.stripe.sessions.get(`cs_test_${second.order_id}`)).toMatchObject({ status: 'expired' })
  })
})

describe('what is not as it was offered', () => {
  test.for([
    ['another amount', { amount_subtotal: 1 }],
    ['no address', { collected_information: null }],
    ['shipping that was not offered', { shipping_cost: { amount_subtotal: 1, shipping_rate: 'shr_9' } }],
  ] as const)('%s is held before anything is painted', async ([, changes], { expect }) => {
    const created = await unpaidOrder()
    shop.stripe.pay(created.order_id, changes)
    expect(await tell(completed, created)).toBe(200)
    await shop.sweep()
    const order = await shop.order(created)
    expect(order.state).toBe('paid')
    expect(order.hold).toBeTruthy()
    expect(await alertsOf(created)).toEqual(['amount_differs'])
    expect(await unitsOf(created)).toBe(0)
  })

  test('a promotion code that takes everything still buys the book', async ({ expect }) => {
    const created = await unpaidOrder()
    stopPainting()
    const free = { payment_status: 'no_payment_required', payment_intent: null, amount_total: 0 }
    shop.stripe.pay(created.order_id, free)
    expect(await tell(completed, created)).toBe(200)
    expect(await until(created, 'rendering')).toMatchObject({ paid_minor: 0 })
  })
})

describe('trouble after the payment', () => {
  async function paidOrder(): Promise<OrderCreated> {
    const created = await unpaidOrder()
    stopPainting()
    shop.stripe.pay(created.order_id)
    await tell(completed, created)
    await until(created, 'rendering')
    return created
  }

  test('a dispute holds the order before print; won, it goes on by itself', async ({ expect }) => {
    const created = await paidOrder()
    shop.stripe.dispute(created.order_id, 'needs_response')
    await tellOfPayment('charge.dispute.created', created)
    expect((await shop.order(created)).hold).toContain('disputes')
    expect(await alertsOf(created)).toEqual(['dispute'])
    shop.stripe.dispute(created.order_id, 'won')
    await tellOfPayment('charge.dispute.closed', created)
    expect(await shop.order(created)).not.toHaveProperty('hold')
    expect(await alertsOf(created)).toEqual([])
    expect((await services.money.ofOrder(created.order_id)).map((entry) => entry.kind)).toEqual([
      'payment',
      'dispute',
      'dispute_won',
    ])
  })

  test('a dispute that is lost keeps the hold and asks for a person', async ({ expect }) => {
    const created = await paidOrder()
    shop.stripe.dispute(created.order_id, 'lost')
    await tellOfPayment('charge.dispute.closed', created)
    expect((await shop.order(created)).hold).toContain('disputes')
    expect(await alertsOf(created)).toEqual(['dispute_lost'])
  })

  test('a warning of fraud holds once: whoever released it is not overruled by the same news', async ({
    expect,
  }) => {
    const created = await paidOrder()
    shop.stripe.warnOfFraud(created.order_id)
    await tellOfPayment('radar.early_fraud_warning.created', created)
    expect((await shop.order(created)).hold).toContain('fraud')
    expect(await alertsOf(created)).toEqual(['fraud_warning'])
    await services.orders.setHold(created.order_id, null, Date.now())
    await tellOfPayment('radar.early_fraud_warning.updated', created)
    expect(await shop.order(created)).not.toHaveProperty('hold')
  })

  test('a part that went back is noted, and the book goes on', async ({ expect }) => {
    const created = await paidOrder()
    shop.stripe.refundOutside(created.order_id, 500)
    await tellOfPayment('refund.created', created)
    await tellOfPayment('charge.refunded', created)
    expect(await shop.order(created)).toMatchObject({ state: 'rendering', refunded_minor: 500 })
    expect((await services.refunds.ofOrder(created.order_id)).map((refund) => refund.amount_minor)).toEqual([
      500,
    ])
  })

  test('everything that went back ends the order and the painting', async ({ expect }) => {
    const created = await paidOrder()
    shop.stripe.refundOutside(created.order_id, 5180)
    await tellOfPayment('charge.refunded', created)
    expect(await shop.order(created)).toMatchObject({ state: 'refunded', refunded_minor: 5180 })
    const order = await services.orders.find(created.order_id)
    const units = await services.units.ofJob(order?.render_job_id ?? '')
    expect(new Set(units.filter((unit) => unit.kind === 'book-page').map((unit) => unit.state))).toEqual(
      new Set(['cancelled']),
    )
  })
})
