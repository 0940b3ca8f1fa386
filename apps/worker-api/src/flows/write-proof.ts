import { casewrapFormat, coverGeometry } from '@foxetales/book-pdf/cover-geometry'
import { planPrint } from '@foxetales/book-pdf/print-plan'
import { proofOverlay } from '@foxetales/book-pdf/proof-overlay'
import { writeBook } from '@foxetales/book-pdf/write-book'
import { AppError } from '@foxetales/shared-schemas/errors'
import { PROOF_PX } from '@foxetales/shared-schemas/unit'
import type { OrderRow } from '../db/orders.ts'
import type { PrintVendor } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'
import { fitPrinters } from './choose-printer.ts'
import { orderBook } from './order-book.ts'
import { masterSlot, readMaster } from './print-masters.ts'

type Needs = Pick<
  Services,
  'orders' | 'jobs' | 'printJobs' | 'units' | 'artifacts' | 'files' | 'fonts' | 'books' | 'printers'
>

/**
 * The whole book as its printer would get it today, on one screen file: cover, then every page, small and marked, with that
 * printer's lines of cut, safety and binding. Answers a writer of it, so that what cannot be is said before a byte is sent:
 * throws ORDER_NOT_FOUND, PROOF_NOT_READY while a page is missing, or PRINT_VENDOR_UNAVAILABLE when the printer gives the
 * cover's measures and does not answer. Nothing of it is stored.
 */
export async function prepareProof(
  services: Needs,
  orderId: string,
): Promise<(write: (chunk: Uint8Array) => Promise<void>) => Promise<void>> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const made = order.render_job_id ? await services.artifacts.current(order.render_job_id) : []
  const proofs = new Map(
    made.flatMap((artifact) => (artifact.role === 'proof' ? [[artifact.slot, artifact]] : [])),
  )
  const { template, ...book } = await orderBook(services, order)
  const wanted = [...template.pages.map((page) => page.number), 'cover' as const].map(masterSlot)
  if (wanted.some((slot) => !proofs.has(slot))) throw new AppError('PROOF_NOT_READY')
  const printer = await likelyPrinter(services, order)
  const format = printer?.capabilities.format ?? casewrapFormat
  const plan = planPrint(format, book.interior)
  const sheet = (await printer?.coverSheet?.(plan.declaredPages)) ?? coverGeometry(plan.declaredPages)
  return async (write) => {
    await writeBook({
      ...book,
      pages: [...plan.cover, ...plan.book],
      format,
      sheet,
      image: (master) => readMaster(services, proofs, masterSlot(master)),
      madeFrom: [...proofs.values()].map((artifact) => artifact.sha256),
      now: new Date(order.created_at),
      // The opened cover is the largest thing a picture is laid on: any proof picture is fine enough to read on.
      minimumPpi: Math.floor((PROOF_PX / sheet.heightPt) * 72),
      overlay: proofOverlay(format, sheet, book.cover.language),
      write,
    })
  }
}

/** Who was chosen for this book; before that, whom the shop prefers of those that could have it. */
async function likelyPrinter(services: Needs, order: OrderRow): Promise<PrintVendor | undefined> {
  const row = await services.printJobs.ofOrder(order.id)
  const chosen = row ? services.printers.named(row.vendor) : undefined
  if (chosen) return chosen
  const { fit } = await fitPrinters(services, order, [])
  return fit[0] ?? services.printers.forNewBooks[0]
}
