import * as z from 'zod'

/**
 * Where a book is sent: what a payment service collects and a printer is told. Stored as JSON with the order; personal
 * data, so it never reaches a log or a vendor's metadata. `country` is ISO 3166-1 alpha-2 in capitals.
 */
export const shipTo = z.object({
  name: z.string().min(1).max(200),
  line1: z.string().min(1).max(200),
  line2: z.string().min(1).max(200).optional(),
  city: z.string().min(1).max(200),
  region: z.string().min(1).max(200).optional(),
  postcode: z.string().min(1).max(64),
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Some carriers deliver abroad only with one. */
  phone: z.string().min(1).max(40).optional(),
})
export type ShipTo = z.infer<typeof shipTo>
