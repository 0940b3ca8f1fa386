/// <reference path="./hyphen.d.ts" />
import type { Language } from '@foxetales/shared-schemas/book'
import english from 'hyphen/en-us/index.js'

/** Where a word may be taken apart: an unseen character, which prints as a hyphen only at the end of a line. */
export const softHyphen = '\u00ad'

/** A shorter word is never worth a hyphen in a book for children. */
const shortestWord = 8

/**
 * A word with soft hyphens between its syllables, after Liang's patterns for English. Vietnamese needs none: it writes every
 * syllable apart, so no word of it is ever long.
 */
export function hyphenate(word: string, language: Language): string {
  if (language !== 'en') return word
  return english.hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: shortestWord })
}
