import type { OrderState } from '@foxetales/shared-schemas/order'
import type { Words } from '../words/english.ts'

export type Step = keyof Words['follow']['steps']

/** The way of a book in a parent's words; the machine's finer states fall between them. */
export const steps: readonly Step[] = ['pay', 'paint', 'check', 'bind', 'print', 'ship', 'arrive']

/** How many steps lie behind an order, so that the next one is under way; undefined once it goes no further. */
export function stepsDone(state: OrderState): number | undefined {
  switch (state) {
    case 'awaiting_payment':
      return 0
    case 'paid':
    case 'rendering':
      return 1
    case 'review':
      return 2
    case 'approved':
    case 'assembling':
      return 3
    case 'printing':
      return 4
    case 'shipped':
      return 5
    case 'delivered':
      return 7
    case 'cancelled':
    case 'refunded':
    case 'failed':
      return undefined
  }
}

/** Nothing is being made: what we hold may be deleted. The server decides; this only hides a button that would fail. */
export function mayErase(state: OrderState): boolean {
  return !['paid', 'rendering', 'review', 'approved', 'assembling', 'printing'].includes(state)
}
