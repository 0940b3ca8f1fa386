import type { PreviewAccepted, PreviewStatus } from '@foxetales/shared-schemas/preview'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { approvedPreview, bearer, openShop, patience, type Shop } from '../shop.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

async function readyPreview(): Promise<PreviewAccepted> {
  const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
  await untilReady(accepted)
  return accepted
}

async function untilReady(accepted: PreviewAccepted): Promise<PreviewStatus> {
  return vi.waitFor(async () => {
    const preview = await shop.preview(accepted)
    if (preview.state !== 'ready') throw new Error(`the preview is ${preview.state}`)
    return preview
  }, patience)
}

const redo = (accepted: PreviewAccepted, page: number | string, token = accepted.token) =>
  shop.fetch(`/api/preview/${accepted.preview_id}/pages/${page}/redo`, { method: 'POST', ...bearer(token) })
const pageOf = (preview: PreviewStatus, number: number) => preview.pages.find((page) => page.page === number)

describe('a page that the parent does not like', () => {
  test('is painted once more with another seed, and only that page, once', async ({ expect }) => {
    const accepted = await readyPreview()
    const before = await shop.preview(accepted)
    const [first, second] = before.pages
    expect(before.pages.map((page) => page.may_redo)).toEqual([true, true, true])
    const answer = await redo(accepted, first?.page ?? 0)
    expect(answer.status).toBe(202)
    expect((await answer.json<PreviewStatus>()).state).toBe('rendering')

    const after = await untilReady(accepted)
    expect(pageOf(after, first?.page ?? 0)).toMatchObject({ state: 'done', may_redo: false })
    expect(pageOf(after, first?.page ?? 0)?.sha256).not.toBe(first?.sha256)
    expect(pageOf(after, second?.page ?? 0)).toMatchObject({ sha256: second?.sha256, may_redo: true })
    const seeds = shop.runpod.rendered.flatMap((unit) =>
      unit.kind === 'book-page' && unit.jobId === accepted.preview_id ? [unit.seed] : [],
    )
    expect(new Set(seeds).size).toBe(4)

    const again = await redo(accepted, first?.page ?? 0)
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ error: { code: 'PAGE_REDO_USED' } })
  })

  test('asked for twice at the same time, is painted once', async ({ expect }) => {
    const accepted = await readyPreview()
    const [page] = (await shop.preview(accepted)).pages
    const answers = await Promise.all([1, 2, 3].map(() => redo(accepted, page?.page ?? 0)))
    expect(answers.filter((answer) => answer.status === 202)).toHaveLength(1)
    await untilReady(accepted)
    const painted = shop.runpod.rendered.filter(
      (unit) => unit.kind === 'book-page' && unit.jobId === accepted.preview_id,
    )
    expect(painted).toHaveLength(4)
  })

  test('stays as it was when the new one cannot be made', async ({ expect }) => {
    const accepted = await readyPreview()
    const [page] = (await shop.preview(accepted)).pages
    shop.runpod.result = () => 'failed'
    await redo(accepted, page?.page ?? 0)
    const after = await untilReady(accepted)
    expect(pageOf(after, page?.page ?? 0)).toMatchObject({
      state: 'done',
      sha256: page?.sha256,
      may_redo: false,
    })
  })
})

describe('nothing is painted again', () => {
  test('for a page that is not in the preview, a stranger, or after approval', async ({ expect }) => {
    const accepted = await approvedPreview(shop)
    const [page] = (await shop.preview(accepted)).pages
    expect((await redo(accepted, 2)).status).toBe(404)
    expect((await redo(accepted, 'cover')).status).toBe(400)
    expect((await redo(accepted, page?.page ?? 0, 'nonsense')).status).toBe(401)
    const late = await redo(accepted, page?.page ?? 0)
    expect(await late.json()).toMatchObject({ error: { code: 'PREVIEW_NOT_READY' } })
    expect(page?.may_redo).toBe(false)
  })
})
