import * as z from 'zod'

/** What may call for a person. The subject is an order, except for `printer_trouble` (a printer), `print_unknown` (a job there), `dead_letter` and `message_failed`. */
export const alertKind = z.enum([
  'order_failed',
  'dead_letter',
  'print_on_hold',
  'print_rejected',
  'print_unpaid',
  'print_missing',
  'print_unknown',
  'printer_trouble',
  'address_suggested',
  'dispute',
  'dispute_lost',
  'fraud_warning',
  'refund_failed',
  'refund_too_late',
  'paid_twice',
  'paid_unknown',
  'amount_differs',
  'message_failed',
  'shop_line_refused',
  'shop_trouble',
  'data_request',
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
