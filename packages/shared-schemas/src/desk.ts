import * as z from 'zod'
import { alert } from './alert.ts'
import { language } from './book.ts'
import { skinTone } from './child.ts'
import { orderState, orderStatus } from './order.ts'
import { pageCheck } from './unit.ts'

/** What the order desk reads and sends: `/api/admin/*`, for staff alone. */

/** `GET /api/admin/me`. */
export const deskPerson = z.object({
  name: z.string(),
  role: z.enum(['viewer', 'editor', 'owner']),
  until: z.iso.datetime(),
})
export type DeskPerson = z.infer<typeof deskPerson>

/** Every action on an order says why; the sentence goes into its timeline. */
export const deskReason = z.strictObject({ reason: z.string().trim().min(1).max(500) })
export type DeskReason = z.infer<typeof deskReason>

/** Money that goes back: a part, in cents, or all that is left when it says no amount. */
export const deskRefund = deskReason.extend({ amount_minor: z.int().positive().optional() })
export type DeskRefund = z.infer<typeof deskRefund>

/** How a painting is to differ from the usual: PuLID's weight, and another skin tone than the parent chose. */
export const pageWish = z.object({
  likeness: z.number().min(0.3).max(1.3).optional(),
  skin_tone: skinTone.optional(),
})
export type PageWish = z.infer<typeof pageWish>

/**
 * A page once more. What is left out is as always: a new seed, the workflow's own weight for the likeness (0.9), the
 * parent's skin tone.
 */
export const deskRedo = deskReason.extend({
  ...pageWish.shape,
  seed: z.int().min(0).max(4_294_967_295).optional(),
})
export type DeskRedo = z.infer<typeof deskRedo>

/** To another printer, named as the order's `other_printers` name it. */
export const deskPrintElsewhere = deskReason.extend({ printer: z.string().min(1).max(60) })
export type DeskPrintElsewhere = z.infer<typeof deskPrintElsewhere>

/** A book that goes out again at the shop's cost; as many copies as were bought when it says none. */
export const deskReprint = deskReason.extend({ copies: z.int().min(1).max(20).optional() })
export type DeskReprint = z.infer<typeof deskReprint>
export const deskReprinted = z.object({ order_id: z.string() })
export type DeskReprinted = z.infer<typeof deskReprinted>

/** The child's photo for one look: the link lives for two minutes. */
export const deskPhoto = z.object({ photo_url: z.url(), until: z.iso.datetime() })
export type DeskPhoto = z.infer<typeof deskPhoto>

/** A message that was tried too often. `kind` and `subject` are absent where it cannot be read, and so not be sent again. */
export const deadLetter = z.object({
  dead_letter_id: z.string(),
  kind: z.string().optional(),
  /** The id of the row it spoke of. */
  subject: z.string().optional(),
  attempts: z.int().nonnegative(),
  at: z.iso.datetime(),
})
export type DeadLetter = z.infer<typeof deadLetter>
/** `GET /api/admin/dead-letters`: newest first, at most 100, without those that were sent again. */
export const deadLetterList = z.object({ dead_letters: z.array(deadLetter) })
export type DeadLetterList = z.infer<typeof deadLetterList>

/** A sum that came for an order (positive) or went. */
export const deskMoney = z.object({
  at: z.iso.datetime(),
  kind: z.enum(['payment', 'refund', 'dispute', 'dispute_won']),
  amount_minor: z.int(),
  currency: z.string(),
})

/** A refund and how far it is; `failed` ones count for nothing and may be asked for again. */
export const deskRefundLine = z.object({
  at: z.iso.datetime(),
  amount_minor: z.int(),
  state: z.enum(['planned', 'pending', 'succeeded', 'failed', 'cancelled']),
  actor: z.string(),
  reason: z.string(),
  failure: z.string().optional(),
})

/**
 * An approval. `seen` holds the pages that the person looked at (slot → sha256 of the page's picture): when one of them
 * has been painted again meanwhile, the approval is refused.
 */
export const deskApproval = deskReason.extend({
  seen: z.record(z.string().max(40), z.string().regex(/^[0-9a-f]{64}$/)).optional(),
})
export type DeskApproval = z.infer<typeof deskApproval>

/**
 * The query of `GET /api/admin/orders`. `cursor` is the order id under which the page begins; `code` the eight
 * characters that are printed in the book.
 */
