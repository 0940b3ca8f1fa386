import { AppError } from '@foxetales/shared-schemas/errors'
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
export type PrintCapabilities = {
  /** Only a proof press that prints for our own eyes may say true; every real printer says false. */
  acceptsDrafts: boolean
  /** `two`: interior and cover apart; `one`: the cover is part of the interior's file. */
  files: 'one' | 'two'
}

/** A PDF for the printer to fetch, more than once and hours later: the url lives at least 72 hours. */
export type PrintFile = { url: string; sha256: string; bytes: number }

export type PrintOrder = {
  /** The row's id, and the idempotency key where the printer knows one. */
  printJobId: string
  /** What the printer shows to people and finds the job by. */
  reference: string
  title: string
  copies: number
  interior: PrintFile & { pages: number }
  cover: PrintFile
  shipTo: ShipTo
  shippingLevel: string
  /** True when any page was painted by a stand-in engine. */
  draft: boolean
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

export type PrintEvent = PrintJobFacts & {
  /** Unique per event, the same when the event is delivered again. */
  eventId: string
  /** Unix ms. */
  createdAt: number
}

/**
 * A printer. Calls throw AppError `PRINT_VENDOR_UNAVAILABLE` (`details.ambiguous` true when a job may have been made all
 * the same: look it up by its reference, never submit it anew under another key) or `PRINT_VENDOR_REFUSED`.
 */
export interface PrintVendor {
  readonly name: string
  readonly capabilities: PrintCapabilities
  /** Throws AppError `DRAFT_NOT_PRINTABLE` before any call when the order is a draft that this printer does not take. */
  submit(order: PrintOrder): Promise<{ vendorRef: string; status: PrintStatus }>
  /** The job that bears our reference, or nothing. With several, the one not cancelled or failed, else the newest. */
  findByReference(reference: string): Promise<PrintJobFacts | undefined>
  get(vendorRef: string): Promise<PrintJobFacts>
  /** `cancelled` also when it already was; `too_late` when paper is being printed. */
  cancel(vendorRef: string): Promise<'cancelled' | 'too_late'>
  /** Verifies and reads a webhook. Throws AppError `SIGNATURE_INVALID`, for a body that is not an event too. */
  parseWebhook(request: { rawBody: string; headers: Headers }): Promise<PrintEvent>
}

/** The first line of every adapter's `submit`: a draft never reaches a real printer. */
export function refuseDraft(capabilities: PrintCapabilities, order: Pick<PrintOrder, 'draft'>): void {
  if (order.draft && !capabilities.acceptsDrafts) {
    throw new AppError('DRAFT_NOT_PRINTABLE')
  }
}
