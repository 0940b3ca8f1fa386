import { describe, test } from 'vitest'
import { english } from '../src/book/words/english.ts'
import { vietnamese } from '../src/book/words/vietnamese.ts'
import { arrival, countryName } from '../src/book/words/words-for.ts'

const noon = Date.UTC(2026, 10, 27, 12)

describe('the days on which a book may arrive', () => {
  test.for([
    [english, 7, 13, /^December 4\s–\s10$/],
    [english, 2, 6, /^November 29\s–\sDecember 3$/],
    [vietnamese, 7, 13, /^4\s?[–-]\s?10 tháng 12$/],
  ] as const)('are a span in the words of the language', ([words, min_days, max_days, span], { expect }) => {
    expect(arrival(words, { min_days, max_days }, noon)).toMatch(span)
  })
})

test('a country is named in the language of the page', ({ expect }) => {
  expect(countryName(english, 'DE')).toBe('Germany')
  expect(countryName(vietnamese, 'DE')).toBe('Đức')
})
