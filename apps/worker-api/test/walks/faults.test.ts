import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { recoverUnit } from '../../src/flows/recover-unit.ts'
import { callback } from '../played-runpod.ts'
import { paymentOf } from '../played-stripe.ts'
import { approvedPreview, bearer, createOrder, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

const stateOf = async (accepted: PreviewAccepted) => (await shop.preview(accepted)).state

describe('a photo that is refused', () => {
  test('is deleted at once, and the parent is told what to do', async ({ expect }) => {
    shop.runpod.result = () => 'refused'
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    await vi.waitFor(async () => expect(await stateOf(accepted)).toBe('refused'), patience)
    const preview = await shop.preview(accepted)
    expect(preview.refusal).toMatchObject({ reason: 'NO_FACE' })
    expect(preview.refusal?.advice).toContain('Please')
    expect(preview.photo_deleted).toBe(true)
    const row = await testEnv.DB.prepare(
      'SELECT p.key FROM photos p JOIN jobs j ON j.photo_id = p.id WHERE j.id = ?',
    )
      .bind(accepted.preview_id)
      .first<{ key: string }>()
    expect(await testEnv.FILES.head(row?.key ?? '')).toBeNull()
    expect(shop.runpod.submitted.some((unit) => unit.kind === 'book-page')).toBe(false)
  })
})

describe('a worker that fails', () => {
  test('is tried again with the same unit, and the preview still becomes ready', async ({ expect }) => {
    const failed = new Set<string>()
    shop.runpod.result = (unit) => {
      if (unit.kind === 'check-photo') return 'accepted'
      if (failed.has(unit.unitId)) return 'made'
      failed.add(unit.unitId)
      return 'failed'
    }
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    await vi.waitFor(async () => expect(await stateOf(accepted)).toBe('ready'), patience)
    expect(failed.size).toBe(3)
  })

  test('for good ends in a state that says so', async ({ expect }) => {
    shop.runpod.result = (unit) => (unit.kind === 'check-photo' ? 'accepted' : 'failed')
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    await vi.waitFor(async () => expect(await stateOf(accepted)).toBe('failed'), patience)
    expect((await shop.preview(accepted)).failure).toContain('could not make')
  })
})

describe('workers that are away', () => {
  test('leave a preview waiting, which goes on when they are back', async ({ expect }) => {
    shop.runpod.away = () => true
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    await vi.waitFor(() => expect(shop.runpod.waiting).toHaveLength(1), patience)
    expect(await stateOf(accepted)).toBe('checking_photo')
    await shop.runpod.resume()
    await vi.waitFor(async () => expect(await stateOf(accepted)).toBe('ready'), patience)
  })

  test('for an hour fail nobody: the preview goes on when somebody answers', async ({ expect }) => {
    shop.runpod.down = true
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    const services = compose(testEnv)
    const impatient = { ...services, settings: { ...services.settings, unitLeaseMs: 0 } }
    const unit = await testEnv.DB.prepare('SELECT id FROM units WHERE job_id = ?')
      .bind(accepted.preview_id)
      .first<{ id: string }>()
    const state = async () => (await services.units.find(unit?.id ?? ''))?.state
    for (let lease = 0; lease < 12; lease++) {
      await vi.waitFor(async () => expect(await state()).toBe('submitted'), patience)
      expect(await stateOf(accepted)).toBe('checking_photo')
      await recoverUnit(impatient, unit?.id ?? '')
      await services.scheduler.settle(unit?.id ?? '', 'cpu', 0)
      shop.runpod.down = lease < 11
      await services.send([{ kind: 'unit.schedule', unitId: unit?.id ?? '' }])
    }
    await vi.waitFor(async () => expect(await stateOf(accepted)).toBe('ready'), patience)
  })

  test('when a preview comes after a whole book, it gets the next free slot', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    shop.runpod.away = (unit) => unit.kind !== 'print-master'
    await shop.fetch(await shop.stripe.event('checkout.session.completed', shop.stripe.pay(created.order_id)))
    const gpu = () => shop.runpod.waiting.filter((unit) => unit.kind === 'book-page')
    await vi.waitFor(() => expect(gpu().length).toBeGreaterThan(0), patience)
    const slots = gpu().length
    expect(slots).toBeLessThanOrEqual(Number(testEnv['GPU_SLOTS']))

    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    const check = await vi.waitFor(() => {
      const found = shop.runpod.waiting.find((unit) => unit.jobId === accepted.preview_id)
      if (!found) throw new Error('the photo check has not been submitted')
      return found
    }, patience)
    await shop.runpod.finishOne(check)
    await vi.waitFor(async () => expect(await stateOf(accepted)).toBe('rendering'), patience)
    await vi.waitFor(async () => expect((await shop.preview(accepted)).position).toBe(0), patience)

    // One book page is done: the slot it leaves goes to the preview, though 30 book pages came before it.
    const [first] = gpu()
    if (!first) throw new Error('no book page runs')
    await shop.runpod.finishOne(first)
    await vi.waitFor(() => {
      const next = shop.runpod.submitted.at(-1)
      expect(next?.jobId).toBe(accepted.preview_id)
    }, patience)
    await shop.runpod.resume()
    await vi.waitFor(async () => expect((await shop.order(created)).state).toBe('printing'), patience)
  })
})

