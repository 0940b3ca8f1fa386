import type { OrderRow } from '../db/orders.ts'
import type { Services } from '../services.ts'
import { cancelUnits } from './cancel-units.ts'

type Needs = Parameters<typeof cancelUnits>[0] & Pick<Services, 'printJobs' | 'printers'>

/** Asks the printer to stop, where one has the book. `too_late`: paper is being printed, or the parcel is on its way. */
export async function stopPrinter(services: Needs, order: OrderRow): Promise<'stopped' | 'too_late'> {
  const printJob = await services.printJobs.ofOrder(order.id)
  if (printJob?.vendor_ref == null || printJob.status === 'cancelled' || printJob.status === 'failed') {
    return 'stopped'
  }
  const printer = services.printers.named(printJob.vendor)
  if (!printer || (await printer.cancel(printJob.vendor_ref)) === 'too_late') return 'too_late'
  const now = services.now()
  await services.printJobs.revokeLinks(printJob.id, now)
  await services.printJobs.record(printJob, printJob.status, now, {
    status: 'cancelled',
    vendorRef: printJob.vendor_ref,
  })
  return 'stopped'
}

/** Stops the pictures that are not painted yet: no more GPU seconds are spent. */
export async function stopPainting(services: Needs, order: OrderRow): Promise<void> {
  if (order.render_job_id) await cancelUnits(services, order.render_job_id)
}

/** Who changed their mind may order the same preview again for as long as a preview lives; then the photo goes. */
export const endedPhotoMs = 72 * 3_600_000
