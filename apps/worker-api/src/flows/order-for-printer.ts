import * as z from 'zod'
import type { OrderRow } from '../db/orders.ts'
import type { PrintJobRow } from '../db/print-jobs.ts'
import { namelessTitle } from '../domain/nameless-title.ts'
import { shipTo } from '../domain/ship-to.ts'
import type { PrintFile, PrintOrder, PrintVendor } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'

/** What assembling leaves in the order's `interior` and `cover` columns. `pages`: as declared to the printer. */
export const bookFile = z.object({
  key: z.string(),
  sha256: z.string(),
  md5: z.string().optional(),
  bytes: z.int(),
  pages: z.int(),
  /** The printer's format it was made in. */
  format: z.string().optional(),
})
export type BookFile = z.infer<typeof bookFile>

/** Printers fetch late and more than once: at least 72 hours, and R2's own links would live 7 days at most. */
const printLinkSeconds = 7 * 24 * 3600

/** The order as its printer is told: files by links that can be revoked, the address, and no child's name. */
export async function orderForPrinter(
  services: Pick<Services, 'jobs' | 'books' | 'link' | 'settings'>,
  printer: PrintVendor,
  order: OrderRow,
  row: PrintJobRow,
): Promise<PrintOrder> {
  const job = await services.jobs.find(order.preview_job_id)
  const book = job ? await services.books.find(job.book_id, job.book_version) : undefined
  const interior = bookFile.parse(JSON.parse(order.interior ?? 'null'))
  const cover = order.cover === null ? undefined : bookFile.parse(JSON.parse(order.cover))
  const file = async ({ key, sha256, md5, bytes }: BookFile): Promise<PrintFile> => ({
    url: await services.link({ m: 'GET', k: key, p: row.id, v: row.vendor }, printLinkSeconds),
    sha256,
    md5,
    bytes,
  })
  return {
    printJobId: row.id,
    reference: order.id,
    // The title as the shop sells it: a printer needs no child's name.
    title: book ? namelessTitle(book, 'en') : 'Picture book',
    copies: order.quantity,
    interior: { ...(await file(interior)), pages: interior.pages },
    cover: cover && (await file(cover)),
    shipTo: shipTo.parse(JSON.parse(order.ship_to ?? 'null')),
    shippingLevel: order.shipping_level ?? 'standard',
    draft: order.draft === 1,
    webhookUrl: `${services.settings.publicUrl}/webhooks/print/${printer.name}`,
  }
}
