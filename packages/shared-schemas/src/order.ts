import * as z from 'zod'
import { childName } from './child.ts'
import { dedication } from './dedication.ts'

export const orderState = z.enum([
  'awaiting_payment',
  'paid',
  'rendering',
  'review',
  'approved',
  'assembling',
  'printing',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'failed',
])
export type OrderState = z.infer<typeof orderState>

export const printStatus = z.enum([
  'planned',
  'submitted',
  'awaiting_payment',
  'on_hold',
  'accepted',
  'in_production',
  'shipped',
  'delivered',
  'cancelled',
  'failed',
])
export type PrintStatus = z.infer<typeof printStatus>

/** ISO 3166-1 alpha-2, in capitals. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/)

/** `POST /api/orders`, with the preview's token. The price comes from the book, never from the client. */
export const orderRequest = z.strictObject({
  preview_id: z.string().min(1).max(60),
  quantity: z.int().min(1).max(20).default(1),
  /** Where the book goes: its shipping is quoted for that country, and the checkout takes addresses there alone. */
  country: countryCode.optional(),
  /** Where the checkout sends the browser afterwards; `{ORDER_ID}` is filled in. Must be an address of this shop. */
  return_url: z.url().optional(),
})
export type OrderRequest = z.infer<typeof orderRequest>

/** `POST /api/orders/:id/text`: what is to stand in the book instead; what is left out stays. */
export const textCorrection = z
  .strictObject({ name: childName.optional(), dedication: dedication.optional() })
  .refine((correction) => Object.keys(correction).length > 0, 'Say what is to be corrected.')
export type TextCorrection = z.infer<typeof textCorrection>

/** `POST /api/orders/:id/reorder`, with the order's token: more copies of the very same book. */
export const reorderRequest = orderRequest.omit({ preview_id: true })
export type ReorderRequest = z.infer<typeof reorderRequest>

/** A way to send the book, as `GET /api/shipping` tells it: calendar days from now to the door, the day for the proof among them. */
export const shippingChoice = z.object({
  level: z.enum(['standard', 'express']),
  amount_minor: z.int().nonnegative(),
  currency: z.string(),
  min_days: z.int().nonnegative(),
  max_days: z.int().nonnegative(),
  tracked: z.boolean(),
})
export type ShippingChoice = z.infer<typeof shippingChoice>
export const shippingQuote = z.object({
  country: countryCode,
  options: z.array(shippingChoice),
  /** Everywhere that the shop sends to. */
  countries: z.array(countryCode),
})
export type ShippingQuote = z.infer<typeof shippingQuote>

export const orderCreated = z.object({
  order_id: z.string(),
  token: z.string(),
  status_url: z.url(),
  page_url: z.url(),
  checkout_url: z.url(),
})
export type OrderCreated = z.infer<typeof orderCreated>

export const tracking = z.object({ carrier: z.string(), number: z.string(), url: z.url() })
export type Tracking = z.infer<typeof tracking>

/** `GET /api/orders/:id`. */
export const orderStatus = z.object({
  order_id: z.string(),
  preview_id: z.string(),
  state: orderState,
  reason: z.string().optional(),
  hold: z.string().optional(),
  /** Where to pay; only while the payment is awaited, so that a parent who left the checkout finds it again. */
  checkout_url: z.url().optional(),
  quantity: z.int(),
  amount_minor: z.int(),
  currency: z.string(),
  /** What the customer chose; absent until it was paid. */
  shipping: z.object({ level: z.string(), amount_minor: z.int().nonnegative() }).optional(),
  /** The days on which the book may arrive, as the checkout told them, from the day of payment; absent once it is there. */
  expected: z.object({ from: z.iso.date(), until: z.iso.date() }).optional(),
  /** Everything charged: books, shipping and tax, less discounts. */
  paid_minor: z.int().nonnegative().optional(),
  refunded_minor: z.int().nonnegative(),
  /** The order whose book this one prints again. */
  reorder_of: z.string().optional(),
  /** Whoever has the order's token may still cancel it. */
  can_cancel: z.boolean(),
  can_reorder: z.boolean(),
  draft: z.boolean(),
  pages_done: z.int().nonnegative(),
  pages_total: z.int().nonnegative(),
  pages: z.array(
    z.object({
      slot: z.string(),
      state: z.enum(['waiting', 'rendering', 'done', 'failed']),
      sha256: z.string().optional(),
      /** Approved in the preview and reused, or made after payment. */
      from: z.enum(['preview', 'order']),
      page_url: z.url().optional(),
      thumbnail_url: z.url().optional(),
    }),
  ),
  files: z.object({ interior_url: z.url(), cover_url: z.url().optional() }).optional(),
  print: z.object({ vendor: z.string(), status: printStatus, tracking: tracking.optional() }).optional(),
  /** The words as they will be printed, while they can still be corrected. The book is not bound before `until`. */
  proof: z
    .object({ until: z.iso.datetime(), name: z.string(), dedication: z.string().optional() })
    .optional(),
  /** Every page is painted: `GET /api/orders/:id/proof.pdf` shows the book as it will be printed. */
  proof_ready: z.boolean(),
  timeline: z.array(z.object({ at: z.iso.datetime(), what: z.string() })),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
})
export type OrderStatus = z.infer<typeof orderStatus>
