import type { PrintFormat } from '@foxetales/shared-schemas/print-format'
import { addressProblems, type ShipTo } from './ship-to.ts'

/** What decides, before anybody is asked, whether a printer may have a book. */
export type PrinterRules = {
  /** Only a proof press that prints for our own eyes may say true; every real printer says false. */
  acceptsDrafts: boolean
  /** ISO 3166-1 alpha-2 in capitals. */
  countries: { only: readonly string[] } | { except: readonly string[] }
  /** Whether an order needs the recipient's telephone number. */
  phone: boolean
}

/** Why a printer cannot have a book. */
export type Unfit = 'passed over' | 'draft' | 'country' | 'address' | 'pages'

export function sendsTo({ countries }: PrinterRules, country: string): boolean {
  return 'only' in countries ? countries.only.includes(country) : !countries.except.includes(country)
}

/** Whether any printer that sends to this country needs a telephone number there. */
export function phoneNeeded(country: string, printers: readonly PrinterRules[]): boolean {
  return printers.some((printer) => printer.phone && sendsTo(printer, country))
}

/** Those of the countries to which at least one printer sends: what a checkout may offer. */
export function countriesServed(countries: readonly string[], printers: readonly PrinterRules[]): string[] {
  return countries.filter((country) => printers.some((printer) => sendsTo(printer, country)))
}

/** Undefined when the printer can have the book. `passedOver`: printers that refused this very book before. */
export function whyUnfit(
  printer: { name: string; capabilities: PrinterRules & { format: PrintFormat } },
  book: { draft: boolean; shipTo: ShipTo; storyPages: number; passedOver: readonly string[] },
): Unfit | undefined {
  const { capabilities } = printer
  if (book.passedOver.includes(printer.name)) return 'passed over'
  if (book.draft && !capabilities.acceptsDrafts) return 'draft'
  if (!sendsTo(capabilities, book.shipTo.country)) return 'country'
  if (declaredPages(capabilities.format, book.storyPages) > capabilities.format.pages.most) return 'pages'
  return addressProblems(book.shipTo, { phone: capabilities.phone }).length > 0 ? 'address' : undefined
}

type Offer<P> = { printer: P; totalMinor: number; currency: string }

/**
 * The cheapest of the offers in the order's currency; where nobody quotes in it, the first, for the printers stand in the
 * shop's own order of preference. A tie goes to the one preferred.
 */
export function bestOffer<P>(offers: readonly Offer<P>[], currency: string): P | undefined {
  const wanted = currency.toLowerCase()
  const comparable = offers.filter((offer) => offer.currency.toLowerCase() === wanted)
  const cheapest = comparable.reduce<Offer<P> | undefined>(
    (best, offer) => (best && best.totalMinor <= offer.totalMinor ? best : offer),
    undefined,
  )
  return (cheapest ?? offers[0])?.printer
}

/**
 * The pages that are declared to a printer for a story of so many pages: title, notice, dedication, end and colophon
 * around it, two more where the endpapers or the covers count, filled up to what the printer binds.
 */
export function declaredPages(format: PrintFormat, storyPages: number): number {
  const { fewest, multiple } = format.pages
  const extra = (format.blankEndpapers ? 2 : 0) + (format.files === 'covers-as-pages' ? 2 : 0)
  const written = storyPages + 5 + extra
  return Math.max(fewest, Math.ceil(written / multiple) * multiple)
}
