import type { AlertKind } from '@foxetales/shared-schemas/alert'

/** Alerts as staff say them. */
export const alertWords: Readonly<Record<AlertKind, string>> = {
  order_failed: 'Order failed',
  dead_letter: 'Message given up',
  print_on_hold: 'Printer holds the job',
  print_rejected: 'Printer refused the job',
  print_unpaid: 'Printer waits to be paid',
  print_missing: 'Printer lost the job',
  print_unknown: 'Unknown job at the printer',
  printer_trouble: 'Printer in trouble',
  address_suggested: 'Address may be wrong',
  dispute: 'Payment disputed',
  dispute_lost: 'Dispute lost',
  fraud_warning: 'Fraud warning',
  refund_failed: 'Refund failed',
  refund_too_late: 'Refund came too late',
  paid_twice: 'Paid twice',
  paid_unknown: 'Payment for no order',
  amount_differs: 'Amount differs',
  message_failed: 'Letter not sent',
  data_request: 'Request for data',
  shop_line_refused: 'Shop’s line refused',
  shop_trouble: 'Shop in trouble',
}

/** How many of each kind, most first. */
export function countByKind(alerts: readonly { readonly kind: AlertKind }[]): [AlertKind, number][] {
  const counts = new Map<AlertKind, number>()
  for (const { kind } of alerts) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}
