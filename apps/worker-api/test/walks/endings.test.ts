import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import type { ErrorBody } from '@foxetales/shared-schemas/errors'
import type { OrderCreated, OrderStatus } from '@foxetales/shared-schemas/order'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { plantedPreview } from '../planted-preview.ts'
import { createOrder, openShop, patience, type Shop } from '../shop.ts'
import { staff } from '../staff.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

const services = compose(testEnv)

async function pay(created: OrderCreated, changes = {}): Promise<void> {
  const sessionId = shop.stripe.pay(created.order_id, changes)
  await shop.fetch(await shop.stripe.event('checkout.session.completed', sessionId))
}

async function until(created: OrderCreated, state: OrderStatus['state']): Promise<OrderStatus> {
  return vi.waitFor(async () => {
    const order = await shop.order(created)
    if (order.state !== state) throw new Error(`the order is ${order.state}, not ${state}`)
    return order
  }, patience)
}

/** A paid order whose pages nobody paints. */
async function renderingOrder(changes = {}): Promise<OrderCreated> {
  const created = await createOrder(shop, await plantedPreview())
  shop.runpod.away = (unit) => unit.kind === 'book-page'
  await pay(created, changes)
  await until(created, 'rendering')
  return created
}

const file = (name: string) => JSON.stringify({ ...bookFile, key: `books/planted/${name}.v1.pdf` })
const bookFile = { sha256: '2'.repeat(64), bytes: 1000, pages: 40 }

/** A paid order whose book was bound, by its rows, and sent to the printer. */
async function printingOrder(changes = {}): Promise<OrderCreated> {
  const created = await renderingOrder(changes)
  await testEnv.DB.prepare(`UPDATE orders SET state = 'assembling', interior = ?, cover = ? WHERE id = ?`)
    .bind(file('full_book'), file('cover'), created.order_id)
    .run()
  const printJob = { id: services.newId('printJob'), order_id: created.order_id, vendor: 'house-press' }
  await services.printJobs.plan({ ...printJob, created_at: Date.now() })
  await services.send([{ kind: 'order.print', orderId: created.order_id }])
  await until(created, 'printing')
  return created
}

