import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import type { UnitInput } from '@foxetales/shared-schemas/unit'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { redoPage } from '../../src/flows/redo-page.ts'
import { approvedPreview, createOrder, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

async function payAndWait(accepted: PreviewAccepted, state: string) {
  const services = compose(testEnv)
  const created = await createOrder(shop, accepted)
  await shop.fetch(await shop.stripe.event('checkout.session.completed', shop.stripe.pay(created.order_id)))
  await waitFor(created.order_id, state)
  return { services, orderId: created.order_id }
}

async function waitFor(orderId: string, state: string) {
  const services = compose(testEnv)
  await vi.waitFor(async () => {
    const order = await services.orders.find(orderId)
    if (order?.state !== state) throw new Error(`the order is ${order?.state}`)
  }, patience)
}

describe('a page that missed a check', () => {
  test('keeps its book from the printer until a person has looked, in a shop that asks for no review', async ({
    expect,
  }) => {
    const seeds = new Set<number>()
    shop.runpod.failedChecks = (unit) => {
      if (unit.kind !== 'book-page' || !unit.outputs.print || seeds.size > 0) return []
      seeds.add(unit.seed)
      return ['likeness']
    }
    const { services, orderId } = await payAndWait(await approvedPreview(shop), 'review')
    const review = (await services.journal.auditOf(orderId)).find(({ action }) => action === 'order.review')
    expect(review?.reason).toMatch(/^(page_\d\d|cover): likeness 9$/)

    const slot = review?.reason?.split(':')[0] ?? ''
    await redoPage(services, orderId, slot, { actor: 'an', reason: 'Another child' })
    await waitFor(orderId, 'printing')
  })

  test('of the preview is shown with a word of warning, is no measure for the others, and is looked at once ordered', async ({
    expect,
  }) => {
    const isPageSeven = (unit: UnitInput) =>
      unit.kind === 'book-page' && unit.prompt.includes('spring meadow') && !unit.outputs.print
    shop.runpod.failedChecks = (unit) => (isPageSeven(unit) ? ['likeness'] : [])
    const accepted = await approvedPreview(shop)
    const { pages } = await shop.preview(accepted)
    expect(pages.map((page) => [page.page, page.doubtful ?? false])).toEqual([
      [7, true],
      [12, false],
      [21, false],
    ])
    expect(pages.every((page) => page.preview_url)).toBe(true)

    const { services, orderId } = await payAndWait(accepted, 'review')
    const review = (await services.journal.auditOf(orderId)).find(({ action }) => action === 'order.review')
    expect(review?.reason).toBe('page_07: likeness 9')

    const units = shop.runpod.submitted.filter((unit) => unit.kind === 'book-page')
    const heldAgainst = (printed: boolean, facesSeen: boolean) =>
      units
        .filter(
          (unit) => (unit.outputs.print !== undefined) === printed && (unit.face !== null) === facesSeen,
        )
        .map((unit) => unit.approvedPage?.page.sha256)
    expect(new Set(heldAgainst(false, true))).toEqual(new Set([undefined]))
    // The curious against the curious one; the happy not against the doubtful one, and nobody against the worried one.
    const [, , curious] = pages.map((page) => page.sha256)
    expect(new Set(heldAgainst(true, true))).toEqual(new Set([curious, undefined]))
    expect(new Set(heldAgainst(true, false))).toEqual(new Set([undefined]))
  })
})
