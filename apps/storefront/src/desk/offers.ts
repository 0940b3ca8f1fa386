import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { type Ask, type DeskState, isOwner, mayAct } from './desk-state.ts'

/** Something a person may ask for now: a button, and the key that presses it. */
export interface Offer {
  readonly ask: Ask
  readonly label: string
  readonly key: string
  readonly look: '' | 'primary'
}

/** What may be done to the order by who is signed in, as the server last said. The page and the keyboard both offer this. */
export function orderOffers(state: DeskState, order: DeskOrder): Offer[] {
  if (!mayAct(state)) return []
  const offer = (may: boolean, ask: Ask, label: string, key: string, look: Offer['look'] = ''): Offer[] =>
    may ? [{ ask, label, key, look }] : []
  return [
    ...offer(order.can_approve, { kind: 'approve' }, 'Approve the book', 'a', 'primary'),
    ...offer(order.can_release, { kind: 'release' }, 'Release', 'h', 'primary'),
    ...offer(order.can_hold, { kind: 'hold' }, 'Hold', 'h'),
    ...offer(order.has_photo, { kind: 'photo' }, 'Photo', 'v'),
    ...offer(order.other_printers.length > 0, { kind: 'print-elsewhere' }, 'Other printer', 'e'),
    ...offer(order.can_reprint && isOwner(state), { kind: 'reprint' }, 'Send again', 'g'),
    ...offer(order.refundable_minor > 0 && isOwner(state), { kind: 'refund' }, 'Refund', 'f'),
    ...offer(order.can_cancel, { kind: 'cancel' }, 'Cancel the order', 'c'),
  ]
}
