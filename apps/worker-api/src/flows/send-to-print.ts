import { AppError, type ErrorCode } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { OrderRow } from '../db/orders.ts'
import type { PrintJobRow } from '../db/print-jobs.ts'
import { namelessTitle } from '../domain/nameless-title.ts'
import { shipTo } from '../domain/ship-to.ts'
import type { PrintFile, PrintStatus } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'newId'
  | 'together'
  | 'orders'
  | 'jobs'
  | 'printJobs'
  | 'journal'
  | 'books'
  | 'link'
  | 'printer'
  | 'announce'
  | 'settings'
>

/** What assembling leaves in the order's `interior` and `cover` columns. */
export const bookFile = z.object({ key: z.string(), sha256: z.string(), bytes: z.int(), pages: z.int() })
export type BookFile = z.infer<typeof bookFile>

/** Printers fetch late and more than once. */
const printLinkSeconds = 7 * 24 * 3600

/**
 * assembling → printing. The print job's row comes before the call, and UNIQUE per order; what is in doubt is looked up
 * at the vendor by our reference before anything is sent again. So there is one print job, whatever happens.
 */
export async function sendToPrint(services: Needs, orderId: string): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order || order.hold !== null || order.state !== 'assembling' || !order.interior || !order.cover) return
  const address = order.ship_to === null ? undefined : shipTo.safeParse(JSON.parse(order.ship_to))
  if (!address?.success) {
    await fail(services, order, 'the address is missing or incomplete')
    return
  }
  const now = services.now()
  const { name: vendor } = services.printer
  await services.together([
    services.printJobs.insert({
      id: services.newId('printJob'),
      order_id: order.id,
      vendor,
      created_at: now,
    }),
  ])
  const printJob = await services.printJobs.ofOrder(order.id)
  if (!printJob) throw new AppError('INTERNAL')
  if (printJob.vendor_ref === null) {
    try {
      const taken = await submitOnce(services, order, printJob, address.data)
      await services.printJobs.record(printJob.id, printJob.status, services.now(), taken)
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.retryable) throw fault
      await fail(services, order, refusalReason(fault.code, fault.details))
      return
    }
  }
  const moved = await services.orders.move(order.id, 'printing', services.now())
  if (moved) {
    await services.journal.audit(
      { subject: order.id, action: 'order.printing', actor: 'system' },
      services.now(),
    )
  }
  await services.announce(order.id)
}

async function submitOnce(
  services: Needs,
  order: OrderRow,
  printJob: PrintJobRow,
  address: z.infer<typeof shipTo>,
): Promise<{ vendorRef: string; status: PrintStatus }> {
  if (printJob.attempts > 0) {
    const known = await services.printer.findByReference(order.id)
    if (known) return { vendorRef: known.vendorRef, status: known.status }
  }
  await services.printJobs.countAttempt(printJob.id, services.now())
  const job = await services.jobs.find(order.preview_job_id)
  const book = job ? await services.books.find(job.book_id, job.book_version) : undefined
  const interior = bookFile.parse(JSON.parse(order.interior ?? 'null'))
  const cover = bookFile.parse(JSON.parse(order.cover ?? 'null'))
  return services.printer.submit({
    printJobId: printJob.id,
    reference: order.id,
    // The title as the shop sells it: a printer needs no child's name.
    title: book ? namelessTitle(book, 'en') : 'Picture book',
    copies: order.quantity,
    interior: { ...(await printFile(services, interior)), pages: interior.pages },
    cover: await printFile(services, cover),
    shipTo: address,
    shippingLevel: 'standard',
    draft: order.draft === 1,
    webhookUrl: `${services.settings.publicUrl}/webhooks/print/${services.printer.name}`,
  })
}

async function printFile(services: Needs, file: BookFile): Promise<PrintFile> {
  return {
    url: await services.link({ m: 'GET', k: file.key }, printLinkSeconds),
    sha256: file.sha256,
    bytes: file.bytes,
  }
}

function refusalReason(code: ErrorCode, details: Record<string, unknown>): string {
  if (code === 'DRAFT_NOT_PRINTABLE') return 'the pages are drafts, which this printer does not take'
  return `the printer refused the book: ${JSON.stringify(details)}`
}

async function fail(services: Needs, order: OrderRow, reason: string): Promise<void> {
  const now = services.now()
  await services.orders.move(order.id, 'failed', now, {}, reason)
  await services.journal.audit({ subject: order.id, action: 'order.failed', actor: 'system', reason }, now)
  await services.announce(order.id)
}
