import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { OrderRow } from '../db/orders.ts'
import type { PrintJobRow } from '../db/print-jobs.ts'
import { bestOffer, declaredPages, whyUnfit } from '../domain/printer-rules.ts'
import { shipTo } from '../domain/ship-to.ts'
import type { PrintVendor } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'
import { raiseAlert } from './raise-alert.ts'

type Needs = Pick<
  Services,
  'now' | 'newId' | 'orders' | 'jobs' | 'printJobs' | 'journal' | 'books' | 'printers' | 'announce' | 'alerts'
>

export const printersPassedOver = z.array(z.string())

/**
 * Who prints this book: the printer in its print job's row, which is written here before anything is made for it. The
 * choice is by country, pages, address and drafts first, then by price; by `format` too where the files are there. Nothing when the order ended in a state for staff.
 * Throws PRINT_VENDOR_UNAVAILABLE while no printer that could have it answers.
 */
export async function choosePrinter(
  services: Needs,
  order: OrderRow,
  format?: string,
): Promise<PrintVendor | undefined> {
  const known = await services.printJobs.ofOrder(order.id)
  const passedOver = printersPassedOver.parse(JSON.parse(known?.passed_over ?? '[]'))
  if (known && !passedOver.includes(known.vendor)) return printerOf(services, known)
  const chosen = await choose(services, order, passedOver, format)
  if (!chosen) return undefined
  const now = services.now()
  if (known) await services.printJobs.reassign(known, chosen.name, now)
  else {
    const id = services.newId('printJob')
    await services.printJobs.plan({ id, order_id: order.id, vendor: chosen.name, created_at: now })
  }
  // Somebody may have been faster: the row decides.
  const row = await services.printJobs.ofOrder(order.id)
  if (!row) throw new AppError('INTERNAL')
  if (row.vendor === chosen.name) {
    const entry = { subject: order.id, action: 'print.chosen', actor: 'rule', reason: chosen.name }
    await services.journal.audit(entry, now)
  }
  return printerOf(services, row)
}

/** The printer a job is at. One that is no longer configured is staff's to bring back: the job is never sent elsewhere. */
export async function printerOf(
  services: Pick<Services, 'now' | 'newId' | 'printers' | 'alerts'>,
  row: Pick<PrintJobRow, 'vendor'>,
): Promise<PrintVendor> {
  const printer = services.printers.named(row.vendor)
  if (printer) return printer
  const detail = 'books are there or on their way there, and its settings are missing'
  await raiseAlert(services, { kind: 'printer_trouble', subject: row.vendor, detail })
  throw new AppError('PRINT_VENDOR_UNAVAILABLE', { reason: 'not_configured', ambiguous: false })
}

/** Printers that could have the book, in the shop's order of preference; and why each of the others cannot. */
export async function fitPrinters(
  services: Pick<Services, 'jobs' | 'books' | 'printers'>,
  order: OrderRow,
  passedOver: readonly string[],
  format?: string,
) {
  const address = shipTo.safeParse(JSON.parse(order.ship_to ?? 'null')).data
  if (!address) return { address, storyPages: 0, fit: [], unfit: ['the address is missing or incomplete'] }
  const job = await services.jobs.find(order.preview_job_id)
  const book = job ? await services.books.find(job.book_id, job.book_version) : undefined
  const storyPages = book?.pages.length ?? 0
  const facts = { draft: order.draft === 1, shipTo: address, storyPages, passedOver }
  const judged = services.printers.forNewBooks.map((printer) => ({
    printer,
    why:
      whyUnfit(printer, facts) ??
      (format === undefined || printer.capabilities.format.id === format ? undefined : 'format'),
  }))
  return {
    address,
    storyPages,
    fit: judged.flatMap(({ printer, why }) => (why === undefined ? [printer] : [])),
    unfit: judged.flatMap(({ printer, why }) => (why === undefined ? [] : [`${printer.name}: ${why}`])),
  }
}

async function choose(
  services: Needs,
  order: OrderRow,
  passedOver: readonly string[],
  format: string | undefined,
): Promise<PrintVendor | undefined> {
  const { address, storyPages, fit, unfit } = await fitPrinters(services, order, passedOver, format)
  const [only] = fit
  if (!only || !address) {
    await endWithoutPrinter(services, order, unfit)
    return undefined
  }
  if (fit.length === 1) return only
  const level = order.shipping_level ?? 'standard'
  const answers = await Promise.allSettled(
    fit.map(async (printer) => {
      const pages = declaredPages(printer.capabilities.format, storyPages)
      const request = { country: address.country, copies: order.quantity, pages, currency: order.currency }
      const options = await printer.quote({ ...request, shipTo: address })
      const option = options.find((each) => each.level === level) ?? options[0]
      if (!option) throw new AppError('PRINT_VENDOR_REFUSED', { reason: 'no_shipping' })
      return { printer, currency: option.currency, totalMinor: option.amountMinor + (option.bookMinor ?? 0) }
    }),
  )
  const offers = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  const chosen = bestOffer(offers, order.currency)
  if (chosen) return chosen
  const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  const away = faults.find((fault) => !(fault instanceof AppError) || fault.retryable)
  if (away) throw away
  await endWithoutPrinter(services, order, [...unfit, ...fit.map((each) => `${each.name}: not sent there`)])
  return undefined
}

async function endWithoutPrinter(services: Needs, order: OrderRow, unfit: readonly string[]): Promise<void> {
  const now = services.now()
  const reason = `no printer can take this book: ${unfit.join('; ') || 'none is configured'}`
  await services.orders.move(order.id, 'failed', now, {}, reason)
  await services.journal.audit({ subject: order.id, action: 'order.failed', actor: 'rule', reason }, now)
  await services.announce(order.id)
}
