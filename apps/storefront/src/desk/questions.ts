import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { alertWords } from './alert-words.ts'
import type { Deed } from './desk-state.ts'
import { moneyQuestion } from './money-questions.ts'
import { slotName } from './order-words.ts'
import { doubts } from './page-figures.ts'
import { repaintingFields } from './repainting.ts'

/** Something more to choose; left empty it is as always. */
export interface Field {
  readonly name: string
  readonly label: string
  /** Value and words of each. */
  readonly options?: readonly (readonly [string, string])[]
  readonly number?: { readonly min: number; readonly max?: number; readonly step?: number }
}

/** What is asked before something is done: the question, what follows, reasons that are often given, the button. */
export interface Question {
  readonly title: string
  readonly consequence: string
  readonly warning: string | undefined
  readonly reason: string
  readonly quickReasons: readonly string[]
  readonly fields?: readonly Field[]
  readonly confirm: string
}

const redoReasons = [
  'The face does not look like the child',
  'Hands or limbs are wrong',
  'Skin or hair colour is off',
  'Something strange in the picture',
  'The picture does not fit its words',
  'The customer asked for it',
]

export function questionOf(ask: Deed, order: DeskOrder | undefined): Question {
  switch (ask.kind) {
    case 'approve':
      return approval(order)
    case 'regenerate':
      return redo(ask.slot)
    case 'hold':
      return hold
    case 'release':
      return release
    case 'photo':
      return photo
    case 'settle':
      return {
        title: `${alertWords[ask.alert.kind]}: is it settled?`,
        consequence: ask.alert.detail,
        warning: undefined,
        reason: '',
        quickReasons: ['Seen to', 'The printer answered', 'The customer answered', 'A mistake'],
        confirm: 'Settle',
      }
    case 'replay':
      return {
        title: 'Send this message again?',
        consequence: `It goes on its queue once more (${ask.letter.kind ?? 'unreadable'}). What it asks for is safe to do twice.`,
        warning: undefined,
        reason: '',
        quickReasons: ['What was away is back', 'The cause is mended'],
        confirm: 'Send again',
      }
    default:
      return moneyQuestion(ask.kind, order)
  }
}

function approval(order: DeskOrder | undefined): Question {
  const doubtful = (order?.pages ?? [])
    .filter((page) => doubts(page).length > 0)
    .map((page) => `${slotName(page.slot)} (${doubts(page).join(', ').toLowerCase()})`)
  return {
    title: 'Approve this book?',
    consequence:
      'It is put together from the pages as you see them now and sent to the printer. This cannot be taken back.',
    warning: doubtful.length > 0 ? `Our checks are against ${doubtful.join('; ')}.` : undefined,
    reason: 'Looked at every page',
    quickReasons: [],
    confirm: 'Approve and print',
  }
}

function redo(slot: string): Question {
  return {
    title: `Paint ${slotName(slot).toLowerCase()} again?`,
    consequence:
      'A new picture is painted and takes the place of this one. This one stays beside it to compare.',
    warning: undefined,
    reason: '',
    quickReasons: redoReasons,
    fields: repaintingFields,
    confirm: 'Paint again',
  }
}

const hold: Question = {
  title: 'Put this order on hold?',
  consequence: 'Nothing more is put together or printed until somebody releases it.',
  warning: undefined,
  reason: '',
  quickReasons: ['The address has to be checked', 'The customer asked us to wait', 'A colleague has to look'],
  confirm: 'Put on hold',
}

const release: Question = {
  title: 'Release this order?',
  consequence: 'It goes on from where it stood.',
  warning: undefined,
  reason: '',
  quickReasons: ['It is settled', 'The customer answered', 'The bank decided for us'],
  confirm: 'Release',
}

const photo: Question = {
  title: 'Look at the child’s photo?',
  consequence: 'It is shown for two minutes. That you looked, and why, goes into the timeline.',
  warning: undefined,
  reason: '',
  quickReasons: ['To compare the likeness', 'The customer asked about it'],
  confirm: 'Show it',
}
