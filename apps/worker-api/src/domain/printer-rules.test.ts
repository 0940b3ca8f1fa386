import { casewrapFormat } from '@foxetales/book-pdf/cover-geometry'
import { describe, test } from 'vitest'
import {
  bestOffer,
  countriesServed,
  declaredPages,
  type PrinterRules,
  phoneNeeded,
  whyUnfit,
} from './printer-rules.ts'

const anywhere: PrinterRules = { acceptsDrafts: false, countries: { except: ['KP'] }, phone: false }
const european: PrinterRules = { acceptsDrafts: false, countries: { only: ['DE', 'FR'] }, phone: true }
const shipTo = { name: 'A', line1: '1', city: 'Bonn', postcode: '53111', country: 'DE' }
const book = { draft: false, shipTo, storyPages: 35, passedOver: [] }
const printer = (rules: PrinterRules) => ({
  name: 'one',
  capabilities: { ...rules, format: casewrapFormat },
})

describe('a printer', () => {
  test('can have a book that it sends where it goes', ({ expect }) => {
    expect(whyUnfit(printer(anywhere), book)).toBeUndefined()
  })

  test('cannot have what it refused before, a draft, or what goes elsewhere', ({ expect }) => {
    expect(whyUnfit(printer(anywhere), { ...book, passedOver: ['one'] })).toBe('passed over')
    expect(whyUnfit(printer(anywhere), { ...book, draft: true })).toBe('draft')
    expect(whyUnfit(printer({ ...anywhere, acceptsDrafts: true }), { ...book, draft: true })).toBeUndefined()
    expect(whyUnfit(printer(anywhere), { ...book, shipTo: { ...shipTo, country: 'KP' } })).toBe('country')
    expect(whyUnfit(printer(european), { ...book, shipTo: { ...shipTo, country: 'VN' } })).toBe('country')
  })

  test('cannot have a book without the telephone number that it needs, or with too many pages', ({
    expect,
  }) => {
    expect(whyUnfit(printer(european), book)).toBe('address')
    const reachable = { ...shipTo, phone: '+49 228 123456' }
    expect(whyUnfit(printer(european), { ...book, shipTo: reachable })).toBeUndefined()
    expect(whyUnfit(printer(anywhere), { ...book, storyPages: 900 })).toBe('pages')
  })

  test('is told as many pages as it counts itself', ({ expect }) => {
    expect(declaredPages(casewrapFormat, 35)).toBe(40)
    expect(declaredPages({ ...casewrapFormat, blankEndpapers: true }, 35)).toBe(42)
    expect(declaredPages({ ...casewrapFormat, files: 'covers-as-pages' }, 35)).toBe(42)
    expect(declaredPages(casewrapFormat, 34)).toBe(40)
    expect(declaredPages(casewrapFormat, 3)).toBe(24)
  })
})

describe('among printers', () => {
  test('the cheapest in the order’s currency is chosen, the preferred one on a tie', ({ expect }) => {
    const offers = [
      { printer: 'a', totalMinor: 2100, currency: 'eur' },
      { printer: 'b', totalMinor: 1900, currency: 'EUR' },
      { printer: 'c', totalMinor: 1900, currency: 'eur' },
      { printer: 'd', totalMinor: 100, currency: 'usd' },
    ]
    expect(bestOffer(offers, 'EUR')).toBe('b')
    expect(bestOffer(offers, 'GBP')).toBe('a')
    expect(bestOffer([], 'EUR')).toBeUndefined()
  })

  test('a country is served, and a telephone number needed, when one of them says so', ({ expect }) => {
    expect(countriesServed(['DE', 'VN', 'KP'], [anywhere, european])).toEqual(['DE', 'VN'])
    expect(phoneNeeded('DE', [anywhere, european])).toBe(true)
    expect(phoneNeeded('VN', [anywhere, european])).toBe(false)
  })
})
