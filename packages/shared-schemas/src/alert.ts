import * as z from 'zod'

/** What may call for a person. The subject is an order, except for `dead_letter` and `message_failed`. */
export const alertKind = z.enum([
  'order_failed',
  'dead_letter',
  'print_on_hold',
  'print_rejected',
  'print_unpaid',
  'dispute',
  'fraud_warning',
  'refund_failed',
  'refund_too_late',
  'paid_twice',
  'paid_unknown',
  'amount_differs',
  'message_failed',
])
export type AlertKind = z.infer<typeof alertKind>

export const alert = z.object({
  alert_id: z.string(),
  kind: alertKind,
  /** The id of the row it is about. */
  subject: z.string(),
  /** One sentence for staff; no name and no address in it. */
  detail: z.string(),
  raised_at: z.iso.datetime(),
})
export type Alert = z.infer<typeof alert>

/** `GET /api/admin/alerts`: what is open, newest first, at most 100; `open` counts all. */
export const alertList = z.object({ alerts: z.array(alert), open: z.int().nonnegative() })
export type AlertList = z.infer<typeof alertList>
