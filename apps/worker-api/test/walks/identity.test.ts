import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import type { UnitInput } from '@foxetales/shared-schemas/unit'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { bearer, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(async () => {
  // Units left with workers would hold their slots until the lease is over.
  await shop.runpod.resume()
  vi.restoreAllMocks()
})

type Page = Extract<UnitInput, { kind: 'book-page' }>

/** A preview whose pages are with a worker, and the pages as they were handed to it. */
async function waitingPreview(): Promise<{ accepted: PreviewAccepted; pages: Page[] }> {
  shop.runpod.away = (unit) => unit.kind === 'book-page'
  const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
  const own = () => pagesOf(accepted)
  await vi.waitFor(() => {
    if (own().length < 2) throw new Error('no pages are with a worker yet')
  }, patience)
  return { accepted, pages: own() }
}

/** The pages of one preview: units of other tests may still come by. */
function pagesOf({ preview_id }: PreviewAccepted): Page[] {
  const pages = shop.runpod.submitted.filter((unit) => unit.kind === 'book-page')
  return pages.filter((page) => page.jobId === preview_id)
}

function linksOf(page: Page | undefined) {
  if (!page?.identity) throw new Error('the page has links to an identity')
  return page.identity
}

const identity = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256)

const read = (page: Page | undefined) => shop.fetch(new Request(linksOf(page).stored.url))

function keep(page: Page | undefined, bytes = identity): Promise<Response> {
  const { url, contentType } = linksOf(page).keep
  return shop.fetch(
    new Request(url, { method: 'PUT', headers: { 'content-type': contentType }, body: bytes }),
  )
}

async function keyOf({ preview_id }: PreviewAccepted): Promise<string> {
  const row = await testEnv.DB.prepare(
    'SELECT p.id, p.customer_id FROM photos p JOIN jobs j ON j.photo_id = p.id WHERE j.id = ?',
  )
    .bind(preview_id)
    .first<{ id: string; customer_id: string }>()
  return `pulid_emb/${row?.customer_id}/${row?.id}`
}

describe("a child's identity", () => {
  test('that one page kept is read by the others, sealed in between and for a day', async ({ expect }) => {
    const { accepted, pages } = await waitingPreview()
    expect((await read(pages[1])).status).toBe(404)
    expect((await keep(pages[0])).status).toBe(200)
    expect(new Uint8Array(await (await read(pages[1])).arrayBuffer())).toEqual(identity)
    const key = await keyOf(accepted)
    const sealed = new Uint8Array((await testEnv.CACHE.get(key, 'arrayBuffer')) ?? new ArrayBuffer())
    expect(sealed.length).toBe(identity.length + 28)
    expect(Buffer.from(sealed).includes(Buffer.from(identity.slice(0, 8)))).toBe(false)
    const { keys } = await testEnv.CACHE.list({ prefix: key })
    const hoursLeft = ((keys[0]?.expiration ?? 0) * 1000 - Date.now()) / 3_600_000
    expect(Math.round(hoursLeft)).toBe(24)
  })

  test('is replaced by a later one, and refused when it is too large', async ({ expect }) => {
    const { pages } = await waitingPreview()
    await keep(pages[0])
    expect((await keep(pages[1], Uint8Array.of(1, 2, 3))).status).toBe(200)
    expect(new Uint8Array(await (await read(pages[0])).arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3))
    expect((await keep(pages[1], new Uint8Array(2_000_001))).status).toBe(413)
  })

  test('is gone with the preview, and no worker can bring it back', async ({ expect }) => {
    const { accepted, pages } = await waitingPreview()
    await keep(pages[0])
    const key = await keyOf(accepted)
    const deleted = await shop.fetch(`/api/preview/${accepted.preview_id}`, {
      method: 'DELETE',
      ...bearer(accepted.token),
    })
    expect(deleted.ok).toBe(true)
    expect(await testEnv.CACHE.get(key)).toBeNull()
    expect((await read(pages[0])).status).toBe(404)
    expect((await keep(pages[0])).status).toBe(404)
    expect(await testEnv.CACHE.get(key)).toBeNull()
  })

  test('may not be kept where no guardian agreed: the page goes to the worker without the links', async ({
    expect,
  }) => {
    shop.runpod.away = (unit) => unit.kind === 'check-photo'
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    await vi.waitFor(
      () => expect(shop.runpod.waiting.map((unit) => unit.jobId)).toContain(accepted.preview_id),
      patience,
    )
    await testEnv.DB.prepare(
      "UPDATE photos SET consent_version = '' WHERE id = (SELECT photo_id FROM jobs WHERE id = ?)",
    )
      .bind(accepted.preview_id)
      .run()
    await shop.runpod.resume()
    await vi.waitFor(async () => expect((await shop.preview(accepted)).state).toBe('ready'), patience)
    expect(pagesOf(accepted).map((page) => page.identity)).toEqual([undefined, undefined, undefined])
  })
})
