import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderRow } from '../db/orders.ts'
import type { PrintJobRow } from '../db/print-jobs.ts'
import type { PrintVendor } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'
import { choosePrinter, fitPrinters, printerOf, printersPassedOver } from './choose-printer.ts'
import { nudge } from './nudge.ts'
import { bookFile, orderForPrinter } from './order-for-printer.ts'
import { overAlert, raiseAlert } from './raise-alert.ts'
import { takeUp } from './track-print.ts'

type Needs = Parameters<typeof choosePrinter>[0] & Pick<Services, 'link' | 'settings' | 'send' | 'report'>

/**
 * A printer without an idempotency key may still be taking what it never answered to: nothing is sent anew until it has
 * been quiet for this long and does not know the reference.
 */
const quietMs = 5 * 60_000
/** A printer that does not answer for so long, before anything was sent, loses the book to the next. */
const patienceMs = 30 * 60_000
/** A printer's clock and ours. */
const clockMs = 3_600_000

/**
 * assembling → printing. The claim on the print job's row comes before the call, for one caller alone; what is in doubt is
 * looked up by our reference before anything is sent again, and never sent to anybody else. So there is one print job,
 * whatever happens.
 */
export async function sendToPrint(services: Needs, orderId: string): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order || order.hold !== null || order.state !== 'assembling' || !order.interior) return
  const row = await plannedJob(services, order)
  if (!row) return
  const printer = await printerOf(services, row)
  if (row.vendor_ref === null) {
    if (!(await withPatience(services, order, row, () => submitOnce(services, printer, order, row)))) return
  }
  const moved = await services.orders.move(order.id, 'printing', services.now())
  if (moved) {
    const entry = { subject: order.id, action: 'order.printing', actor: 'system' }
    await services.journal.audit(entry, services.now())
  } else {
    // It may have been cancelled while the printer answered.
    const taken = await services.printJobs.ofOrder(order.id)
    if (taken) await takeUp(services, printer, taken)
  }
  await services.announce(order.id)
}

/**
 * The row by which this order is printed; nothing when its files have to be made anew first. Files that were made for
 * another order of the same book cannot be: they go to a printer of their format, or to nobody.
 */
async function plannedJob(services: Needs, order: OrderRow): Promise<PrintJobRow | undefined> {
  const row = await services.printJobs.ofOrder(order.id)
  if (row && !isPassedOver(row) && fits(services, row, order)) return row
  if (order.render_job_id !== null) {
    await assembleAnew(services, order)
    return undefined
  }
  const printer = await choosePrinter(services, order, formatOf(order))
  return printer ? ((await services.printJobs.ofOrder(order.id)) ?? undefined) : undefined
}

const formatOf = (order: OrderRow) => bookFile.parse(JSON.parse(order.interior ?? 'null')).format

const isPassedOver = (row: PrintJobRow) =>
  printersPassedOver.parse(JSON.parse(row.passed_over)).includes(row.vendor)

/** Whether the files were made for the printer that is to print them. */
function fits(services: Needs, row: PrintJobRow, order: OrderRow): boolean {
  if (row.vendor_ref !== null) return true
  const format = formatOf(order)
  const wanted = services.printers.named(row.vendor)?.capabilities.format.id
  return wanted === undefined || format === undefined || format === wanted
}

async function assembleAnew(services: Needs, order: OrderRow): Promise<void> {
  if (order.render_job_id === null) {
    await nudge(services, [{ kind: 'order.print', orderId: order.id }])
    return
  }
  await services.orders.clearFiles(order.id)
  await nudge(services, [{ kind: 'order.assemble', orderId: order.id }])
}

/** True when a job is there, by us or by somebody before us; false when the order waits or went another way. */
async function submitOnce(
  services: Needs,
  printer: PrintVendor,
  order: OrderRow,
  row: PrintJobRow,
): Promise<boolean> {
  if (row.attempts > 0) {
    const known = await printer.findByReference(order.id, row.created_at - clockMs)
    if (known) {
      await services.printJobs.record(row, row.status, services.now(), {
        status: known.status,
        vendorRef: known.vendorRef,
      })
      return true
    }
    const quiet = services.now() - (row.attempted_at ?? 0) >= quietMs
    if (row.doubt === 1 && !printer.capabilities.idempotent && !quiet) {
      throw new AppError('PRINT_VENDOR_UNAVAILABLE', { reason: 'in_doubt', ambiguous: true })
    }
  }
  const book = await orderForPrinter(services, printer, order, row)
  if (!(await filesAreSound(services, printer, book, order, row))) return false
  if (!(await services.printJobs.claim(row, services.now()))) return false
  let taken: Awaited<ReturnType<PrintVendor['submit']>>
  try {
    taken = await printer.submit(book)
  } catch (fault) {
    const madeNothing = fault instanceof AppError && fault.details['ambiguous'] !== true
    // An earlier try that is in doubt stays so, whatever this one says.
    if (madeNothing && row.doubt === 0) await services.printJobs.clearDoubt(row.id, row.attempts + 1)
    throw fault
  }
  await services.printJobs.record(row, row.status, services.now(), taken)
  await overAlert(services, 'printer_trouble', printer.name)
  return true
}

