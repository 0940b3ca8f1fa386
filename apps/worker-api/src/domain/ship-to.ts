import * as z from 'zod'

/**
 * Countries whose post has no codes, and Ireland, where many addresses are written without theirs. Source: the Universal
 * Postal Union's addressing sheets, as Unicode's and Google's address data read them (libaddressinput: no `%Z`, or not in
 * `require`). A country that is not listed needs a code.
 */
const postcodeOptional = new Set(
  (
    'AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CM CW DJ DM ER FJ GD GM GQ GY HK IE KI KM ML MO MR MW NR QA RW SB SC ' +
    'SL SR SS ST SX TD TG TL TO TV UG VU YE ZW'
  ).split(' '),
)

/**
 * Where a book is sent: what a payment service collects and a printer is told. Stored as JSON with the order; personal
 * data, so it never reaches a log or a vendor's metadata. `country` is ISO 3166-1 alpha-2 in capitals; `postcode` may be
 * missing only where the country has none.
 */
export const shipTo = z
  .object({
    name: z.string().min(1).max(200),
    line1: z.string().min(1).max(200),
    line2: z.string().min(1).max(200).optional(),
    city: z.string().min(1).max(200),
    region: z.string().min(1).max(200).optional(),
    postcode: z.string().min(1).max(64).optional(),
    country: z.string().regex(/^[A-Z]{2}$/),
    /** Some carriers deliver abroad only with one. */
    phone: z.string().min(1).max(40).optional(),
  })
  .refine((address) => !lacksPostcode(address), { path: ['postcode'], error: 'the postal code is missing' })
export type ShipTo = z.infer<typeof shipTo>

export type AddressProblem = { field: keyof ShipTo; problem: string }

/** Countries whose post sorts by state or province, and whose carriers refuse a parcel without one. */
const regionNeeded = new Set(['AU', 'BR', 'CA', 'CN', 'IN', 'JP', 'MX', 'MY', 'US'])

/**
 * Postal codes by country, spaces and hyphens as people write them. Only shapes that are fixed are here: a country that is
 * not listed takes any code. Source: the Universal Postal Union's addressing sheets.
 */
const postcodes: Readonly<Record<string, RegExp>> = {
  AT: /^\d{4}$/,
  AU: /^\d{4}$/,
  BE: /^\d{4}$/,
  BG: /^\d{4}$/,
  CA: /^[A-Z]\d[A-Z][ -]?\d[A-Z]\d$/i,
  CH: /^\d{4}$/,
  CZ: /^\d{3} ?\d{2}$/,
  DE: /^\d{5}$/,
  DK: /^\d{4}$/,
  EE: /^\d{5}$/,
  ES: /^\d{5}$/,
  FI: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  GR: /^\d{3} ?\d{2}$/,
  HR: /^\d{5}$/,
  HU: /^\d{4}$/,
  IT: /^\d{5}$/,
  JP: /^\d{3}-?\d{4}$/,
  LT: /^(LT-)?\d{5}$/i,
  LU: /^(L-)?\d{4}$/i,
  LV: /^(LV-)?\d{4}$/i,
  NL: /^\d{4} ?[A-Z]{2}$/i,
  NO: /^\d{4}$/,
  NZ: /^\d{4}$/,
  PL: /^\d{2}-?\d{3}$/,
  PT: /^\d{4}-?\d{3}$/,
  RO: /^\d{6}$/,
  SE: /^\d{3} ?\d{2}$/,
  SI: /^\d{4}$/,
  SK: /^\d{3} ?\d{2}$/,
  US: /^\d{5}(-?\d{4})?$/,
}

function lacksPostcode({ postcode, country }: { postcode?: string | undefined; country: string }): boolean {
  return postcode === undefined && !postcodeOptional.has(country)
}

/** A telephone number as carriers take it: an optional plus, then 8 to 20 digits, spaces and the usual marks. */
const phoneShape = /^\+?[\d\s\-.()/]{8,20}$/

/**
 * What keeps a parcel from being sent to this address, by field, in words for the person who typed it; empty when nothing
 * does. `phone`: whether a printer that may get the book needs a telephone number.
 */
export function addressProblems(address: ShipTo, needs: { phone: boolean }): AddressProblem[] {
  const problems: AddressProblem[] = []
  if (regionNeeded.has(address.country) && !address.region) {
    problems.push({ field: 'region', problem: 'the state or province is missing' })
  }
  const shape = postcodes[address.country]
  if (lacksPostcode(address)) {
    problems.push({ field: 'postcode', problem: 'the postal code is missing' })
  } else if (shape && address.postcode !== undefined && !shape.test(address.postcode.trim())) {
    problems.push({ field: 'postcode', problem: 'this is not a postal code of that country' })
  }
  if (address.phone !== undefined && !phoneShape.test(address.phone)) {
    problems.push({ field: 'phone', problem: 'this is not a telephone number' })
  } else if (needs.phone && address.phone === undefined) {
    problems.push({ field: 'phone', problem: 'the printer’s carriers need a telephone number' })
  }
  return problems
}
