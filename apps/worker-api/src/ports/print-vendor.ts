import { AppError } from '@foxetales/shared-schemas/errors'
import type { CoverSheet, PrintFormat } from '@foxetales/shared-schemas/print-format'
import type { PrinterRules } from '../domain/printer-rules.ts'
import type { ShipTo } from '../domain/ship-to.ts'

/**
 * One language for every printer's states, with a rank each. News may arrive late or out of order, so a status only ever
 * moves to a higher rank. `awaiting_payment`, `on_hold` and `failed` need a person.
 */
export const printStatusRank = {
  submitted: 0,
  awaiting_payment: 1,
  on_hold: 2,
  /** The printer took the files and can still be stopped. */
  accepted: 3,
  in_production: 4,
  shipped: 5,
  delivered: 6,
  cancelled: 7,
  failed: 7,
} as const
export type PrintStatus = keyof typeof printStatusRank

const finalStatuses: readonly PrintStatus[] = ['delivered', 'cancelled', 'failed']

/** Whether news of `to` changes what is known as `from`: never backwards, never out of a final status. */
export function printMovesForward(from: PrintStatus, to: PrintStatus): boolean {
  return !finalStatuses.includes(from) && printStatusRank[to] > printStatusRank[from]
}

/** What a printer can do, known without asking it. */
export type PrintCapabilities = PrinterRules & {
  /** Sheet, bleed, page rule, one file or two: what book-pdf makes a book from. */
  format: PrintFormat
  /** True where the same order sent again under the same id is one job, whatever became of the first answer. */
  idempotent: boolean
}

/** A PDF for the printer to fetch, more than once and hours later: the url lives at least 72 hours. */
export type PrintFile = { url: string; sha256: string; md5?: string | undefined; bytes: number }

export type PrintOrder = {
  /** The row's id, and the idempotency key where the printer knows one. */
  printJobId: string
  /** What the printer shows to people and finds the job by. */
  reference: string
  title: string
  copies: number
  /** The whole book where the printer takes one file. `pages` is the count declared to the printer. */
  interior: PrintFile & { pages: number }
  cover?: PrintFile | undefined
  shipTo: ShipTo
  /** `express`, or the cheapest way. */
  shippingLevel: string
  /** True when any page was painted by a stand-in engine. */
  draft: boolean
  /** Where news of the job is sent. An adapter whose printer does not sign adds what only that printer is told. */
  webhookUrl: string
}

export type PrintTracking = { carrier: string; number: string; url?: string }

/** What the printer's own check found, for staff to act on. */
export type PrintProblem = { code: string; file?: string; page?: number; message: string }

export type PrintJobFacts = {
  vendorRef: string
  reference: string
  status: PrintStatus
  problems: PrintProblem[]
  tracking?: PrintTracking
}

/** A reason to look at a job: never more, for not every printer signs what it says. */
export type PrintEvent = {
  /** Unique per event, the same when the event is delivered again. */
  eventId: string
  vendorRef: string
  /** The printer's own word for what happened. */
  kind: string
}

/** What a parcel may cost and how long it takes: to choose from at the checkout, and to choose a printer by. */
export type ShippingOption = {
  /** The same two words for every printer, so that a book can go to another one. */
  level: 'standard' | 'express'
  /** Shipping alone. */
  amountMinor: number
  /** Printing and fees, all copies; absent where the printer tells only with an address. */
  bookMinor?: number
  /** ISO 4217 in lower case; a printer that does not quote in the one asked for answers in its own. */
  currency: string
  /** Calendar days from now to the door. */
  minDays: number
  maxDays: number
  tracked: boolean
}

export type QuoteRequest = {
  country: string
  copies: number
  /** Declared to the printer. */
  pages: number
  currency: string
  /** Once it is known. */
  shipTo?: ShipTo | undefined
}

/** `checking`: ask again later with the same `receipt`. */
export type FileCheck =
  | { state: 'sound' }
  | { state: 'checking'; receipt: string }
  | { state: 'unsound'; problems: PrintProblem[] }

/**
 * A printer. Calls throw AppError `PRINT_VENDOR_UNAVAILABLE` (`details.ambiguous` true when a job may have been made all
 * the same: look it up by its reference, never submit it anew under another key) or `PRINT_VENDOR_REFUSED`.
 */
export interface PrintVendor {
  readonly name: string
  readonly capabilities: PrintCapabilities
  /** Cheapest first, at most one a level; empty where nothing is sent to. */
  quote(request: QuoteRequest): Promise<ShippingOption[]>
  /** The opened cover for so many declared pages, where the printer wants one. */
  coverSheet?(declaredPages: number): Promise<CoverSheet>
  /** The printer's own check of the files before anything is ordered, where it has one. */
  validate?(order: PrintOrder, receipt?: string): Promise<FileCheck>
  /** Throws AppError `DRAFT_NOT_PRINTABLE` before any call when the order is a draft that this printer does not take. */
  submit(order: PrintOrder): Promise<{ vendorRef: string; status: PrintStatus }>
  /**
   * The job that bears our reference and is not older than `since` (unix ms), or nothing. With several, the one not
   * cancelled or failed, else the newest.
   */
  findByReference(reference: string, since: number): Promise<PrintJobFacts | undefined>
  get(vendorRef: string): Promise<PrintJobFacts>
  /** `cancelled` also when it already was; `too_late` when paper is being printed. */
  cancel(vendorRef: string): Promise<'cancelled' | 'too_late'>
  /** Every job the printer has of us since then (unix ms): what our own rows are compared with. */
  list(since: number): Promise<PrintJobFacts[]>
  /** Verifies and reads a webhook. Throws AppError `SIGNATURE_INVALID`, for a body that is not an event too. */
  parseWebhook(request: { rawBody: string; headers: Headers; url: string }): Promise<PrintEvent>
  /** Sees to it that the printer still sends news to this address, where it forgets or stops. */
  keepWebhook?(url: string): Promise<'fine' | 'mended'>
}

/** The first line of every adapter's `submit`: a draft never reaches a real printer. */
export function refuseDraft(capabilities: PrinterRules, order: Pick<PrintOrder, 'draft'>): void {
  if (order.draft && !capabilities.acceptsDrafts) {
    throw new AppError('DRAFT_NOT_PRINTABLE')
  }
}

/** Of several jobs with one reference, newest first: the one that is alive, else the newest. */
export function aliveOrNewest(newestFirst: readonly PrintJobFacts[]): PrintJobFacts | undefined {
  return newestFirst.find((job) => job.status !== 'cancelled' && job.status !== 'failed') ?? newestFirst[0]
}

/** Of all the ways a printer sends, the two we speak of: the cheapest, and the fastest where it is faster. */
export function twoLevels(ways: readonly Omit<ShippingOption, 'level'>[]): ShippingOption[] {
  const cheapest = ways.toSorted((a, b) => a.amountMinor - b.amountMinor)[0]
  const fastest = ways.toSorted((a, b) => a.maxDays - b.maxDays || a.amountMinor - b.amountMinor)[0]
  if (!cheapest || !fastest) return []
  const standard: ShippingOption = { ...cheapest, level: 'standard' }
  return fastest.maxDays < cheapest.maxDays ? [standard, { ...fastest, level: 'express' }] : [standard]
}
