import type { DeadLetterList, DeskOrder, DeskPhoto, DeskReprinted } from '@foxetales/shared-schemas/desk'
import type { ErrorBody } from '@foxetales/shared-schemas/errors'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { sha256Hex } from '../../src/domain/signing.ts'
import { plantedPreview } from '../planted-preview.ts'
import { createOrder, openShop, photoBytes, type Shop } from '../shop.ts'
import { staff } from '../staff.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

const services = compose(testEnv)

async function post(
  path: string,
  body: object,
  role: 'viewer' | 'editor' | 'owner' = 'editor',
  more: Record<string, string> = {},
): Promise<Response> {
  const init = { method: 'POST', ...(await staff(role, more)), body: JSON.stringify(body) }
  return shop.fetch(`/api/admin/${path}`, init)
}

async function read(id: string): Promise<DeskOrder> {
  return (await shop.fetch(`/api/admin/orders/${id}`, await staff('viewer'))).json<DeskOrder>()
}

const codeOf = async (answer: Response) => (await answer.json<ErrorBody>()).error.code
const key = () => ({ 'idempotency-key': crypto.randomUUID() })

describe('a message that was tried too often', () => {
  const letters = async () =>
    (await shop.fetch('/api/admin/dead-letters', await staff('viewer'))).json<DeadLetterList>()

  test('is shown with what it spoke of, and sent again for a reason, once', async ({ expect }) => {
    const id = crypto.randomUUID()
    const jobId = services.newId('job')
    const message = JSON.stringify({ kind: 'job.advance', jobId })
    await services.journal.keepDeadLetter({ id, message, attempts: 5, at: services.now() })
    const mine = async () => (await letters()).dead_letters.filter((letter) => letter.dead_letter_id === id)
    expect(await mine()).toMatchObject([{ kind: 'job.advance', subject: jobId, attempts: 5 }])
    const path = `dead-letters/${id}/replay`
    expect((await post(path, {})).status).toBe(400)
    expect((await post(path, { reason: 'the queue was away' })).status).toBe(200)
    expect(await mine()).toEqual([])
    expect((await post(path, { reason: 'once more' })).status).toBe(200)
    expect(await services.journal.auditOf(jobId)).toMatchObject([
      { action: 'replayed job.advance', actor: 'mai', reason: 'the queue was away' },
    ])
    const alerts = await services.alerts.open(100)
    expect(alerts.filter((alert) => alert.subject === id)).toEqual([])
  })

  test('that cannot be read stays where it is, and says so', async ({ expect }) => {
    const id = crypto.randomUUID()
    await services.journal.keepDeadLetter({ id, message: 'no JSON', attempts: 1, at: services.now() })
    const answer = await post(`dead-letters/${id}/replay`, { reason: 'try it' })
    expect(await codeOf(answer)).toBe('DEAD_LETTER_UNREADABLE')
    expect((await letters()).dead_letters.some((letter) => letter.dead_letter_id === id)).toBe(true)
  })
})

describe('the photo of an order', () => {
  test('is shown by a short link to who says why, and that is written down', async ({ expect }) => {
    const { order_id: id } = await createOrder(shop, await plantedPreview())
    const photo = await services.photos.find((await services.orders.find(id))?.photo_id ?? '')
    await services.files.put(photo?.key ?? '', photoBytes(), {
      contentType: 'image/jpeg',
      sha256: await sha256Hex(photoBytes()),
    })
    expect((await read(id)).has_photo).toBe(true)
    expect((await post(`orders/${id}/photo`, { reason: 'likeness' }, 'viewer')).status).toBe(403)
    const shown = await (await post(`orders/${id}/photo`, { reason: 'likeness' })).json<DeskPhoto>()
    expect(Date.parse(shown.until) - Date.now()).toBeLessThanOrEqual(120_000)
    const file = await shop.fetch(new URL(shown.photo_url).pathname)
    expect(file.headers.get('cache-control')).toBe('private, no-store')
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(photoBytes())
    expect(await services.journal.auditOf(id)).toContainEqual(
      expect.objectContaining({ action: 'photo.shown', actor: 'mai', reason: 'likeness' }),
    )
    await services.photos.markDeleted(photo?.id ?? '', 'test', services.now())
    expect((await read(id)).has_photo).toBe(false)
    expect(await codeOf(await post(`orders/${id}/photo`, { reason: 'again' }))).toBe('FILE_NOT_FOUND')
  })
})

describe('a book that was shipped', () => {
  test('is sent out again at the shop’s cost, once a key, by owners alone', async ({ expect }) => {
    const { order_id: id } = await createOrder(shop, await plantedPreview(), { quantity: 2 })
    const why = { reason: 'arrived torn' }
    expect(await codeOf(await post(`orders/${id}/reprint`, why, 'owner', key()))).toBe('REPRINT_NOT_POSSIBLE')
    const file = JSON.stringify({ key: 'k', sha256: '2'.repeat(64), bytes: 1, pages: 40 })
    await testEnv.DB.prepare(
      `UPDATE orders SET state = 'delivered', interior = ?, paid_minor = 7800, ship_to = '{"country":"US"}' WHERE id = ?`,
    )
      .bind(file, id)
      .run()
    expect((await read(id)).can_reprint).toBe(true)
    expect((await post(`orders/${id}/reprint`, why, 'editor', key())).status).toBe(403)
    expect((await post(`orders/${id}/reprint`, why, 'owner')).status).toBe(400)
    const same = key()
    const again = { ...why, copies: 1 }
    const { order_id: second } = await (
      await post(`orders/${id}/reprint`, again, 'owner', same)
    ).json<DeskReprinted>()
    const repeated = await (await post(`orders/${id}/reprint`, again, 'owner', same)).json<DeskReprinted>()
    expect(repeated.order_id).toBe(second)
    expect(await codeOf(await post(`orders/${id}/reprint`, why, 'owner', same))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    )
    expect(await services.orders.find(second)).toMatchObject({
      reorder_of: id,
      quantity: 1,
      amount_minor: 0,
      paid_minor: 0,
      ship_to: '{"country":"US"}',
    })
    expect(await read(second)).toMatchObject({ refundable_minor: 0 })
  })
})

describe('a book at the only printer', () => {
  test('cannot be given to another', async ({ expect }) => {
    const { order_id: id } = await createOrder(shop, await plantedPreview())
    const job = { id: services.newId('printJob'), order_id: id, vendor: 'house-press', created_at: 1 }
    await services.printJobs.plan(job)
    await testEnv.DB.batch([
      testEnv.DB.prepare(`UPDATE print_jobs SET vendor_ref = 'x', status = 'on_hold' WHERE id = ?`).bind(
        job.id,
      ),
      testEnv.DB.prepare(`UPDATE orders SET state = 'printing', render_job_id = NULL WHERE id = ?`).bind(id),
    ])
    const wanted = { reason: 'they do not answer', printer: 'house-press' }
    expect(await codeOf(await post(`orders/${id}/print-elsewhere`, wanted, 'editor', key()))).toBe(
      'NO_SUCH_PRINTER',
    )
    expect(await services.printJobs.ofOrder(id)).toMatchObject({ vendor_ref: 'x', status: 'on_hold' })
  })
})
