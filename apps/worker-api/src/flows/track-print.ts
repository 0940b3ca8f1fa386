import type { OrderState } from '@foxetales/shared-schemas/order'
import type { PrintJobRow } from '../db/print-jobs.ts'
import { type PrintJobFacts, type PrintStatus, printMovesForward } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'

type Needs = Pick<
  Services,
  'now' | 'orders' | 'printJobs' | 'journal' | 'printer' | 'photos' | 'announce' | 'report'
>

/** Claims are over this long after a book was shipped; then the photo goes. */
const photoAfterShippingMs = 30 * 24 * 3_600_000

/** What a print status means for the order; the rest leaves it printing. */
const orderStates: Partial<Record<PrintStatus, OrderState>> = {
  shipped: 'shipped',
  delivered: 'delivered',
  failed: 'failed',
  cancelled: 'failed',
}

/** A printer's webhook is a hint: the job is read again at the printer, and late or repeated news moves nothing back. */
export async function trackPrint(services: Needs, vendorRef: string): Promise<void> {
  const facts = await services.printer.get(vendorRef)
  const printJob =
    (await services.printJobs.byVendorRef(services.printer.name, vendorRef)) ??
    // News may be faster than the answer to our own call.
    (await services.printJobs.ofOrder(facts.reference))
  if (!printJob) {
    services.report(new Error('news of a print job we do not have'), { vendor: services.printer.name })
    return
  }
  await follow(services, printJob, facts)
}

async function follow(services: Needs, printJob: PrintJobRow, facts: PrintJobFacts): Promise<void> {
  const now = services.now()
  const was = printJob.status
  if (was !== 'planned' && !printMovesForward(was, facts.status)) return
  const recorded = await services.printJobs.record(printJob.id, was, now, {
    status: facts.status,
    vendorRef: facts.vendorRef,
    tracking: facts.tracking?.url ? { ...facts.tracking, url: facts.tracking.url } : undefined,
    problems: facts.problems.length > 0 ? JSON.stringify(facts.problems) : undefined,
  })
  if (!recorded) return
  const next = orderStates[facts.status]
  if (next) {
    const reason = next === 'failed' ? `the printer says ${facts.status}: ${problemWords(facts)}` : null
    const moved = await services.orders.move(printJob.order_id, next, now, {}, reason)
    if (moved && next === 'shipped')
      await keepPhotoUntil(services, printJob.order_id, now + photoAfterShippingMs)
  }
  const action = `print.${facts.status}`
  await services.journal.audit({ subject: printJob.order_id, action, actor: services.printer.name }, now)
  await services.announce(printJob.order_id)
}

function problemWords(facts: PrintJobFacts): string {
  return facts.problems.map((problem) => problem.message).join(' ') || 'no reason given'
}

async function keepPhotoUntil(services: Needs, orderId: string, at: number): Promise<void> {
  const order = await services.orders.find(orderId)
  if (order) await services.photos.deleteAfter(order.photo_id, at)
}
