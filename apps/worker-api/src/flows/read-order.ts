import { AppError } from '@foxetales/shared-schemas/errors'
import { type OrderStatus, printStatus, tracking } from '@foxetales/shared-schemas/order'
import type { ArtifactRow } from '../db/artifacts.ts'
import type { OrderRow } from '../db/orders.ts'
import type { UnitRow } from '../db/units.ts'
import { mayCancel, mayReorder } from '../domain/ending-rules.ts'
import { mayCorrect } from '../domain/proof-window.ts'
import { expectedArrival } from '../domain/shipping-offer.ts'
import type { Services } from '../services.ts'
import { bookRequest } from './build-unit-input.ts'
import { bookFile } from './order-for-printer.ts'
import { pageState } from './page-state.ts'

type Needs = Pick<
  Services,
  'now' | 'orders' | 'jobs' | 'units' | 'artifacts' | 'printJobs' | 'journal' | 'link'
>

const orderLinkSeconds = 15 * 60

/** What the customer and the desk see of an order, from the rows, now. */
export async function readOrder(services: Needs, orderId: string): Promise<OrderStatus> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const [units, made, approved, printJob, audit] = await Promise.all([
    order.render_job_id ? services.units.ofJob(order.render_job_id) : [],
    order.render_job_id ? services.artifacts.current(order.render_job_id) : [],
    services.artifacts.current(order.preview_job_id),
    services.printJobs.ofOrder(orderId),
    services.journal.auditOf(orderId),
  ])
  const pages = await Promise.all(units.map((unit) => pageOf(services, order, unit, made, approved)))
  return {
    order_id: order.id,
    preview_id: order.preview_job_id,
    state: order.state,
    ...(order.reason ? { reason: order.reason } : {}),
    ...(order.hold ? { hold: order.hold } : {}),
    ...(order.state === 'awaiting_payment' && order.payment_url ? { checkout_url: order.payment_url } : {}),
    quantity: order.quantity,
    amount_minor: order.amount_minor,
    currency: order.currency,
    ...(order.paid_minor === null ? {} : { paid_minor: order.paid_minor }),
    refunded_minor: order.refunded_minor,
    ...(order.shipping_level !== null && order.shipping_minor !== null
      ? { shipping: { level: order.shipping_level, amount_minor: order.shipping_minor } }
      : {}),
    ...expectedArrival(order),
    ...(order.reorder_of ? { reorder_of: order.reorder_of } : {}),
    can_cancel: mayCancel(order, 'customer'),
    can_reorder: mayReorder(order),
    draft: order.draft === 1,
    pages_done: units.filter((unit) => unit.state === 'done').length,
    pages_total: units.length,
    pages,
    ...(await filesOf(services, order)),
    ...(printJob
      ? {
          print: {
            vendor: printJob.vendor,
            status: printStatus.parse(printJob.status),
            ...(printJob.tracking ? { tracking: tracking.parse(JSON.parse(printJob.tracking)) } : {}),
          },
        }
      : {}),
    ...(await proofOf(services, order)),
    proof_ready: units.length > 0 && units.every((unit) => hasProof(unit, made)),
    timeline: audit.map((entry) => ({
      at: new Date(entry.at).toISOString(),
      what: entry.reason ? `${entry.action}: ${entry.reason}` : entry.action,
    })),
    created_at: new Date(order.created_at).toISOString(),
    updated_at: new Date(order.updated_at).toISOString(),
  }
}

function hasProof({ slot }: UnitRow, made: readonly ArtifactRow[]): boolean {
  return made.some((artifact) => artifact.slot === slot && artifact.role === 'proof')
}

async function proofOf(services: Needs, order: OrderRow): Promise<Pick<OrderStatus, 'proof'>> {
  if (order.proof_until === null || !mayCorrect(order, services.now())) return {}
  const job = await services.jobs.find(order.preview_job_id)
  const request = job ? bookRequest.safeParse(JSON.parse(job.request)) : undefined
  if (!request?.success) return {}
  const { child, dedication } = request.data
  const until = new Date(order.proof_until).toISOString()
  return { proof: { until, name: child.name, ...(dedication ? { dedication } : {}) } }
}

/** A page that was approved is the preview's own artifact, under the hash the order pinned. */
async function pageOf(
  services: Needs,
  order: OrderRow,
  unit: UnitRow,
  made: readonly ArtifactRow[],
  approved: readonly ArtifactRow[],
): Promise<OrderStatus['pages'][number]> {
  const reused = unit.kind === 'print-master'
  const from = reused ? approved : made
  const find = (role: string) =>
    from.find((artifact) => artifact.slot === unit.slot && artifact.role === role)
  const [page, thumbnail] = [find('page'), find('thumbnail')]
  const pinned = (JSON.parse(order.approved_pages) as Record<string, string>)[unit.slot]
  const sha256 = reused ? pinned : page?.sha256
  const link = (artifact: ArtifactRow) => services.link({ m: 'GET', k: artifact.key }, orderLinkSeconds)
  return {
    slot: unit.slot,
    state: pageState(unit),
    from: reused ? 'preview' : 'order',
    ...(sha256 ? { sha256 } : {}),
    ...(page ? { page_url: await link(page) } : {}),
    ...(thumbnail ? { thumbnail_url: await link(thumbnail) } : {}),
  }
}

async function filesOf(services: Needs, order: OrderRow): Promise<Pick<OrderStatus, 'files'>> {
  if (!order.interior) return {}
  const link = (column: string) =>
    services.link({ m: 'GET', k: bookFile.parse(JSON.parse(column)).key }, orderLinkSeconds)
  const cover = order.cover && { cover_url: await link(order.cover) }
  return { files: { interior_url: await link(order.interior), ...cover } }
}
