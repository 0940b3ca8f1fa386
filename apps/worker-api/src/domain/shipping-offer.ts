import * as z from 'zod'

/** The ways to send that an order's checkout offers, as its row keeps them: the very same must be asked for again. */
const option = z.object({
  level: z.enum(['standard', 'express']),
  amountMinor: z.int().nonnegative(),
  currency: z.string(),
  minDays: z.int().nonnegative(),
  maxDays: z.int().nonnegative(),
  tracked: z.boolean(),
})
export type ShippingOffer = z.infer<typeof option>

/** Reads the column; nothing was offered where it is empty. */
export function shippingOffer(column: string | null): ShippingOffer[] {
  return column === null ? [] : z.array(option).parse(JSON.parse(column))
}
