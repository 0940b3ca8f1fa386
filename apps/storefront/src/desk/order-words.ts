import type { DeskEvent } from '@foxetales/shared-schemas/desk'
import type { OrderState } from '@foxetales/shared-schemas/order'

export type { OrderState }

/** States as staff say them, in the order in which an order passes them. */
export const stateWords: Readonly<Record<OrderState, string>> = {
  awaiting_payment: 'Awaiting payment',
  paid: 'Paid',
  rendering: 'Painting',
  review: 'To review',
  approved: 'Approved',
  assembling: 'Binding',
  printing: 'Printing',
  shipped: 'Shipped',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  failed: 'Failed',
}

export const orderStates = Object.keys(stateWords) as OrderState[]

/** How urgent a state looks: somebody has to act, something moves, all is well, it is over. */
export function stateTone(state: OrderState): 'act' | 'bad' | 'move' | 'good' | 'quiet' {
  if (state === 'review') return 'act'
  if (state === 'failed') return 'bad'
  if (state === 'shipped' || state === 'delivered') return 'good'
  if (state === 'awaiting_payment' || state === 'cancelled' || state === 'refunded') return 'quiet'
  return 'move'
}

export const pageStateWords = {
  waiting: 'Waiting',
  rendering: 'Being painted',
  done: 'Done',
  failed: 'Failed',
} as const

/** `Page 7`, `Cover`. */
export function slotName(slot: string): string {
  const number = /^page_(\d+)$/.exec(slot)?.[1]
  return number ? `Page ${Number(number)}` : slot.charAt(0).toUpperCase() + slot.slice(1)
}

/** The eight characters printed in the book: what a customer reads out on the telephone. */
export function orderCode(orderId: string): string {
  return orderId.slice(-8).toUpperCase()
}

const eventWords: Readonly<Record<string, string>> = {
  'order.created': 'Ordered',
  'order.paid': 'Paid',
  'order.review': 'Waits for review',
  'order.approved': 'Approved',
  'order.assembled': 'Book put together',
  'order.printing': 'Sent to the printer',
  'order.held': 'Put on hold',
  'order.released': 'Released',
  'order.failed': 'Failed',
  'order.cancelled': 'Cancelled',
  'order.refunded': 'Refunded',
  'order.assembling': 'Bound anew',
  'photo.shown': 'Photo looked at',
  'print.chosen': 'Printer chosen',
  'print.passed_over': 'Printer passed over',
  'print.accepted': 'Printer accepted the files',
  'print.in_production': 'In production',
  'print.shipped': 'Shipped',
  'print.delivered': 'Delivered',
}

/** What happened, for the timeline; an action that has no words yet is shown as it stands. */
export function eventName({ action }: DeskEvent): string {
  const redo = /^page\.redo (\S+)$/.exec(action)?.[1]
  if (redo) return `${slotName(redo)} painted again`
  const elsewhere = /^print\.sent_elsewhere (\S+)$/.exec(action)?.[1]
  if (elsewhere) return `Given to ${elsewhere} instead`
  const again = /^order\.(?:reprinted as|created to replace|created as more of) (\S+)$/.exec(action)?.[1]
  if (again) {
    if (action.startsWith('order.reprinted')) return `Sent out again as ${orderCode(again)}`
    return action.includes('replace') ? `Replaces ${orderCode(again)}` : `More copies of ${orderCode(again)}`
  }
  const settled = /^alert\.settled (\S+)$/.exec(action)?.[1]
  if (settled) return `Alert settled: ${settled.replaceAll('_', ' ')}`
  return eventWords[action] ?? action.replaceAll(/[._]/g, ' ')
}
