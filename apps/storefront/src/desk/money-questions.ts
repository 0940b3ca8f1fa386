import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { money } from './figures.ts'
import type { Question } from './questions.ts'

/** Questions about what costs money or paper: how an order ends, and what is printed again. */
export function moneyQuestion(
  kind: 'cancel' | 'refund' | 'reprint' | 'print-elsewhere',
  order: DeskOrder | undefined,
): Question {
  switch (kind) {
    case 'cancel':
      return cancel(order)
    case 'refund':
      return refund(order)
    case 'reprint':
      return reprint(order)
    case 'print-elsewhere':
      return printElsewhere(order)
  }
}

const left = (order: DeskOrder | undefined) =>
  order ? money(order.refundable_minor, order.currency) : 'everything that is left'

function cancel(order: DeskOrder | undefined): Question {
  const atPrinter = order?.state === 'printing'
  return {
    title: 'Cancel this order?',
    consequence:
      order && order.refundable_minor > 0
        ? `Painting and printing stop, and ${left(order)} goes back to the customer. This cannot be taken back.`
        : 'Painting and printing stop. This cannot be taken back.',
    warning: atPrinter
      ? 'The printer is asked first. If it does not stop any more, nothing changes.'
      : undefined,
    reason: '',
    quickReasons: ['The customer changed their mind', 'We cannot make this book', 'Ordered twice'],
    confirm: 'Cancel the order',
  }
}

function refund(order: DeskOrder | undefined): Question {
  return {
    title: 'Give money back?',
    consequence: `${left(order)} can be given back. All of it ends the order; a part leaves it as it is.`,
    warning: undefined,
    reason: '',
    quickReasons: ['Arrived late', 'Arrived damaged', 'The customer is not happy with the book'],
    fields: [
      {
        name: 'amount',
        label: `Amount in ${order?.currency ?? 'the order’s currency'}, empty for all`,
        number: { min: 0.01, max: (order?.refundable_minor ?? 0) / 100, step: 0.01 },
      },
    ],
    confirm: 'Give back',
  }
}

function reprint(order: DeskOrder | undefined): Question {
  return {
    title: 'Send this book out again?',
    consequence:
      'The same book is printed once more at our cost and sent to the same address, as an order of its own.',
    warning: undefined,
    reason: '',
    quickReasons: ['Arrived damaged', 'Never arrived', 'Printed badly'],
    fields: [
      { name: 'copies', label: `Copies, empty for ${order?.quantity ?? 'all'}`, number: { min: 1, max: 20 } },
    ],
    confirm: 'Print and send',
  }
}

function printElsewhere(order: DeskOrder | undefined): Question {
  return {
    title: 'Give this book to another printer?',
    consequence: `${order?.print?.vendor ?? 'The printer'} is asked to stop first. If it does not stop any more, the book stays there.`,
    warning: undefined,
    reason: '',
    quickReasons: ['It does not answer', 'It takes too long', 'It refused the files'],
    fields: [
      {
        name: 'printer',
        label: 'Printer',
        options: (order?.other_printers ?? []).map((name) => [name, name] as const),
      },
    ],
    confirm: 'Give it there',
  }
}
