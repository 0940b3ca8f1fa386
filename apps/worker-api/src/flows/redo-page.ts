import type { PageWish } from '@foxetales/shared-schemas/desk'
import { AppError } from '@foxetales/shared-schemas/errors'
import { isAtPrinter, mayRedo, redoableOrders } from '../domain/desk-rules.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'newId'
  | 'newSeed'
  | 'together'
  | 'orders'
  | 'printJobs'
  | 'jobs'
  | 'units'
  | 'journal'
  | 'announce'
  | 'send'
  | 'report'
>

/**
 * Staff want a page again, with another seed or as their wish says: a new unit beside the old one, whose picture stays. The order goes back to
 * rendering, so that the book is assembled again from the newest version of every page.
 */
export async function redoPage(
  services: Needs,
  orderId: string,
  slot: string,
  by: { actor: string; reason: string; seed?: number | undefined; wish?: PageWish },
): Promise<void> {
  const { wish = {} } = by
  const order = await services.orders.find(orderId)
  if (!order?.render_job_id) throw new AppError('ORDER_NOT_FOUND')
  const units = await services.units.ofJob(order.render_job_id)
  const old = units.find((unit) => unit.slot === slot)
  if (!old) throw new AppError('PAGE_NOT_FOUND', { slot })
  const printJob = await services.printJobs.ofOrder(orderId)
  if (!mayRedo({ ...order, atPrinter: isAtPrinter(printJob) }, old.state))
    throw new AppError('ILLEGAL_TRANSITION', { order: order.state, hold: order.hold, page: old.state })
  const now = services.now()
  if (order.state !== 'rendering') {
    const moved = await services.orders.move(
      order.id,
      'rendering',
      now,
      { interior: null, cover: null },
      null,
      redoableOrders,
    )
    if (!moved) throw new AppError('ILLEGAL_TRANSITION', { order: order.state })
  }
  const unitId = services.newId('unit')
  await services.together([
    services.units.insert({
      id: unitId,
      job_id: order.render_job_id,
      // An approved page that is made anew is sampled like any other: what was approved is not what was wanted.
      kind: 'book-page',
      slot,
      redo: old.redo + 1,
      seed: by.seed ?? services.newSeed(),
      wish: Object.keys(wish).length > 0 ? JSON.stringify(wish) : null,
      created_at: now,
    }),
  ])
  await services.jobs.move(order.render_job_id, 'rendering', now)
  const { actor, reason } = by
  await services.journal.audit({ subject: orderId, action: `page.redo ${slot}`, actor, reason }, now)
  await nudge(services, [{ kind: 'unit.schedule', unitId }])
  await services.announce(orderId)
}