function asCustomer(created: OrderCreated, action: string, body: object = {}, more = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${created.token}`, 'content-type': 'application/json', ...more }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return shop.fetch(`/api/orders/${created.order_id}/${action}`, init)
}

async function asStaff(created: OrderCreated, action: string, body: object, key?: string): Promise<Response> {
  const init = await staff('owner', key ? { 'idempotency-key': key } : {})
  const path = `/api/admin/orders/${created.order_id}/${action}`
  return shop.fetch(path, { method: 'POST', body: JSON.stringify(body), ...init })
}

const codeOf = async (answer: Response) => (await answer.json<ErrorBody>()).error.code
const why = { reason: 'the customer asked for it' }

describe('a customer', () => {
  test('cancels before paying: the checkout closes, and the preview may be ordered again', async ({
    expect,
  }) => {
    const accepted = await plantedPreview()
    const created = await createOrder(shop, accepted)
    expect((await shop.order(created)).can_cancel).toBe(true)
    expect((await asCustomer(created, 'cancel')).status).toBe(200)
    expect((await asCustomer(created, 'cancel')).status).toBe(200)
    expect((await shop.order(created)).state).toBe('cancelled')
    expect(shop.stripe.sessions.get(`cs_test_${created.order_id}`)).toMatchObject({ status: 'expired' })
    expect((await createOrder(shop, accepted)).order_id).not.toBe(created.order_id)
  })

  test('who pays in the same moment gets the money back', async ({ expect }) => {
    const created = await createOrder(shop, await plantedPreview())
    await services.orders.move(created.order_id, 'cancelled', Date.now(), { ended_by: 'customer' })
    await pay(created)
    await pay(created)
    expect(await shop.order(created)).toMatchObject({ state: 'refunded', refunded_minor: 5180 })
    expect(shop.stripe.refunds).toHaveLength(1)
  })

  test('cannot cancel a book that is being made, nor somebody else’s order', async ({ expect }) => {
    const created = await renderingOrder()
    expect(await codeOf(await asCustomer(created, 'cancel'))).toBe('CANCEL_TOO_LATE')
    expect((await shop.order(created)).can_cancel).toBe(false)
    const stranger = { ...created, token: 'nonsense' }
    expect((await asCustomer(stranger, 'cancel')).status).toBe(401)
  })
})

describe('the desk', () => {
  test('cancels a book that is being painted: painting stops and everything goes back, once', async ({
    expect,
  }) => {
    const created = await renderingOrder()
    const answers = await Promise.all([1, 2, 3].map(() => asStaff(created, 'cancel', why)))
    expect(answers.some((answer) => answer.status === 200)).toBe(true)
    expect((await asStaff(created, 'cancel', why)).status).toBe(200)
    const order = await (
      await shop.fetch(`/api/admin/orders/${created.order_id}`, await staff('viewer'))
    ).json<DeskOrder>()
    expect(order).toMatchObject({
      state: 'refunded',
      refundable_minor: 0,
      can_cancel: false,
      refunded_minor: 5180,
    })
    expect(order.money.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([
      ['payment', 5180],
      ['refund', -5180],
    ])
    expect(shop.stripe.refunds).toHaveLength(1)
    const words = order.timeline.find((entry) => entry.action.startsWith('order.cancelled'))
    expect(words).toMatchObject({ actor: 'mai', reason: why.reason })
    expect(words?.action).toMatch(/\d+ GPU seconds had been spent/)
    const row = await services.orders.find(created.order_id)
    const open = (await services.units.ofJob(row?.render_job_id ?? '')).filter(
      (unit) => unit.state !== 'cancelled',
    )
    expect(open.every((unit) => unit.state === 'done')).toBe(true)
  })

  test('cancels at the printer while the printer stops, and not after', async ({ expect }) => {
    const stopped = await printingOrder()
    expect((await asStaff(stopped, 'cancel', why)).status).toBe(200)
    expect((await shop.order(stopped)).state).toBe('refunded')
    expect(shop.press.jobs.find((job) => job.reference === stopped.order_id)?.status).toBe('cancelled')

    const printed = await printingOrder()
    await shop.fetch(await shop.press.move(printed.order_id, 'in_production'))
    expect(await codeOf(await asStaff(printed, 'cancel', why))).toBe('CANCEL_TOO_LATE')
    expect((await shop.order(printed)).state).toBe('printing')
    expect((await asStaff(printed, 'refund', why, 'k1')).status).toBe(200)
    // The money is back; the book comes all the same, and somebody is told.
    expect(await shop.order(printed)).toMatchObject({ state: 'printing', refunded_minor: 5180 })
    const alerts = (await services.alerts.open(100)).filter((alert) => alert.subject === printed.order_id)
    expect(alerts.map((alert) => alert.kind)).toEqual(['refund_too_late'])
  })

  test('refunds a part once a key, never more than was paid, and only as an owner', async ({ expect }) => {
    const created = await renderingOrder()
    const part = { ...why, amount_minor: 1000 }
    expect((await asStaff(created, 'refund', part)).status).toBe(400)
    expect((await asStaff(created, 'refund', part, 'key-1')).status).toBe(200)
    expect((await asStaff(created, 'refund', part, 'key-1')).status).toBe(200)
    expect(await codeOf(await asStaff(created, 'refund', { ...part, amount_minor: 2 }, 'key-1'))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    )
    expect(await codeOf(await asStaff(created, 'refund', { ...part, amount_minor: 4181 }, 'key-2'))).toBe(
      'REFUND_TOO_LARGE',
    )
    expect(await shop.order(created)).toMatchObject({ state: 'rendering', refunded_minor: 1000 })
    const init = await staff('editor', { 'idempotency-key': 'key-3' })
    const path = `/api/admin/orders/${created.order_id}/refund`
    expect((await shop.fetch(path, { method: 'POST', body: JSON.stringify(why), ...init })).status).toBe(403)
    expect((await asStaff(created, 'refund', why, 'key-4')).status).toBe(200)
    expect(await shop.order(created)).toMatchObject({ state: 'refunded', refunded_minor: 5180 })
    expect(shop.stripe.refunds.map((refund) => refund['amount'])).toEqual([1000, 4180])
  })

  test('a refund that the payment service does not answer is made by the sweep', async ({ expect }) => {
    const created = await renderingOrder()
    // The SDK asks twice by itself.
    shop.stripe.failingRefunds = 2
    expect((await asStaff(created, 'cancel', why)).status).toBe(200)
    expect((await shop.order(created)).state).toBe('cancelled')
    expect(shop.stripe.refunds).toHaveLength(0)
    await testEnv.DB.prepare('UPDATE refunds SET updated_at = 0 WHERE order_id = ?')
      .bind(created.order_id)
      .run()
    await shop.sweep()
    expect(await shop.order(created)).toMatchObject({ state: 'refunded', refunded_minor: 5180 })
    expect(shop.stripe.refunds).toHaveLength(1)
  })

  test('a cancel that died before the refund was planned is finished by the sweep', async ({ expect }) => {
    const created = await renderingOrder()
    await services.orders.move(created.order_id, 'cancelled', Date.now(), { ended_by: 'staff' }, 'died here')
    await shop.sweep()
    expect(await shop.order(created)).toMatchObject({ state: 'refunded', refunded_minor: 5180 })
  })
})

describe('more copies of a printed book', () => {
  test('print the same files for another order, and paint nothing', async ({ expect }) => {
    const first = await printingOrder()
    const painted = shop.runpod.rendered.length
    const key = { 'idempotency-key': crypto.randomUUID() }
    const answer = await asCustomer(first, 'reorder', { quantity: 3, country: 'US' }, key)
    expect(answer.status).toBe(201)
    const more = await answer.json<OrderCreated>()
    const again = await asCustomer(first, 'reorder', { quantity: 3, country: 'US' }, key)
    expect((await again.json<OrderCreated>()).order_id).toBe(more.order_id)
    await pay(more)
    const order = await until(more, 'printing')
    expect(order).toMatchObject({ reorder_of: first.order_id, quantity: 3, amount_minor: 3 * 4490 })
    expect(shop.runpod.rendered).toHaveLength(painted)
    const files = [first, more].map(({ order_id }) => {
      const job = shop.press.jobs.find((candidate) => candidate.reference === order_id)
      return (job as unknown as { interior: { sha256: string } } | undefined)?.interior.sha256
    })
    expect(files[0]).toBeTruthy()
    expect(files[1]).toBe(files[0])
  })

  test('are not sold before the book was printed', async ({ expect }) => {
    const created = await renderingOrder()
    expect((await shop.order(created)).can_reorder).toBe(false)
    expect(await codeOf(await asCustomer(created, 'reorder', {}))).toBe('REORDER_NOT_POSSIBLE')
  })
})

describe('shipping', () => {
  test('is told before anybody orders, and refused where nobody sends', async ({ expect }) => {
    const quote = await shop.fetch('/api/shipping?book_id=lantern&country=US&quantity=2')
    expect(await quote.json()).toMatchObject({
      country: 'US',
      options: [
        { level: 'standard', amount_minor: 690, currency: 'usd', min_days: 7, max_days: 12, tracked: true },
        { level: 'express', amount_minor: 1890 },
      ],
      countries: expect.arrayContaining(['DE', 'US', 'VN']),
    })
    expect(await codeOf(await shop.fetch('/api/shipping?book_id=lantern&country=KP'))).toBe(
      'SHIPPING_UNAVAILABLE',
    )
    const accepted = await plantedPreview()
    const refused = (await createOrder(shop, accepted, { country: 'KP' })) as unknown as ErrorBody
    expect(refused.error.code).toBe('SHIPPING_UNAVAILABLE')
    expect((await createOrder(shop, accepted)).checkout_url).toContain('/c/pay/')
  })

  test('that was chosen goes to the printer', async ({ expect }) => {
    const express = { amount_subtotal: 1890, shipping_rate: { id: 'shr_2', metadata: { level: 'express' } } }
    const created = await printingOrder({ shipping_cost: express })
    expect((await until(created, 'printing')).shipping).toEqual({ level: 'express', amount_minor: 1890 })
    const job = shop.press.jobs.find((candidate) => candidate.reference === created.order_id)
    expect(job).toMatchObject({ shipping_level: 'express' })
  })
})
