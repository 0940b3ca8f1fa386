import { coverGeometry } from '@foxetales/book-pdf/cover-geometry'
import { type PrintedPage, planPrint } from '@foxetales/book-pdf/print-plan'
import { type BookOrder, writeBook } from '@foxetales/book-pdf/write-book'
import type { OrderRow } from '../db/orders.ts'
import type { BookPart } from '../domain/file-keys.ts'
import { isProofOpen } from '../domain/proof-window.ts'
import { sha256Hex } from '../domain/signing.ts'
import type { PrintVendor } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'
import { choosePrinter } from './choose-printer.ts'
import { nudge } from './nudge.ts'
import { orderBook } from './order-book.ts'
import { type BookToCheck, refuseUnprintable } from './preflight-book.ts'
import { masterSlot, printMasters, readMaster } from './print-masters.ts'
import { writeBookFile } from './write-book-file.ts'

type Needs = Parameters<typeof choosePrinter>[0] &
  Pick<Services, 'units' | 'artifacts' | 'files' | 'bookFiles' | 'fonts' | 'send' | 'report'>

/** Somebody who began to assemble this recently is left to it; after that the work is taken over. */
const takeOverMs = 60_000

/**
 * approved → assembling, with the printer's PDFs written to the store and looked over. Made from the same, a file is the
 * same bytes: a second run goes on where the first broke off, and a book with another page is another version.
 */
export async function assembleBook(services: Needs, orderId: string): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order?.render_job_id || order.hold !== null) return
  const now = services.now()
  // The customer may still correct the words; the sweep or their word brings it back here.
  if (isProofOpen(order, now)) return
  const begun = await services.orders.move(order.id, 'assembling', now)
  if (!begun) {
    if (order.state !== 'assembling' || order.interior || now - order.updated_at < takeOverMs) return
    await services.orders.touch(order.id, now)
  }
  // Who prints it decides what is made.
  const printer = await choosePrinter(services, order)
  if (!printer) return
  const files = await writeFiles(services, order, printer)
  if (!(await refuseUnprintable(services, order, files))) return
  const [interior, cover] = files.map(({ file, declaredPages, format }) => {
    const { key, sha256, md5, bytes } = file
    return JSON.stringify({
      key,
      sha256,
      md5,
      bytes,
      pages: file.part === 'cover' ? 1 : declaredPages,
      format: format.id,
    })
  })
  await services.orders.setFiles(order.id, { interior: interior ?? '', cover: cover ?? null }, services.now())
  await services.journal.audit(
    { subject: order.id, action: 'order.assembled', actor: 'system' },
    services.now(),
  )
  await nudge(services, [{ kind: 'order.print', orderId }])
  await services.announce(orderId)
}

/** One file or two, as the printer takes them. */
async function writeFiles(services: Needs, order: OrderRow, printer: PrintVendor): Promise<BookToCheck[]> {
  const { template, dedication, vivid, ...book } = await orderBook(services, order)
  const own = { vivid, ...(dedication ? { dedication } : {}) }
  const masters = await printMasters(services, order, template)
  const { format } = printer.capabilities
  const plan = planPrint(format, book.interior)
  // Covers that are pages are cut from a sheet of our own.
  const sheet = (await printer.coverSheet?.(plan.declaredPages)) ?? coverGeometry(plan.declaredPages)
  const write = async (part: BookPart, pages: readonly PrintedPage[]): Promise<BookToCheck> => {
    const madeFrom = mastersOf(pages).map((master) => masters.get(masterSlot(master))?.sha256 ?? '')
    const bookOrder = {
      ...book,
      pages,
      format,
      sheet,
      madeFrom,
      image: (master) => readMaster(services, masters, masterSlot(master)),
      now: new Date(order.created_at),
    } satisfies Omit<BookOrder, 'write'>
    const all = [order.id, madeFrom, pages, format, sheet, book.faces.family, book.cover.childName]
    const hash = await sha256Hex(JSON.stringify([...all, book.cover.language, order.created_at]))
    const file = await writeBookFile(services, order.id, part, hash, (sink) =>
      writeBook({ ...bookOrder, write: sink }),
    )
    return { file, pages, format, sheet, cover: book.cover, ...own, declaredPages: plan.declaredPages }
  }
  const whole = await write('full_book', plan.book)
  return plan.cover.length > 0 ? [whole, await write('cover', plan.cover)] : [whole]
}

/** The masters that a file shows, in its order. */
function mastersOf(pages: readonly PrintedPage[]): (number | 'cover')[] {
  return pages.flatMap((page): (number | 'cover')[] => {
    if (page.kind === 'interior') return page.page.kind === 'picture' ? [page.page.story] : []
    return page.kind === 'cover-sheet' || page.kind === 'front-cover' ? ['cover'] : []
  })
}