describe('news that comes twice, late or from the wrong place', () => {
  test('a second result of the same attempt changes nothing', async ({ expect }) => {
    const accepted = await approvedPreview(shop)
    const before = await shop.preview(accepted)
    const [page] = shop.runpod.rendered.filter((unit) => unit.kind === 'book-page')
    if (!page) throw new Error('nothing was rendered')
    const body = {
      event: 'finished',
      unitId: page.unitId,
      attempt: page.attempt,
      result: { outcome: 'failed', code: 'X', message: 'x', retryable: false },
    }
    expect(await callback((request) => shop.fetch(request), page, body)).toEqual({ proceed: false })
    expect((await shop.preview(accepted)).pages.map((each) => each.sha256)).toEqual(
      before.pages.map((each) => each.sha256),
    )
  })

  test('a callback with a wrong signature is refused', async ({ expect }) => {
    await approvedPreview(shop)
    const [page] = shop.runpod.rendered
    if (!page) throw new Error('nothing was rendered')
    const answer = await shop.fetch(
      new Request(page.callback.url, {
        method: 'POST',
        body: JSON.stringify({ event: 'started', unitId: page.unitId, attempt: 1 }),
        headers: { 'foxetales-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
      }),
    )
    expect(answer.status).toBe(401)
  })

  test('an upload to a key that holds other bytes is refused, the same bytes again are fine', async ({
    expect,
  }) => {
    await approvedPreview(shop)
    const page = shop.runpod.rendered.find((unit) => unit.kind === 'book-page')
    if (page?.kind !== 'book-page') throw new Error('nothing was rendered')
    const { url, contentType } = page.outputs.page
    const put = (body: string) =>
      shop.fetch(new Request(url, { method: 'PUT', body, headers: { 'content-type': contentType } }))
    expect((await put(`page ${page.unitId} ${page.attempt}`)).status).toBe(200)
    expect((await put('something else')).status).toBe(409)
  })

  test('a printer that fails after it took the job is asked, not sent the book again', async ({ expect }) => {
    shop.press.failAfterTaking = 1
    const created = await createOrder(shop, await approvedPreview(shop))
    await shop.fetch(await shop.stripe.event('checkout.session.completed', shop.stripe.pay(created.order_id)))
    await vi.waitFor(async () => expect((await shop.order(created)).state).toBe('printing'), patience)
    expect(shop.press.jobs.filter((job) => job.reference === created.order_id)).toHaveLength(1)
  })

  test('late news from the printer moves nothing back', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    await shop.fetch(await shop.stripe.event('checkout.session.completed', shop.stripe.pay(created.order_id)))
    await vi.waitFor(async () => expect((await shop.order(created)).state).toBe('printing'), patience)
    const early = await shop.press.move(created.order_id, 'accepted')
    await shop.fetch(await shop.press.move(created.order_id, 'shipped'))
    expect((await shop.fetch(early)).status).toBe(200)
    expect((await shop.order(created)).state).toBe('shipped')
  })
})

