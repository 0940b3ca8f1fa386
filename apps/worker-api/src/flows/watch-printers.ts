import type { PrintJobRow } from '../db/print-jobs.ts'
import type { PrintJobFacts, PrintVendor } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'
import { printerOf } from './choose-printer.ts'
import { raiseAlert } from './raise-alert.ts'
import { catchUp, followStray, trackPrint } from './track-print.ts'

type Needs = Parameters<typeof trackPrint>[0] & Pick<Services, 'printers' | 'settings'>

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const silence = { openMs: hourMs, shippedMs: dayMs, forgottenMs: 60 * dayMs }
/** Jobs asked about in one round; what is left waits for the next. */
const limit = 20
/** How far back the lists are compared: a week and a day, so that a night that was missed is made up for. */
const comparedMs = 8 * dayMs
/** A job this young may not be in the printer's list yet. */
const settlingMs = hourMs

/**
 * What the cron does about printers: orders catch up with their print jobs, silent jobs are asked about, each printer's
 * webhook is looked after every hour, and once a day its list is compared with ours. One that is down stops nobody else.
 */
export async function watchPrinters(services: Needs): Promise<void> {
  for (const row of await services.printJobs.ahead(limit)) await catchUp(services, row)
  for (const row of await services.printJobs.silent(services.now(), silence, limit)) {
    await guarded(services, row.vendor, async () => {
      // First, so that a job that cannot be read does not keep the others waiting.
      await services.printJobs.asked(row.id, services.now())
      await trackPrint(services, await printerOf(services, row), row.vendor_ref ?? '')
    })
  }
  for (const printer of services.printers.all) {
    await guarded(services, printer.name, () => lookAfter(services, printer))
  }
}

async function lookAfter(services: Needs, printer: PrintVendor): Promise<void> {
  const { name } = printer
  const now = services.now()
  if (printer.keepWebhook && (await services.printJobs.roundDue(name, 'webhook', hourMs, now))) {
    const kept = await printer.keepWebhook(`${services.settings.publicUrl}/webhooks/print/${name}`)
    if (kept === 'mended') {
      await services.journal.audit({ subject: name, action: 'printer.webhook_mended', actor: 'system' }, now)
      // What was said while it was off was said to nobody.
      await services.printJobs.askAgain(name)
    }
  }
  if (await services.printJobs.roundDue(name, 'comparison', dayMs, now)) await compareLists(services, printer)
}

/** A job of ours that is missing there, and one there that we do not know, are both told to staff. */
export async function compareLists(services: Needs, printer: PrintVendor): Promise<void> {
  const now = services.now()
  const since = now - comparedMs
  const [theirs, ours] = [
    await printer.list(since),
    await services.printJobs.ofVendor(printer.name, since - dayMs),
  ]
  for (const facts of theirs) await placeJob(services, printer, facts, ours)
  const known = new Set(theirs.map((facts) => facts.vendorRef))
  for (const row of ours) {
    const expected = row.created_at >= since && row.updated_at < now - settlingMs
    if (!expected || row.vendor_ref === null || known.has(row.vendor_ref)) continue
    const detail = `the printer's list does not have the job ${row.vendor_ref}`
    await raiseAlert(services, { kind: 'print_missing', subject: row.order_id, detail })
  }
}

async function placeJob(
  services: Needs,
  printer: PrintVendor,
  facts: PrintJobFacts,
  ours: readonly PrintJobRow[],
): Promise<void> {
  if (ours.some((row) => row.vendor_ref === facts.vendorRef)) return
  const row = await services.printJobs.ofOrder(facts.reference)
  // A job whose answer was lost is found here at the latest.
  if (row?.vendor === printer.name && row.vendor_ref === null) {
    await trackPrint(services, printer, facts.vendorRef)
  } else if (row?.vendor_ref !== facts.vendorRef || row.vendor !== printer.name) {
    await followStray(services, printer, facts, row)
  }
}

async function guarded(services: Needs, vendor: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    services.report(fault, { during: 'watch printers', vendor })
  }
}
