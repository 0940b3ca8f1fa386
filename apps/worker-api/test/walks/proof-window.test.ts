import type { OrderCreated, OrderStatus } from '@foxetales/shared-schemas/order'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { acceptPayment } from '../../src/flows/accept-payment.ts'
import { approvedPreview, bearer, createOrder, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(async () => {
  // Pages that are still away would hold the workers that the next test's preview needs.
  shop.runpod.away = () => false
  await shop.runpod.resume()
  vi.restoreAllMocks()
})

/** A paid order, being painted, in a shop that gives a day to correct the words, as production does. */
async function paidOrder(changes: object = {}): Promise<OrderCreated> {
  const created = await createOrder(shop, await approvedPreview(shop, changes))
  shop.runpod.away = (unit) => unit.kind === 'book-page'
  const services = compose({ ...testEnv, PROOF_HOURS: '24' })
  const sessionId = shop.stripe.pay(created.order_id)
  await acceptPayment(services, 'stripe', {
    eventId: `evt_${created.order_id}`,
    type: 'checkout.session.completed',
    look: { at: 'checkout', sessionId },
    createdAt: Date.now(),
  })
  await vi.waitFor(async () => expectState(await shop.order(created), 'rendering'), patience)
  return created
}

async function paintAll(created: OrderCreated): Promise<void> {
  shop.runpod.away = () => false
  await shop.runpod.resume()
  await vi.waitFor(async () => expectState(await shop.order(created), 'approved'), patience)
}

function expectState(order: OrderStatus, state: OrderStatus['state']): void {
  if (order.state !== state) throw new Error(`the order is ${order.state}, not ${state}`)
}

const post = (created: OrderCreated, action: string, body: object = {}) =>
  shop.fetch(`/api/orders/${created.order_id}/${action}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${created.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const printed = (created: OrderCreated) => shop.press.jobs.filter((job) => job.reference === created.order_id)

describe('for a day after the payment', () => {
  test('a finished book is not bound, its status shows what will be printed, and then it goes on by itself', async ({
    expect,
  }) => {
    const created = await paidOrder({ dedication: 'For Anh.' })
    await paintAll(created)
    await testEnv.DB.prepare('UPDATE orders SET updated_at = 0 WHERE id = ?').bind(created.order_id).run()
    await compose(testEnv).send([{ kind: 'order.assemble', orderId: created.order_id }])
    await shop.sweep()
    const order = await shop.order(created)
    expect(order.state).toBe('approved')
    expect(order.proof).toMatchObject({ name: 'Nguyễn Thị Ánh', dedication: 'For Anh.' })
    expect(printed(created)).toHaveLength(0)

    await testEnv.DB.prepare('UPDATE orders SET proof_until = 1, updated_at = 0 WHERE id = ?')
      .bind(created.order_id)
      .run()
    await shop.sweep()
    await vi.waitFor(async () => expectState(await shop.order(created), 'printing'), patience)
    expect(printed(created)).toHaveLength(1)
  })

  test('name and dedication may be corrected, and the book is bound with the new words', async ({
    expect,
  }) => {
    const created = await paidOrder({ dedication: 'For Anh.' })
    const corrected = await post(created, 'text', { name: 'Thị Ánh', dedication: 'Cho Ánh.' })
    expect(corrected.status).toBe(200)
    expect((await corrected.json<OrderStatus>()).proof).toMatchObject({
      name: 'Thị Ánh',
      dedication: 'Cho Ánh.',
    })
    expect((await post(created, 'text', { dedication: '' })).status).toBe(200)
    expect((await shop.order(created)).proof?.dedication).toBeUndefined()

    await paintAll(created)
    expect((await post(created, 'release')).status).toBe(200)
    await vi.waitFor(async () => expectState(await shop.order(created), 'printing'), patience)
    expect(printed(created)).toHaveLength(1)
    const request = await testEnv.DB.prepare(
      'SELECT j.request FROM jobs j JOIN orders o ON o.preview_job_id = j.id WHERE o.id = ?',
    )
      .bind(created.order_id)
      .first<{ request: string }>()
    expect(JSON.parse(request?.request ?? '')).toMatchObject({ child: { name: 'Thị Ánh', skin_tone: 5 } })
    const { timeline, ...rest } = await shop.order(created)
    expect(rest.proof).toBeUndefined()
    expect(JSON.stringify(timeline)).not.toContain('Ánh')
  })

  test('words that cannot be printed are refused by field, and what stood before stays', async ({
    expect,
  }) => {
    const created = await paidOrder()
    const refused = await post(created, 'text', { name: '安' })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      error: { code: 'TEXT_NOT_PRINTABLE', details: { field: expect.any(String) } },
    })
    expect((await post(created, 'text', {})).status).toBe(400)
    expect((await shop.order(created)).proof?.name).toBe('Nguyễn Thị Ánh')
  })

  test('nobody else may correct or let go', async ({ expect }) => {
    const stranger = await createOrder(shop, await approvedPreview(shop))
    const created = await paidOrder()
    for (const action of ['text', 'release']) {
      const answer = await shop.fetch(`/api/orders/${created.order_id}/${action}`, {
        method: 'POST',
        ...bearer(stranger.token),
        body: '{}',
      })
      expect(answer.status).toBe(401)
    }
    expect((await shop.order(created)).state).toBe('rendering')
  })
})

describe('after that day, or once the book is let go', () => {
  test('the words stand: a correction is refused, letting go again changes nothing', async ({ expect }) => {
    const created = await paidOrder()
    expect((await post(created, 'release')).status).toBe(200)
    expect((await post(created, 'release')).status).toBe(200)
    const late = await post(created, 'text', { name: 'Lan' })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ error: { code: 'PROOF_CLOSED' } })
  })

  test('an order that nobody paid has nothing to let go', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    const answer = await post(created, 'release')
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ error: { code: 'ILLEGAL_TRANSITION' } })
  })
})
