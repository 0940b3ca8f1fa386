import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderState } from '@foxetales/shared-schemas/order'
import type { PrintJobRow } from '../db/print-jobs.ts'
import {
  type PrintJobFacts,
  type PrintStatus,
  type PrintVendor,
  printMovesForward,
} from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'
import { overAlert, raiseAlert } from './raise-alert.ts'

type Needs = Pick<
  Services,
  'now' | 'newId' | 'orders' | 'printJobs' | 'journal' | 'photos' | 'announce' | 'report' | 'alerts'
>

/** Claims are over this long after a book was shipped; then the photo goes. */
const photoAfterShippingMs = 30 * 24 * 3_600_000

/** What a print status means for the order; the rest leaves it printing. */
const orderStates: Partial<Record<PrintJobRow['status'], OrderState>> = {
  shipped: 'shipped',
  delivered: 'delivered',
  failed: 'failed',
  cancelled: 'failed',
}

/** What needs a person, and looks idle for ever if nobody is told. */
const troubles = {
  awaiting_payment: { kind: 'print_unpaid', detail: 'the printer waits to be paid: look at its account' },
  on_hold: { kind: 'print_on_hold', detail: 'the printer holds the job until somebody answers it' },
} as const

/** A printer's webhook is a hint: the job is read again at the printer, and late or repeated news moves nothing back. */
export async function trackPrint(services: Needs, printer: PrintVendor, vendorRef: string): Promise<void> {
  const known = await services.printJobs.byVendorRef(printer.name, vendorRef)
  const facts = await readJob(services, printer, vendorRef, known)
  if (!facts) return
  const row =
    known ??
    // News may be faster than the answer to our own call.
    (await services.printJobs.ofOrder(facts.reference))
  if (row?.vendor !== printer.name || (row.vendor_ref !== null && row.vendor_ref !== vendorRef)) {
    await followStray(services, printer, facts, row)
    return
  }
  await services.printJobs.asked(row.id, services.now())
  const current = await follow(services, printer, row, facts)
  await tellStaff(services, row, facts, current.status !== row.status)
  await catchUp(services, current)
  if (row.status === 'planned') await takeUp(services, printer, current)
}

const stoppable: readonly PrintJobRow['status'][] = ['submitted', 'awaiting_payment', 'on_hold', 'accepted']

/** A job that was found to be there: its order is printing, or, when it has ended meanwhile, the job is taken back. */
export async function takeUp(
  services: Pick<Services, 'now' | 'newId' | 'orders' | 'alerts'>,
  printer: PrintVendor,
  row: PrintJobRow,
): Promise<void> {
  const order = await services.orders.find(row.order_id)
  if (order?.state === 'assembling' || order?.state === 'failed') {
    await services.orders.move(row.order_id, 'printing', services.now(), {}, null, ['assembling', 'failed'])
  } else if (order?.state === 'cancelled' || order?.state === 'refunded') {
    const taken = stoppable.includes(row.status) ? await printer.cancel(row.vendor_ref ?? '') : 'too_late'
    const what = taken === 'cancelled' ? 'taken back' : 'too late to take back'
    const subject = `${printer.name}:${row.vendor_ref}`
    const detail = `a job of ${row.order_id}, which is ${order.state}: ${what}`
    await raiseAlert(services, { kind: 'print_unknown', subject, detail })
  }
}

/** Nothing for a job that the printer does not have: a trial of its webhook, or one of ours that was lost there. */
async function readJob(
  services: Needs,
  printer: PrintVendor,
  vendorRef: string,
  known: PrintJobRow | null,
): Promise<PrintJobFacts | undefined> {
  try {
    return await printer.get(vendorRef)
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.details['status'] !== 404) throw fault
    const detail = `the printer does not know its job ${vendorRef} any more`
    if (known) await raiseAlert(services, { kind: 'print_missing', subject: known.order_id, detail })
    return undefined
  }
}