export const deskOrderFilter = z.strictObject({
  state: orderState.optional(),
  held: z.literal('true').optional(),
  code: z
    .string()
    .regex(/^[0-9a-z]{8}$/i)
    .optional(),
  cursor: z
    .string()
    .regex(/^ord_[0-9a-z]{26}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type DeskOrderFilter = z.infer<typeof deskOrderFilter>

export const deskOrderLine = z.object({
  order_id: z.string(),
  state: orderState,
  reason: z.string().optional(),
  hold: z.string().optional(),
  book_id: z.string(),
  quantity: z.int(),
  amount_minor: z.int(),
  currency: z.string(),
  draft: z.boolean(),
  /** While it renders: how far. */
  progress: z.object({ done: z.int(), total: z.int() }).optional(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
})
export type DeskOrderLine = z.infer<typeof deskOrderLine>

/** `counts` are of all orders, whatever the filter; a state that no order has is absent. */
export const deskOrderList = z.object({
  orders: z.array(deskOrderLine),
  counts: z.partialRecord(orderState, z.int().nonnegative()),
  held: z.int().nonnegative(),
  /** Alerts that nobody has settled. */
  open_alerts: z.int().nonnegative(),
  next_cursor: z.string().optional(),
})
export type DeskOrderList = z.infer<typeof deskOrderList>

/** One picture that was made for a page; older ones stay beside the one that will be printed. */
export const deskPageVersion = z.object({
  /** The artifact's id: the same picture has the same id, whatever its links are today. */
  id: z.string(),
  /** Painted for the preview and seen by the parent, or after payment. */
  from: z.enum(['preview', 'order']),
  /** This is the one that will be printed. */
  current: z.boolean(),
  sha256: z.string(),
  /** What its sampler began with: with the same seed and wish the same picture is painted. */
  seed: z.int().optional(),
  wish: pageWish.optional(),
  draft: z.boolean(),
  engine: z.string().optional(),
  scores: z.record(z.string(), z.number()),
  /** The checks it missed though it was painted again and again: why a person looks at it. */
  failed_checks: z.array(pageCheck),
  /** How often it was painted until it stood; absent for pictures of before it was counted. */
  paintings: z.int().positive().optional(),
  /** Why somebody of the staff had it painted, when somebody did. */
  asked_because: z.string().optional(),
  asked_by: z.string().optional(),
  page_url: z.url(),
  thumbnail_url: z.url().optional(),
  made_at: z.iso.datetime(),
})
export type DeskPageVersion = z.infer<typeof deskPageVersion>

export const deskPage = z.object({
  /** `page_07` or `cover`. */
  slot: z.string(),
  state: z.enum(['waiting', 'rendering', 'done', 'failed']),
  /** 0 … 1 of the run that is under way. */
  progress: z.number().min(0).max(1),
  /** Why the last try failed. */
  failure: z.string().optional(),
  /** How often workers failed it. */
  failures: z.int().nonnegative(),
  can_regenerate: z.boolean(),
  /** The story's words on this page, with the child's name; absent once they are forgotten. */
  words: z.string().optional(),
  /** Oldest first. */
  versions: z.array(deskPageVersion),
})
export type DeskPage = z.infer<typeof deskPage>

export const deskEvent = z.object({
  at: z.iso.datetime(),
  /** `order.paid`, `page.redo page_07`, `print.shipped`, … */
  action: z.string(),
  actor: z.string(),
  reason: z.string().optional(),
})
export type DeskEvent = z.infer<typeof deskEvent>

/** `GET /api/admin/orders/:id`, and the answer to every action on it. Links live for 15 minutes. */
export const deskOrder = orderStatus.omit({ pages: true, timeline: true, can_cancel: true }).extend({
  book: z.object({ id: z.string(), version: z.string(), title: z.string() }),
  /** Absent once the customer was erased. */
  child_name: z.string().optional(),
  language: language.optional(),
  email: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  ship_to_country: z.string().optional(),
  paid_at: z.iso.datetime().optional(),
  /** What a person has to do now, in one sentence; it says so when there is nothing to do. */
  next_action: z.string(),
  /** True when a person has to act before the order goes on. */
  needs_person: z.boolean(),
  can_approve: z.boolean(),
  /** A hold stops every step that costs money; a release lets the order go on. */
  can_hold: z.boolean(),
  can_release: z.boolean(),
  /** Stops what is being made and gives everything back; at the printer only while it can still be stopped. */
  can_cancel: z.boolean(),
  /** Printers that could have the book instead; empty where it has to stay where it is. */
  other_printers: z.array(z.string()),
  /** Sends the printed book out once more at the shop's cost. */
  can_reprint: z.boolean(),
  /** The photo is still kept, and may be looked at. */
  has_photo: z.boolean(),
  /** What is left to give back, in cents; 0 where nothing can be. */
  refundable_minor: z.int().nonnegative(),
  /** Oldest first. */
  money: z.array(deskMoney),
  refunds: z.array(deskRefundLine),
  /** What painting has cost so far. */
  gpu_seconds: z.number().nonnegative(),
  /** What the printer found wrong with the files. */
  print_problems: z.array(z.string()),
  /** What waits for a person about this order, newest first. */
  alerts: z.array(alert),
  pages: z.array(deskPage),
  /** Oldest first. */
  timeline: z.array(deskEvent),
})
export type DeskOrder = z.infer<typeof deskOrder>
