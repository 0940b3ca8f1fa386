import type { OrderState } from '@foxetales/shared-schemas/order'
import type { JobState } from '@foxetales/shared-schemas/preview'

/**
 * The legal moves, one table a machine. A move happens in SQL as `UPDATE … WHERE state IN (sources(table, to))`, so what
 * is not written here cannot happen, whoever asks and however often.
 */

export type UnitState =
  | 'planned'
  | 'queued'
  | 'submitted'
  | 'rendering'
  | 'checking'
  | 'done'
  | 'rejected'
  | 'failed'
  | 'cancelled'

type Moves<State extends string> = Readonly<Record<State, readonly State[]>>

/** A preview: and every other request for pictures. */
export const jobMoves: Moves<JobState> = {
  received: ['checking_photo', 'rendering', 'failed', 'expired'],
  checking_photo: ['rendering', 'refused', 'failed', 'expired'],
  rendering: ['ready', 'failed', 'expired'],
  // A staff redo of one page takes a finished job back to rendering.
  ready: ['approved', 'rendering', 'expired'],
  approved: ['expired'],
  refused: [],
  expired: [],
  failed: ['rendering', 'expired'],
}

/** One ComfyUI run. `rejected` is a try that failed with tries left: it goes back to the queue. */
export const unitMoves: Moves<UnitState> = {
  planned: ['queued', 'cancelled'],
  queued: ['submitted', 'failed', 'cancelled'],
  submitted: ['rendering', 'checking', 'queued', 'rejected', 'failed', 'cancelled'],
  rendering: ['checking', 'queued', 'rejected', 'failed', 'cancelled'],
  checking: ['done', 'rejected', 'failed', 'cancelled'],
  rejected: ['queued', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
}

export const orderMoves: Moves<OrderState> = {
  awaiting_payment: ['paid', 'cancelled'],
  // A reorder has its files already.
  paid: ['rendering', 'assembling', 'cancelled', 'refunded', 'failed'],
  rendering: ['review', 'approved', 'cancelled', 'refunded', 'failed'],
  review: ['approved', 'rendering', 'cancelled', 'refunded', 'failed'],
  approved: ['assembling', 'rendering', 'cancelled', 'refunded', 'failed'],
  assembling: ['printing', 'rendering', 'cancelled', 'refunded', 'failed'],
  // Staff may take the book from a printer that has stopped, and give it to another.
  printing: ['assembling', 'shipped', 'delivered', 'cancelled', 'refunded', 'failed'],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  // Money that arrives late wins over a checkout we had given up.
  cancelled: ['paid', 'refunded'],
  refunded: [],
  // What failed is never thrown away: staff send it back to the step that failed, or refund it.
  failed: ['rendering', 'approved', 'assembling', 'printing', 'cancelled', 'refunded'],
}

/** Every state from which `to` may be reached: the guard of the UPDATE. */
export function sources<State extends string>(moves: Moves<State>, to: State): State[] {
  return (Object.keys(moves) as State[]).filter((from) => moves[from].includes(to))
}

/** States in which nothing more happens by itself. */
export function isFinal<State extends string>(moves: Moves<State>, state: State): boolean {
  return moves[state].length === 0
}