/** The order follows its print job; safe to repeat, for an order never goes back. */
export async function catchUp(services: Needs, row: PrintJobRow): Promise<void> {
  const next = orderStates[row.status]
  if (!next) return
  const now = services.now()
  const reason =
    next === 'failed' ? `the printer says ${row.status}: ${problemWords(row.problems ?? '[]')}` : null
  const moved = await services.orders.move(row.order_id, next, now, {}, reason)
  if (moved && next !== 'failed') {
    const order = await services.orders.find(row.order_id)
    if (order) await services.photos.deleteAfter(order.photo_id, now + photoAfterShippingMs)
  }
  if (moved) await services.announce(row.order_id)
}

/** Records what the printer says where that is further than what we know; the row as it then stands. */
async function follow(
  services: Needs,
  printer: PrintVendor,
  row: PrintJobRow,
  facts: PrintJobFacts,
): Promise<PrintJobRow> {
  const now = services.now()
  if (row.status !== 'planned' && !printMovesForward(row.status, facts.status)) return row
  const problems = facts.problems.length > 0 ? JSON.stringify(facts.problems) : undefined
  const tracking = facts.tracking?.url ? { ...facts.tracking, url: facts.tracking.url } : undefined
  const { status, vendorRef } = facts
  const recorded = await services.printJobs.record(row, row.status, now, {
    status,
    vendorRef,
    tracking,
    problems,
  })
  if (!recorded) return (await services.printJobs.ofOrder(row.order_id)) ?? row
  const entry = { subject: row.order_id, action: `print.${status}`, actor: printer.name }
  await services.journal.audit(entry, now)
  await services.announce(row.order_id)
  return { ...row, status, vendor_ref: vendorRef, problems: problems ?? row.problems }
}

/** Alerts follow what the printer says now, further or not: a job that was accepted may still be put on hold. */
async function tellStaff(
  services: Needs,
  row: PrintJobRow,
  facts: PrintJobFacts,
  hasMoved: boolean,
): Promise<void> {
  for (const [status, { kind, detail }] of Object.entries(troubles)) {
    if (status === facts.status) await raiseAlert(services, { kind, subject: row.order_id, detail })
    else if (hasMoved) await overAlert(services, kind, row.order_id)
  }
  if (facts.status === 'failed') {
    const detail = 'the printer refused or lost the job: its reasons stand at the order'
    await raiseAlert(services, { kind: 'print_rejected', subject: row.order_id, detail })
  }
  if (facts.problems.some(({ code }) => code === 'address_suggested')) {
    const detail = 'the printer suggests another spelling of the address'
    await raiseAlert(services, { kind: 'address_suggested', subject: row.order_id, detail })
  }
}

const dead: readonly PrintStatus[] = ['cancelled', 'failed']

/**
 * A job at the printer that is not the one in our row: a twin of it, or nobody's. A twin of a living job is taken back
 * while it can be; staff hear of it either way.
 */
export async function followStray(
  services: Needs,
  printer: PrintVendor,
  facts: PrintJobFacts,
  row: PrintJobRow | null,
): Promise<void> {
  if (dead.includes(facts.status)) return
  const subject = `${printer.name}:${facts.vendorRef}`
  const isTwin = row !== null && row.vendor_ref !== null && !['cancelled', 'failed'].includes(row.status)
  const taken = isTwin ? await printer.cancel(facts.vendorRef) : 'left alone'
  const detail = isTwin
    ? `a second job for ${row.order_id}: ${taken === 'cancelled' ? 'taken back' : 'too late to take back'}`
    : `a job for "${facts.reference.slice(0, 40)}" that we did not order`
  await raiseAlert(services, { kind: 'print_unknown', subject, detail })
}

function problemWords(problems: string): string {
  const read = JSON.parse(problems) as { message: string }[]
  return read.map((problem) => problem.message).join(' ') || 'no reason given'
}
