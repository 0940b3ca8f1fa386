import type Stripe from 'stripe'
import type { SessionRecord } from './stripe-state.ts'

/** Promotion codes that this Stripe knows, and what each takes off the goods, percent. */
const promotionCodes: Readonly<Record<string, number>> = { FOX10: 10, GIFT100: 100 }

/** Made-up rates on books and parcels, percent; a country that is not here takes none. */
const taxRates: Readonly<Record<string, number>> = { DE: 7, FR: 5.5, GB: 0, US: 8, VN: 5 }

export interface Total {
  readonly discount: number
  readonly shipping: number
  readonly shippingTax: number
  readonly tax: number
  readonly total: number
}

/** Percent off, or undefined for a code that nobody made. */
export function percentOff(code: string): number | undefined {
  return promotionCodes[code.toUpperCase()]
}

/** What a buyer owes: goods less the discount, the parcel, and tax where the session asks for it. */
export function reckonTotal(
  record: SessionRecord,
  choice: { rate: Stripe.ShippingRate | undefined; code: string; country: string | undefined },
): Total {
  const goods = record.session.amount_subtotal ?? 0
  const shipping = choice.rate?.fixed_amount?.amount ?? 0
  const discount = Math.round((goods * (percentOff(choice.code) ?? 0)) / 100)
  const isTaxed = record.session.automatic_tax.enabled
  const percent = isTaxed ? (taxRates[choice.country ?? ''] ?? 0) : 0
  const included = record.taxBehavior === 'inclusive'
  const taxOf = (amount: number) =>
    Math.round(included ? amount - amount / (1 + percent / 100) : (amount * percent) / 100)
  const shippingTax = taxOf(shipping)
  const tax = taxOf(goods - discount) + shippingTax
  const total = goods - discount + shipping + (included ? 0 : tax)
  return { discount, shipping, shippingTax, tax, total }
}