/** The printer's own check of the files, where it has one: what it would refuse after the order it refuses now. */
async function filesAreSound(
  services: Needs,
  printer: PrintVendor,
  book: Awaited<ReturnType<typeof orderForPrinter>>,
  order: OrderRow,
  row: PrintJobRow,
): Promise<boolean> {
  if (!printer.validate || row.doubt === 1 || book.draft) return true
  // `<interior's sha256> <receipt>`: a check of other files says nothing of these.
  const [checked, ...receipt] = row.file_check?.split(' ') ?? []
  const earlier = checked === book.interior.sha256 ? receipt.join(' ') : undefined
  if (earlier === 'sound') return true
  const check = await printer.validate(book, earlier)
  if (check.state === 'unsound') {
    await services.printJobs.setProblems(row.id, JSON.stringify(check.problems))
    await giveToNext(services, order, row, 'its file check refused the files')
    return false
  }
  const receiptNow = check.state === 'sound' ? 'sound' : check.receipt
  await services.printJobs.setFileCheck(row.id, `${book.interior.sha256} ${receiptNow}`)
  // While it still checks, the sweep comes back.
  return check.state === 'sound'
}

/** A refusal sends the book to the next printer; an outage does after a while. With nobody else, staff or time decide. */
async function withPatience(
  services: Needs,
  order: OrderRow,
  row: PrintJobRow,
  work: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    if (!fault.retryable) {
      await giveToNext(services, order, row, refusalReason(fault))
      return false
    }
    if (fault.details['ambiguous'] === true) throw fault
    const downSince = await services.printJobs.noteDown(row.id, services.now())
    const detail = `it does not take books: ${String(fault.details['reason'] ?? fault.code)}`
    await raiseAlert(services, { kind: 'printer_trouble', subject: row.vendor, detail })
    if (services.now() - downSince < patienceMs) throw fault
    const passed = [...printersPassedOver.parse(JSON.parse(row.passed_over)), row.vendor]
    const needed = order.render_job_id === null ? formatOf(order) : undefined
    const { fit } = await fitPrinters(services, order, passed, needed)
    // What it may have taken nobody else is given: it is asked until it answers.
    if (fit.length === 0 || !(await passOn(services, order, row, 'it does not answer'))) throw fault
    return false
  }
}

/** A refusal: to the next printer, or, where an earlier try may have been taken after all, to staff. */
async function giveToNext(services: Needs, order: OrderRow, row: PrintJobRow, why: string): Promise<void> {
  if (await passOn(services, order, row, why)) return
  const now = services.now()
  const current = await services.printJobs.ofOrder(order.id)
  // Somebody else passed it over, or its job was found meanwhile.
  if (!current || current.vendor !== row.vendor || current.vendor_ref !== null || isPassedOver(current))
    return
  const reason = passedOverReason(row, why)
  await services.orders.move(order.id, 'failed', now, {}, `${reason}; an earlier try is in doubt`)
  await services.journal.audit({ subject: order.id, action: 'order.failed', actor: 'rule', reason }, now)
  await services.announce(order.id)
}

/** False where a try is in doubt: then the book stays where it may be. */
async function passOn(services: Needs, order: OrderRow, row: PrintJobRow, why: string): Promise<boolean> {
  const now = services.now()
  if (!(await services.printJobs.passOver(row, now))) return false
  const reason = passedOverReason(row, why)
  await services.journal.audit({ subject: order.id, action: 'print.passed_over', actor: 'rule', reason }, now)
  await assembleAnew(services, order)
  return true
}

const passedOverReason = (row: PrintJobRow, why: string) => `${row.vendor} did not take the book: ${why}`

function refusalReason({ code, details }: AppError): string {
  if (code === 'DRAFT_NOT_PRINTABLE') return 'the pages are drafts, which it does not take'
  return JSON.stringify(details)
}
