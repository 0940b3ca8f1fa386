import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { afterEach, describe, test, vi } from 'vitest'
import { approvedPreview, bearer, createOrder, openShop, patience } from '../shop.ts'
import { testEnv } from '../test-env.ts'

afterEach(() => vi.restoreAllMocks())

describe('the whole walk, in workerd, with only the outside parties played', () => {
  test('one photo becomes three pages, a paid order, a printed book and a parcel', async ({ expect }) => {
    const shop = openShop()
    const answer = await shop.requestPreview()
    expect(answer.status).toBe(202)
    const accepted = await answer.json<PreviewAccepted>()

    await vi.waitFor(async () => expect((await shop.preview(accepted)).state).toBe('ready'), patience)
    const preview = await shop.preview(accepted)
    expect(preview.pages.map((page) => page.state)).toEqual(['done', 'done', 'done'])
    const picture = await shop.fetch(new Request(preview.pages[0]?.preview_url ?? ''))
    expect(picture.headers.get('content-type')).toBe('image/webp')
    expect(picture.headers.get('cache-control')).toContain('no-store')

    const words = [...preview.front.flatMap((page) => page.texts), ...preview.pages.map((page) => page.text)]
    expect(words.flatMap((text) => text?.lines ?? []).some((line) => line.text.includes('Ánh'))).toBe(true)
    expect(preview.pages.every((page) => (page.text?.lines.length ?? 0) > 0)).toBe(true)

    const approved = await shop.fetch(`/api/preview/${accepted.preview_id}/approve`, {
      method: 'POST',
      ...bearer(accepted.token),
    })
    expect(approved.status).toBe(200)
    const created = await createOrder(shop, accepted)
    expect(created.checkout_url).toContain('/c/pay/')
    expect(await shop.order(created)).toMatchObject({ state: 'awaiting_payment', proof_ready: false })
    const early = await shop.fetch(`/api/orders/${created.order_id}/proof.pdf`, bearer(created.token))
    expect(early.status).toBe(409)

    const sessionId = shop.stripe.pay(created.order_id)
    const paid = await shop.fetch(await shop.stripe.event('checkout.session.completed', sessionId))
    expect(paid.status).toBe(200)
    await vi.waitFor(async () => expect((await shop.order(created)).state).toBe('printing'), patience)

    const order = await shop.order(created)
    expect(order.pages).toHaveLength(36)
    expect(order.proof_ready).toBe(true)
    for (const page of preview.pages) {
      const slot = `page_${String(page.page).padStart(2, '0')}`
      const reused = order.pages.find((candidate) => candidate.slot === slot)
      expect(reused).toMatchObject({ from: 'preview', sha256: page.sha256 })
    }
    expect(shop.runpod.rendered.filter((unit) => unit.kind === 'book-page')).toHaveLength(3 + 32 + 1)
    expect(shop.runpod.rendered.filter((unit) => unit.kind === 'print-master')).toHaveLength(3)

    expect(shop.press.jobs).toHaveLength(1)
    const interior = await shop.fetch(new Request(shop.press.jobs[0]?.interior.url ?? ''))
    const pdf = new Uint8Array(await interior.arrayBuffer())
    expect(new TextDecoder().decode(pdf.subarray(0, 8))).toBe('%PDF-1.7')
    expect(Number(interior.headers.get('content-length'))).toBe(pdf.length)

    const proof = await shop.fetch(`/api/orders/${created.order_id}/proof.pdf`, bearer(created.token))
    expect(proof.headers.get('content-type')).toBe('application/pdf')
    const shown = new TextDecoder('latin1').decode(await proof.arrayBuffer())
    // The cover's sheet and 40 pages, each with its mark in outlined letters.
    expect(shown.match(/\/Type \/Page\n/g)).toHaveLength(41)
    expect(shown.trimEnd().endsWith('%%EOF')).toBe(true)
    expect((await shop.fetch(`/api/orders/${created.order_id}/proof.pdf`)).status).toBe(401)

    for (const status of ['accepted', 'in_production', 'shipped']) {
      await shop.fetch(await shop.press.move(created.order_id, status))
    }
    const shipped = await shop.order(created)
    expect(shipped.state).toBe('shipped')
    expect(shipped.print?.tracking?.number).toBe('1Z')
  })

  test('the payment event twenty times over makes one book', async ({ expect }) => {
    const shop = openShop()
    const created = await createOrder(shop, await approvedPreview(shop))
    const sessionId = shop.stripe.pay(created.order_id)
    const events = Array.from({ length: 20 }, (_, number) =>
      shop.stripe.event('checkout.session.completed', sessionId, `evt_${number % 7}_${created.order_id}`),
    )
    const answers = await Promise.all(events.map(async (event) => shop.fetch(await event)))
    expect(answers.every((answer) => answer.status === 200)).toBe(true)
    await vi.waitFor(async () => expect((await shop.order(created)).state).toBe('printing'), patience)
    const units = await testEnv.DB.prepare(
      'SELECT count(*) AS units FROM units u JOIN orders o ON o.render_job_id = u.job_id WHERE o.id = ?',
    )
      .bind(created.order_id)
      .first<{ units: number }>()
    expect(units?.units).toBe(36)
    expect(shop.press.jobs.filter((job) => job.reference === created.order_id)).toHaveLength(1)
  })
})