describe('money that is taken back', () => {
  test('holds a disputed order before anything more is made of it', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    shop.runpod.away = (unit) => unit.kind === 'book-page'
    await shop.fetch(await shop.stripe.event('checkout.session.completed', shop.stripe.pay(created.order_id)))
    await vi.waitFor(async () => expect((await shop.order(created)).state).toBe('rendering'), patience)
    shop.stripe.dispute(created.order_id, 'needs_response')
    const about = { payment_intent: paymentOf(created.order_id) }
    const id = `dp_${created.order_id}`
    const dispute = await shop.stripe.event('charge.dispute.created', id, undefined, about)
    expect((await shop.fetch(dispute)).status).toBe(200)
    expect((await shop.order(created)).hold).toContain('disputes')
    await shop.runpod.resume()
    await shop.sweep()
    expect((await shop.order(created)).state).toBe('rendering')
    expect(shop.press.jobs.filter((job) => job.reference === created.order_id)).toHaveLength(0)
  })

  test('ends a refunded order and its unspent GPU work', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    shop.runpod.away = (unit) => unit.kind === 'book-page'
    await shop.fetch(await shop.stripe.event('checkout.session.completed', shop.stripe.pay(created.order_id)))
    await vi.waitFor(async () => expect((await shop.order(created)).state).toBe('rendering'), patience)
    shop.stripe.refundOutside(created.order_id, 5180)
    const about = { payment_intent: paymentOf(created.order_id) }
    await shop.fetch(await shop.stripe.event('charge.refunded', `ch_${created.order_id}`, undefined, about))
    expect((await shop.order(created)).state).toBe('refunded')
    const before = shop.runpod.rendered.length
    await shop.runpod.resume()
    expect(shop.runpod.rendered.length).toBe(before)
  })
})

describe('messages that are lost', () => {
  test('are sent again by the sweep, from the rows', async ({ expect }) => {
    const accepted = await approvedPreview(shop)
    const created = await createOrder(shop, accepted)
    // The payment is in the row, the message about it never arrived.
    await testEnv.DB.prepare(`UPDATE orders SET state = 'paid', ship_to = ?, updated_at = 0 WHERE id = ?`)
      .bind(
        JSON.stringify({ name: 'A', line1: '1', city: 'H', postcode: '1', country: 'VN' }),
        created.order_id,
      )
      .run()
    await shop.sweep()
    await vi.waitFor(async () => expect((await shop.order(created)).state).toBe('printing'), patience)
  })
})

describe('deletion', () => {
  test('on the parent’s word removes photo, pages and what was told about the child', async ({ expect }) => {
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    await vi.waitFor(async () => expect(await stateOf(accepted)).toBe('ready'), patience)
    const init = { method: 'DELETE', ...bearer(accepted.token) }
    expect((await shop.fetch(`/api/preview/${accepted.preview_id}`, init)).status).toBe(204)
    const pages = await testEnv.FILES.list({ prefix: `pages/${accepted.preview_id}/` })
    expect(pages.objects).toHaveLength(0)
    const job = await testEnv.DB.prepare('SELECT request, state FROM jobs WHERE id = ?')
      .bind(accepted.preview_id)
      .first()
    expect(job).toEqual({ request: '{}', state: 'expired' })
    expect((await shop.preview(accepted)).photo_deleted).toBe(true)
  })

  test('happens by itself when a photo’s time is over', async ({ expect }) => {
    const accepted = await approvedPreview(shop)
    await testEnv.DB.prepare(
      'UPDATE photos SET delete_after_at = 1 WHERE id = (SELECT photo_id FROM jobs WHERE id = ?)',
    )
      .bind(accepted.preview_id)
      .run()
    await shop.sweep()
    const preview = await shop.preview(accepted)
    expect(preview).toMatchObject({ state: 'expired', photo_deleted: true })
  })
})
