import type { ShippingChoice } from '@foxetales/shared-schemas/order'
import type { Problem } from '../walk/book-state.ts'
import { english, type Words } from './english.ts'
import type { ProblemCode } from './english-problems.ts'
import { vietnamese } from './vietnamese.ts'

/** @param language a BCP 47 tag; what we do not speak is answered in English */
export function wordsFor(language: string): Words {
  return language.toLowerCase().split('-')[0] === 'vi' ? vietnamese : english
}

/** One sentence that says what to do, whatever went wrong. */
export function problemWords(words: Words, code: string): string {
  return isKnown(words, code) ? words.problems[code] : words.problems.INTERNAL
}

/** The code to mention in a letter: only where nobody but us can help. */
export function problemReference(words: Words, { code, requestId }: Problem): string {
  const isOurs = !isKnown(words, code) || code === 'INTERNAL' || code === 'PAYMENT_UNAVAILABLE'
  return isOurs && requestId !== '' ? words.reference(requestId) : ''
}

function isKnown(words: Words, code: string): code is ProblemCode {
  return Object.hasOwn(words.problems, code)
}

/** A price as people of that language write it. */
export function money(words: Words, amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat(words.locale, { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amountMinor / 10 ** digits)
}

/** The days on which a book that is ordered now may arrive, as people of that language write them. @param now unix ms */
export function arrival(
  words: Words,
  { min_days, max_days }: Pick<ShippingChoice, 'min_days' | 'max_days'>,
  now: number,
): string {
  const day = (days: number) => new Date(now + days * 86_400_000)
  const format = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'long' })
  return format.formatRange(day(min_days), day(max_days))
}

/** @param from the first day, as `2027-01-31` */
export function dayRange(words: Words, from: string, until: string): string {
  const format = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return format.formatRange(new Date(from), new Date(until))
}

/** @param code ISO 3166-1 alpha-2 */
export function countryName(words: Words, code: string): string {
  return new Intl.DisplayNames([words.locale], { type: 'region' }).of(code) ?? code
}
