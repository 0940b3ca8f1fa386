import type { OrderRow } from '../db/orders.ts'
import { doubtsInWords, printedDoubts } from '../domain/page-doubts.ts'
import { planBook } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'newId'
  | 'newSeed'
  | 'together'
  | 'jobs'
  | 'units'
  | 'artifacts'
  | 'orders'
  | 'journal'
  | 'books'
  | 'announce'
  | 'send'
  | 'report'
  | 'settings'
>

/** Looks at an order and makes the one move that its payment or its pictures allow. Safe to run any number of times. */
export async function advanceOrder(services: Needs, orderId: string): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order || order.hold !== null) return
  if (order.state === 'paid' && order.reorder_of !== null) await startReorder(services, order)
  else if (order.state === 'paid') await startRender(services, order)
  else if (order.state === 'rendering') await endRender(services, order)
  else if (order.state === 'approved') await nudge(services, [{ kind: 'order.assemble', orderId }])
  else if (order.state === 'assembling' && order.interior)
    await nudge(services, [{ kind: 'order.print', orderId }])
  await services.announce(orderId)
}

/** paid → assembling: more copies of a printed book have their files, and nothing is painted. */
async function startReorder(services: Needs, order: OrderRow): Promise<void> {
  const moved = await services.orders.move(order.id, 'assembling', services.now())
  if (moved) await nudge(services, [{ kind: 'order.print', orderId: order.id }])
}

/** paid → rendering: the rest of the pages, the cover, and print masters of what was approved. */
async function startRender(services: Needs, order: OrderRow): Promise<void> {
  const preview = await services.jobs.find(order.preview_job_id)
  const book = preview ? await services.books.find(preview.book_id, preview.book_version) : undefined
  if (!preview || !book) {
    await services.orders.move(order.id, 'failed', services.now(), {}, 'the book template is missing')
    return
  }
  const now = services.now()
  const jobId = order.render_job_id ?? services.newId('job')
  const approved = Object.keys(JSON.parse(order.approved_pages) as Record<string, string>)
  // The order learns its job first: whoever comes second finds it and plans the same units again, which plans nothing.
  const moved = await services.orders.move(order.id, 'rendering', now, { render_job_id: jobId })
  if (!moved) return
  await planUnits(services, { ...order, render_job_id: jobId }, approved)
}

async function planUnits(services: Needs, order: OrderRow, approved: readonly string[]): Promise<void> {
  const preview = await services.jobs.find(order.preview_job_id)
  const book = preview ? await services.books.find(preview.book_id, preview.book_version) : undefined
  if (!preview || !book || !order.render_job_id) return
  const now = services.now()
  const jobId = order.render_job_id
  await services.together([
    services.jobs.insert({
      ...preview,
      id: jobId,
      recipe: 'book-full',
      email: null,
      lane: 'fast',
      state: 'rendering',
      created_at: now,
    }),
    ...planBook(book, approved).map((unit) =>
      services.units.insert({
        id: services.newId('unit'),
        job_id: jobId,
        kind: unit.kind,
        slot: unit.slot,
        redo: 0,
        seed: services.newSeed(),
        created_at: now,
      }),
    ),
  ])
  const planned = await services.units.ofJob(jobId)
  await nudge(
    services,
    planned
      .filter((unit) => unit.state === 'planned')
      .map((unit) => ({ kind: 'unit.schedule', unitId: unit.id })),
  )
}

/** rendering → review or approved, or failed with the page that could not be made. */
async function endRender(services: Needs, order: OrderRow): Promise<void> {
  const job = order.render_job_id ? await services.jobs.find(order.render_job_id) : null
  if (!job) {
    // Paid, and stopped before its pictures were planned.
    await planUnits(services, order, Object.keys(JSON.parse(order.approved_pages) as Record<string, string>))
    return
  }
  const now = services.now()
  if (job.state === 'failed') {
    await services.orders.move(
      order.id,
      'failed',
      now,
      {},
      `a page could not be made: ${job.reason ?? 'unknown'}`,
    )
    await services.journal.audit(
      { subject: order.id, action: 'order.failed', actor: 'system', reason: job.reason },
      now,
    )
    return
  }
  if (job.state !== 'ready') return
  const drafts = (await services.artifacts.current(job.id)).some((artifact) => artifact.draft === 1)
  const doubts = printedDoubts(
    ...(await Promise.all([services.units.ofJob(job.id), services.units.ofJob(order.preview_job_id)])),
  )
  const next = services.settings.reviewOrders === 'always' || doubts.length > 0 ? 'review' : 'approved'
  const moved = await services.orders.move(order.id, next, now, {
    draft: drafts || order.draft === 1 ? 1 : 0,
  })
  if (!moved) return
  const reason = next === 'approved' ? allPassed : doubts.length > 0 ? doubtsInWords(doubts) : null
  await services.journal.audit({ subject: order.id, action: `order.${next}`, actor: 'rule', reason }, now)
  if (next === 'approved') await nudge(services, [{ kind: 'order.assemble', orderId: order.id }])
}

const allPassed = 'every page passed its checks; the shop asks for no review'
