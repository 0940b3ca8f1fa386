import { createHash } from 'node:crypto'
import * as z from 'zod'

const webAddress = z.url({ protocol: /^https?$/ })

const orderedFile = {
  /** Answers GET, HEAD and ranges, for as long as the press may want to read it. */
  url: webAddress,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits'),
  bytes: z.int().min(1),
}

/** The body of `POST /v1/print-jobs`. A field that the press does not know is refused, for it would be ignored in print. */
export const pressOrder = z.strictObject({
  /** The customer's own name for the job; need not be unique. */
  reference: z.string().min(1).max(200),
  title: z.string().min(1).max(255),
  copies: z.int().min(1).max(500),
  interior: z.strictObject({ ...orderedFile, pages: z.int().min(1) }),
  cover: z.strictObject(orderedFile),
  ship_to: z.strictObject({
    name: z.string().min(1).max(120),
    line1: z.string().min(1).max(200),
    line2: z.string().max(200).optional(),
    city: z.string().min(1).max(120),
    region: z.string().max(120).optional(),
    /** Left out where the country has none. */
    postcode: z.string().min(1).max(20).optional(),
    /** ISO 3166-1 alpha-2. */
    country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
    phone: z.string().max(40).optional(),
  }),
  shipping_level: z.enum(['standard', 'express']),
  /** A proof for the customer's own eyes. It is judged like any other book. */
  draft: z.boolean(),
  webhook_url: webAddress,
})
export type PressOrder = z.infer<typeof pressOrder>

/**
 * Equal for two orders that ask for the same print. Addresses are left out: those of files are signed anew for every try,
 * and the checksums say what the files are.
 */
export function orderFingerprint(order: PressOrder): string {
  const { webhook_url: _webhook, ...asked } = order
  const { url: _interior, ...interior } = order.interior
  const { url: _cover, ...cover } = order.cover
  const text = JSON.stringify(sortedDeep({ ...asked, interior, cover }))
  return createHash('sha256').update(text).digest('hex')
}

/** Named values in the order of their names, so that equal orders are equal texts. */
function sortedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedDeep)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, sortedDeep(inner)]))
}
