import { AppError } from '@foxetales/shared-schemas/errors'
import type { TextCorrection } from '@foxetales/shared-schemas/order'
import type { OrderRow } from '../db/orders.ts'
import { correctableOrders, mayCorrect } from '../domain/proof-window.ts'
import type { Services } from '../services.ts'
import { bookRequest } from './build-unit-input.ts'
import { nudge } from './nudge.ts'
import { refuseUnsettable } from './refuse-unsettable.ts'

type Needs = Pick<
  Services,
  'now' | 'orders' | 'jobs' | 'books' | 'fonts' | 'journal' | 'announce' | 'send' | 'report'
>

/**
 * The customer mends the name or the dedication while the proof is open. No picture changes: words are set when the
 * book is bound. Throws TEXT_NOT_PRINTABLE, or PROOF_CLOSED once the book is let go.
 */
export async function correctText(
  services: Needs,
  orderId: string,
  correction: TextCorrection,
): Promise<void> {
  const order = await openProof(services, orderId)
  const job = await services.jobs.find(order.preview_job_id)
  const book = job ? await services.books.find(job.book_id, job.book_version) : undefined
  if (!job || !book) throw new AppError('BOOK_NOT_FOUND')
  const { child, dedication, ...rest } = bookRequest.parse(JSON.parse(job.request))
  const words = correction.dedication ?? dedication
  const corrected = {
    ...rest,
    child: { ...child, name: correction.name ?? child.name },
    ...(words ? { dedication: words } : {}),
  }
  refuseUnsettable(services.fonts, book, corrected)
  const now = services.now()
  const kept = await services.orders.correctRequest(order, JSON.stringify(corrected), now, correctableOrders)
  if (!kept) throw new AppError('PROOF_CLOSED')
  // What was corrected is the family's own; that it was is all the journal needs.
  await services.journal.audit({ subject: orderId, action: 'order.text corrected', actor: 'customer' }, now)
  await services.announce(orderId)
}

/** The customer has read the book and lets it go before the window ends. Letting go twice is letting go once. */
export async function releaseProof(services: Needs, orderId: string): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const now = services.now()
  if (!(await services.orders.closeProof(orderId, now))) {
    if (order.paid_at === null) throw new AppError('ILLEGAL_TRANSITION', { order: order.state })
    return
  }
  await services.journal.audit({ subject: orderId, action: 'order.proof approved', actor: 'customer' }, now)
  await nudge(services, [{ kind: 'order.advance', orderId }])
  await services.announce(orderId)
}

async function openProof(services: Needs, orderId: string): Promise<OrderRow> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  if (!mayCorrect(order, services.now())) throw new AppError('PROOF_CLOSED')
  return order
}
