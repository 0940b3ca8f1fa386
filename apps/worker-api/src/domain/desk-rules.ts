import type { OrderState, PrintStatus } from '@foxetales/shared-schemas/order'
import { slotPage } from './page-plan.ts'
import type { UnitState } from './transitions.ts'

/** What staff may do to an order, and what they have to do: one place for the flows that act and the page that offers. */

/** A book can be painted again until its files are with the printer; what failed may always be sent through once more. */
export const redoableOrders: readonly OrderState[] = ['rendering', 'review', 'approved', 'failed']
const redoablePages: readonly UnitState[] = ['done', 'failed']

type Standing = { readonly state: OrderState; readonly hold: string | null }

/**
 * `atPrinter`: a printer has taken the job, whatever became of it. An order is sent to print once. `printStatus`: how the
 * job stands there. `proofOpen`: the customer may still correct the words.
 */
export type OrderFacts = Standing & {
  readonly atPrinter: boolean
  readonly printStatus?: PrintStatus | undefined
  readonly proofOpen?: boolean
}

/** A printer that has taken a job has a name for it; one that may have taken it counts as one that has. */
export function isAtPrinter(
  printJob: { readonly vendor_ref: string | null; readonly doubt: number } | null,
): boolean {
  return printJob !== null && (printJob.vendor_ref !== null || printJob.doubt === 1)
}

export function mayApprove(order: Standing): boolean {
  return order.state === 'review' && order.hold === null
}

export function mayRedo(order: OrderFacts, page: UnitState): boolean {
  const open = order.hold === null && !order.atPrinter && redoableOrders.includes(order.state)
  return open && redoablePages.includes(page)
}

/**
 * Whether the book may be taken from its printer and given to another: it has the job for certain, and no parcel is on
 * its way. Whether it can still be stopped, the printer says.
 */
export function mayPrintElsewhere(
  order: Standing,
  printJob: { readonly vendor_ref: string | null; readonly doubt: number } | null,
): boolean {
  const open = order.hold === null && (order.state === 'printing' || order.state === 'failed')
  return open && printJob !== null && printJob.vendor_ref !== null && printJob.doubt === 0
}

/** Before payment there is nothing to stop, and at the printer it is too late. */
const holdableOrders: readonly OrderState[] = [
  'paid',
  'rendering',
  'review',
  'approved',
  'assembling',
  'failed',
]

export function mayHold(order: Standing): boolean {
  return order.hold === null && holdableOrders.includes(order.state)
}

export function mayRelease(order: Standing): boolean {
  return order.hold !== null
}

/**
 * What a person has to do now. `needsPerson` is false where the order goes on by itself.
 *
 * @param doubtful slots whose picture missed a check
 */
export function nextAction(
  order: OrderFacts,
  pages: readonly { readonly slot: string; readonly state: UnitState }[],
  doubtful: readonly string[] = [],
): { sentence: string; needsPerson: boolean } {
  if (order.hold !== null) {
    return act('Nothing more is made or printed. Settle what the hold says, then release it.')
  }
  const failed = pages.filter((page) => page.state === 'failed').map((page) => pageName(page.slot))
  const done = pages.filter((page) => page.state === 'done').length
  switch (order.state) {
    case 'awaiting_payment':
      return wait('Nothing to do: the customer has not paid yet.')
    case 'paid':
      return wait('Nothing to do: it is paid, and painting begins by itself.')
    case 'rendering':
      return wait(`Nothing to do yet: ${done} of ${pages.length} pictures are painted.`)
    case 'review':
      return act(
        doubtful.length > 0
          ? `Our checks are against ${doubtful.map(pageName).join(', ')}. Look there first, have painted again what is not right, then approve.`
          : 'Look at every page. Have painted again what is not right, then approve.',
      )
    case 'approved':
      if (order.proofOpen) {
        return wait(
          'Nothing to do: the customer may still correct the words. The book is bound when they let it go, or their time is over.',
        )
      }
      return wait('Nothing to do: the book is being put together.')
    case 'assembling':
      return wait('Nothing to do: the book is being put together.')
    case 'printing':
      if (order.printStatus === 'awaiting_payment') {
        return act(
          'Pay the job in the printer’s portal, or put a card on file there: it waits for its money.',
        )
      }
      if (order.printStatus === 'on_hold') {
        return act('Answer the printer in its portal: it holds the job until somebody does.')
      }
      return wait('Nothing to do: the printer has the book.')
    case 'shipped':
      return wait('Nothing to do: the book is on its way.')
    case 'delivered':
      return wait('Nothing to do: the book has arrived.')
    case 'cancelled':
    case 'refunded':
      return wait('Nothing to do: this order has ended.')
    case 'failed':
      if (order.atPrinter) {
        return act('Settle it with the printer, or refund the customer: the book there cannot be changed.')
      }
      return act(
        failed.length > 0
          ? `Have ${failed.join(', ')} painted again; the order then goes on by itself.`
          : 'Settle what the reason says. Having a page painted again sends the book through once more.',
      )
  }
}

function pageName(slot: string): string {
  const number = slotPage(slot)
  return number === undefined ? `the ${slot}` : `page ${number}`
}

const act = (sentence: string) => ({ sentence, needsPerson: true })
const wait = (sentence: string) => ({ sentence, needsPerson: false })
