import * as z from 'zod'
import type { Buyer } from './pay-session.ts'
import { percentOff } from './reckon-total.ts'
import type { SessionRecord } from './stripe-state.ts'

/** Stripe's test card that every bank takes, and the one that every bank refuses (https://docs.stripe.com/testing). */
export const goodCard = '4242 4242 4242 4242'
const declinedCard = '4000000000000002'

const text = z.string().trim()
const required = text.min(1)
const form = z.object({
  email: z.email(),
  card: text.transform((digits) => digits.replaceAll(/\D/g, '')).pipe(z.string().regex(/^\d{12,19}$/)),
  name: required,
  line1: required.optional(),
  line2: text.optional(),
  city: required.optional(),
  state: text.optional(),
  postal_code: required.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  shipping_rate: text.optional(),
  promotion_code: text.optional(),
  phone: z
    .string()
    .regex(/^\+?[\d ().-]{6,20}$/)
    .optional(),
})

export type CheckoutAnswer =
  | { readonly kind: 'complete'; readonly buyer: Buyer; readonly declined: boolean }
  | { readonly kind: 'incomplete'; readonly field: string }

/** Reads the submitted checkout form; what it must hold depends on what the session asks for. */
export function readCheckoutForm(record: SessionRecord, fields: URLSearchParams): CheckoutAnswer {
  const filled = form.safeParse(Object.fromEntries(fields))
  if (!filled.success) {
    return { kind: 'incomplete', field: String(filled.error.issues[0]?.path[0] ?? 'form') }
  }
  const { email, name, card, phone, line1, line2, city, state, postal_code, country } = filled.data
  const { shipping_rate: rateId, promotion_code: code = '' } = filled.data
  const declined = card === declinedCard
  if (record.session.phone_number_collection?.enabled && phone === undefined) {
    return { kind: 'incomplete', field: 'phone' }
  }
  // Stripe chooses the first one for whoever does not choose.
  const rate = rateId ? record.shippingRates.find((one) => one.id === rateId) : record.shippingRates[0]
  if (rateId && !rate) return { kind: 'incomplete', field: 'shipping_rate' }
  if (code !== '' && percentOff(code) === undefined) return { kind: 'incomplete', field: 'promotion_code' }
  const choice = { rate, code }
  if (record.allowedCountries.length === 0) {
    const buyer = { email, name, phone: phone ?? null, address: null, ...choice }
    return { kind: 'complete', declined, buyer }
  }
  if (country === undefined || !record.allowedCountries.includes(country)) {
    return { kind: 'incomplete', field: 'country' }
  }
  if (line1 === undefined) return { kind: 'incomplete', field: 'line1' }
  if (city === undefined) return { kind: 'incomplete', field: 'city' }
  if (postal_code === undefined) return { kind: 'incomplete', field: 'postal_code' }
  const address = { line1, line2: line2 || null, city, state: state || null, postal_code, country }
  return { kind: 'complete', declined, buyer: { email, name, phone: phone ?? null, address, ...choice } }
}
