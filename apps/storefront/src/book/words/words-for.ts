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
