import { describe, test } from 'vitest'
import { addressProblems, type ShipTo, shipTo } from './ship-to.ts'

const leeds: ShipTo = {
  name: 'A. Parent',
  line1: '1 Hill Street',
  city: 'Leeds',
  postcode: 'LS1 1AA',
  country: 'GB',
  phone: '+44 113 496 0000',
}
const fields = (address: ShipTo, phone = false) =>
  addressProblems(address, { phone }).map(({ field }) => field)

describe('an address', () => {
  test('that is whole has no problems', ({ expect }) => {
    expect(fields(leeds, true)).toEqual([])
    expect(fields({ ...leeds, country: 'VN', postcode: '100000' }, true)).toEqual([])
  })

  test.for([
    ['US', '9021', 'CA'],
    ['CA', '12345', 'ON'],
    ['GB', '90210', undefined],
    ['DE', '1234', undefined],
    ['NL', '1234', undefined],
  ] as const)('in %s does not go with the postal code %s', ([country, postcode, region], { expect }) => {
    expect(fields({ ...leeds, country, postcode, ...(region && { region }) })).toEqual(['postcode'])
  })

  test.for([
    ['US', '90210-1234', 'CA'],
    ['CA', 'm5v 3l9', 'ON'],
    ['NL', '1234 AB', undefined],
    ['PL', '00-950', undefined],
  ] as const)('in %s goes with the postal code %s', ([country, postcode, region], { expect }) => {
    expect(fields({ ...leeds, country, postcode, ...(region && { region }) })).toEqual([])
  })

  test('has no postal code only where its country has none, or does not insist', ({ expect }) => {
    const { postcode: _postcode, ...without } = leeds
    for (const country of ['HK', 'AE', 'IE']) {
      expect(fields({ ...without, country })).toEqual([])
      expect(shipTo.safeParse({ ...without, country }).success).toBe(true)
    }
    expect(fields(without)).toEqual(['postcode'])
    expect(fields({ ...without, country: 'VN' })).toEqual(['postcode'])
    expect(shipTo.safeParse(without).success).toBe(false)
  })

  test('in a country that sorts by state needs one', ({ expect }) => {
    expect(fields({ ...leeds, country: 'US', postcode: '90210' })).toEqual(['region'])
  })

  test('needs a telephone number only where a printer does, and then a real one', ({ expect }) => {
    const { phone: _phone, ...without } = leeds
    expect(fields(without)).toEqual([])
    expect(fields(without, true)).toEqual(['phone'])
    expect(fields({ ...leeds, phone: 'call me' })).toEqual(['phone'])
  })
})
