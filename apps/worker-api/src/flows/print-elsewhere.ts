import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderRow } from '../db/orders.ts'
import type { PrintJobRow } from '../db/print-jobs.ts'
import { mayPrintElsewhere } from '../domain/desk-rules.ts'
import type { Services } from '../services.ts'
import { fitPrinters, printersPassedOver } from './choose-printer.ts'
import { nudge } from './nudge.ts'
import { bookFile } from './order-for-printer.ts'
import { stopPrinter } from './stop-order.ts'

type Needs = Parameters<typeof stopPrinter>[0] &
  Parameters<typeof fitPrinters>[0] &
  Pick<
    Services,
    'now' | 'orders' | 'printJobs' | 'journal' | 'together' | 'announce' | 'send' | 'report' | 'alerts'
  >

/** Printers that could have this order's book instead of the one that has it; none where it has to stay there. */
export async function otherPrinters(
  services: Parameters<typeof fitPrinters>[0],
  order: OrderRow,
  printJob: PrintJobRow | null,
): Promise<string[]> {
  if (!printJob || !order.interior || !mayPrintElsewhere(order, printJob)) return []
  const passed = printersPassedOver.parse(JSON.parse(printJob.passed_over))
  // More copies of an older book have no pages to make other files from: they fit printers of their format alone.
  const format = order.render_job_id === null ? bookFile.parse(JSON.parse(order.interior)).format : undefined
  const { fit } = await fitPrinters(services, order, [...passed, printJob.vendor], format)
  return fit.map((printer) => printer.name)
}

/**
 * Staff give a book to another printer: the one that has it is stopped first, so that there is one print job at any time.
 * Once per Idempotency-Key. Throws CANCEL_TOO_LATE when it does not stop, NO_SUCH_PRINTER for one that cannot have the book.
 */
export async function printElsewhere(
  services: Needs,
  orderId: string,
  wanted: { key: string; printer: string; actor: string; reason: string },
): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const fingerprint = `${orderId} ${wanted.printer}`
  const known = await services.journal.findKey('print elsewhere', wanted.key)
  if (known && known.fingerprint !== fingerprint) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  if (known) return
  const row = await services.printJobs.ofOrder(orderId)
  if (!row || !mayPrintElsewhere(order, row)) throw new AppError('ILLEGAL_TRANSITION', { order: order.state })
  if (!(await otherPrinters(services, order, row)).includes(wanted.printer)) {
    throw new AppError('NO_SUCH_PRINTER', { printer: wanted.printer })
  }
  if ((await stopPrinter(services, order)) === 'too_late') {
    throw new AppError('CANCEL_TOO_LATE', { printer: row.vendor })
  }
  const now = services.now()
  const toBind = () => services.orders.move(orderId, 'assembling', now, {}, null, ['printing', 'failed'])
  if (!(await toBind())) throw new AppError('ILLEGAL_TRANSITION', { order: order.state })
  const key = { scope: 'print elsewhere', key: wanted.key, fingerprint, resource_id: orderId }
  await services.together([
    services.journal.insertKey(key, now),
    services.printJobs.giveTo(row, wanted.printer, now),
  ])
  // Somebody who saw the old job beside the new state may have taken the order back to it.
  await toBind()
  for (const kind of ['order_failed', 'print_on_hold', 'print_rejected', 'print_unpaid'] as const) {
    await services.alerts.settleOpen(kind, orderId, now)
  }
  const action = `print.sent_elsewhere ${wanted.printer}`
  const { actor, reason } = wanted
  await services.journal.audit({ subject: orderId, action, actor, reason }, now)
  await nudge(services, [{ kind: 'order.print', orderId }])
  await services.announce(orderId)
}
