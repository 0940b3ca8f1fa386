import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import type { ErrorBody } from '@foxetales/shared-schemas/errors'
import type { UnitInput } from '@foxetales/shared-schemas/unit'
import { sign } from 'hono/jwt'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { advanceOrder } from '../../src/flows/advance-order.ts'
import { approvedPreview, bearer, createOrder, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

async function staff(role: string): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 600
  return sign({ sub: 'an', aud: 'foxetales-desk', role, exp }, String(testEnv['ADMIN_JWT_SECRET']))
}

async function read(orderId: string): Promise<DeskOrder> {
  const answer = await shop.fetch(`/api/admin/orders/${orderId}`, bearer(await staff('viewer')))
  return answer.json<DeskOrder>()
}

async function act(path: string, body: object): Promise<Response> {
  return shop.fetch(`/api/admin/orders/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await staff('editor')}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

const codeOf = async (answer: Response) => (await answer.json<ErrorBody>()).error.code

/** A paid order, held before its book is put together, with every page made. */
async function heldOrder(): Promise<string> {
  const { order_id: id } = await createOrder(shop, await approvedPreview(shop))
  const services = compose(testEnv)
  await shop.fetch(await shop.stripe.event('checkout.session.completed', shop.stripe.pay(id)))
  await vi.waitFor(async () => {
    if ((await services.orders.find(id))?.state !== 'rendering') throw new Error('not rendering yet')
  }, patience)
  const answer = await act(`${id}/hold`, { reason: 'The bank asks' })
  if (!answer.ok) throw new Error(await answer.text())
  await vi.waitFor(async () => {
    const order = await services.orders.find(id)
    const job = await services.jobs.find(order?.render_job_id ?? '')
    if (job?.state !== 'ready') throw new Error(`the job is ${job?.state}`)
  }, patience)
  return id
}

/** The test's shop never reviews: the order is held until its pages are made, and then moved on by one that does. */
async function orderInReview(): Promise<string> {
  const id = await heldOrder()
  const services = compose(testEnv)
  await services.orders.setHold(id, null, Date.now())
  await advanceOrder({ ...services, settings: { ...services.settings, reviewOrders: 'always' } }, id)
  return id
}

const pageOf = (order: DeskOrder, slot: string) => {
  const page = order.pages.find((candidate) => candidate.slot === slot)
  if (!page) throw new Error(`no ${slot}`)
  return page
}

const seen = (order: DeskOrder) =>
  Object.fromEntries(order.pages.map((page) => [page.slot, page.versions.at(-1)?.sha256]))

describe('an order on the desk', () => {
  test('shows its pages with words, scores and pictures, and what a person has to do', async ({ expect }) => {
    const order = await read(await orderInReview())
    expect(order).toMatchObject({
      state: 'review',
      can_approve: true,
      needs_person: true,
      child_name: 'Nguyễn Thị Ánh',
      ship_to_country: 'US',
      email: 'parent@example.test',
      book: { id: 'lantern' },
    })
    expect(order.next_action).toContain('approve')
    expect(order.pages).toHaveLength(36)
    expect(order.pages.every((page) => page.can_regenerate && page.versions.length === 1)).toBe(true)
    const told = order.pages.map((page) => page.words ?? '').join('\n')
    expect(told).toContain('Nguyễn Thị Ánh')
    const version = pageOf(order, 'page_01').versions[0]
    expect(version).toMatchObject({ from: 'order', current: true, draft: true, engine: 'played', scores: {} })
    expect((await shop.fetch(new Request(version?.page_url ?? ''))).headers.get('content-type')).toBe(
      'image/png',
    )
    const fromPreview = order.pages.filter((page) => page.versions[0]?.from === 'preview')
    expect(fromPreview).toHaveLength(3)
    expect(order.timeline.map((event) => event.action)).toEqual([
      'order.created',
      'order.paid',
      'order.held',
      'order.review',
    ])
  })

  test('keeps a page’s older version beside the new one, with who asked for it and why', async ({
    expect,
  }) => {
    const id = await orderInReview()
    const before = await read(id)
    const approved = before.pages.find((page) => page.versions[0]?.from === 'preview')?.slot ?? ''
    const painted: UnitInput[] = []
    shop.runpod.result = (unit) => {
      painted.push(unit)
      return 'made'
    }
    for (const slot of ['page_02', approved]) {
      const wish = slot === approved ? { seed: 4242, likeness: 1.1, skin_tone: 3 } : {}
      const answer = await act(`${id}/pages/${slot}/regenerate`, { reason: 'The hands are wrong', ...wish })
      expect(answer.status).toBe(202)
      expect((await answer.json<DeskOrder>()).state).toBe('rendering')
    }
    await vi.waitFor(async () => {
      const { pages } = await read(id)
      if (pages.some((page) => page.state !== 'done')) throw new Error('not yet painted')
    }, patience)
    const after = await read(id)
    for (const slot of ['page_02', approved]) {
      const { versions } = pageOf(after, slot)
      expect(versions.map((version) => version.current)).toEqual([false, true])
      expect(versions[0]?.sha256).toBe(pageOf(before, slot).versions[0]?.sha256)
      expect(versions[1]).toMatchObject({
        asked_because: 'The hands are wrong',
        asked_by: 'an',
        from: 'order',
      })
      expect(versions[1]?.sha256).not.toBe(versions[0]?.sha256)
    }
    expect(pageOf(after, approved).versions[1]).toMatchObject({
      seed: 4242,
      wish: { likeness: 1.1, skin_tone: 3 },
    })
    expect(painted).toContainEqual(
      expect.objectContaining({ seed: 4242, likeness: 1.1, look: expect.objectContaining({ skin_tone: 3 }) }),
    )
    expect(painted.filter((unit) => unit.kind === 'book-page' && unit.likeness !== undefined)).toHaveLength(1)
    expect(after.timeline).toContainEqual(
      expect.objectContaining({ action: 'page.redo page_02', actor: 'an', reason: 'The hands are wrong' }),
    )
  })

  test('that failed names the page to paint again, and goes on once that is done', async ({ expect }) => {
    let unlucky: string | undefined
    shop.runpod.result = (unit) => {
      if (unit.kind === 'check-photo') return 'accepted'
      if (unit.kind === 'book-page' && unit.outputs.print) unlucky ??= unit.unitId
      return unit.unitId === unlucky ? 'failed' : 'made'
    }
    const { order_id: id } = await createOrder(shop, await approvedPreview(shop))
    await shop.fetch(await shop.stripe.event('checkout.session.completed', shop.stripe.pay(id)))
    await vi.waitFor(async () => expect((await read(id)).state).toBe('failed'), patience)
    const order = await read(id)
    const failed = order.pages.filter((page) => page.state === 'failed')
    expect(failed).toEqual([
      expect.objectContaining({ failure: 'GPU_OUT_OF_MEMORY: out of memory', can_regenerate: true }),
    ])
    expect(order).toMatchObject({ needs_person: true, next_action: expect.stringContaining('painted again') })
    await act(`${id}/pages/${failed[0]?.slot}/regenerate`, { reason: 'It failed' })
    await vi.waitFor(async () => expect((await read(id)).state).toBe('printing'), patience)
  })

  test('is approved by somebody who saw every page, and goes to the printer', async ({ expect }) => {
    const id = await orderInReview()
    const answer = await act(`${id}/approve`, { reason: 'All is well', seen: seen(await read(id)) })
    expect(answer.status).toBe(200)
    await vi.waitFor(async () => expect((await read(id)).state).toBe('printing'), patience)
    const order = await read(id)
    expect(order.timeline).toContainEqual(
      expect.objectContaining({ action: 'order.approved', actor: 'an', reason: 'All is well' }),
    )
    expect(order.files?.interior_url).toContain('/files/')
    expect(order.can_approve).toBe(false)
    expect(await codeOf(await act(`${id}/pages/page_02/regenerate`, { reason: 'late' }))).toBe(
      'ILLEGAL_TRANSITION',
    )

    await shop.fetch(await shop.press.move(id, 'rejected'))
    const refused = await read(id)
    expect(refused).toMatchObject({ state: 'failed', needs_person: true, print: { status: 'failed' } })
    expect(refused.next_action).toContain('with the printer')
    expect(refused.pages.some((page) => page.can_regenerate)).toBe(false)
  })

  test('is not approved on pages that were painted again since they were looked at', async ({ expect }) => {
    const id = await orderInReview()
    const stale = { ...seen(await read(id)), page_03: '0'.repeat(64) }
    const answer = await act(`${id}/approve`, { reason: 'All is well', seen: stale })
    expect(answer.status).toBe(409)
    expect((await answer.json<ErrorBody>()).error).toMatchObject({
      code: 'PAGES_CHANGED',
      details: { pages: ['page_03'] },
    })
    expect((await read(id)).state).toBe('review')
  })

  test('that is on hold is neither approved nor painted again', async ({ expect }) => {
    const id = await orderInReview()
    expect((await act(`${id}/hold`, { reason: 'The bank asks' })).status).toBe(200)
    const order = await read(id)
    expect(order).toMatchObject({
      hold: 'The bank asks',
      can_approve: false,
      can_release: true,
      needs_person: true,
    })
    expect(order.pages.some((page) => page.can_regenerate)).toBe(false)
    for (const action of ['approve', 'pages/page_02/regenerate', 'hold']) {
      expect(await codeOf(await act(`${id}/${action}`, { reason: 'All is well' }))).toBe('ILLEGAL_TRANSITION')
    }
  })

  test('stands still while it is on hold, and goes on from there when it is released', async ({ expect }) => {
    const id = await heldOrder()
    await advanceOrder(compose(testEnv), id)
    expect(await read(id)).toMatchObject({ state: 'rendering', pages_done: 36 })
    for (let time = 0; time < 2; time++) {
      expect((await act(`${id}/release`, { reason: 'The bank is content' })).status).toBe(200)
    }
    await vi.waitFor(async () => expect((await read(id)).state).toBe('printing'), patience)
    const { timeline, can_hold: canHold } = await read(id)
    const released = timeline.filter((event) => event.action === 'order.released')
    expect(released).toEqual([expect.objectContaining({ actor: 'an', reason: 'The bank is content' })])
    expect(canHold).toBe(false)
  })

  test('takes no action without a reason', async ({ expect }) => {
    for (const reason of ['', '   ', 'x'.repeat(501)]) {
      expect(await codeOf(await act('ord_none/approve', { reason }))).toBe('INVALID_REQUEST')
    }
    expect(await codeOf(await act('ord_none/approve', { reason: 'because' }))).toBe('ORDER_NOT_FOUND')
  })

  test('is kept by no cache', async ({ expect }) => {
    const answer = await shop.fetch('/api/admin/orders', bearer(await staff('viewer')))
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })
})
