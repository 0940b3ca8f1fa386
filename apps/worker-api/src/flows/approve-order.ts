import type { DeskApproval } from '@foxetales/shared-schemas/desk'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderRow } from '../db/orders.ts'
import { mayApprove } from '../domain/desk-rules.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'
import { printedPages } from './printed-pages.ts'

type Needs = Pick<Services, 'now' | 'orders' | 'artifacts' | 'journal' | 'announce' | 'send' | 'report'>

/**
 * A person of the staff has looked at every page: the book may be assembled. Where they say which pictures they saw,
 * a page that was painted again meanwhile stops the approval.
 */
export async function approveOrder(
  services: Needs,
  orderId: string,
  by: { actor: string } & DeskApproval,
): Promise<void> {
  const { seen, reason, actor } = by
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  if (order.state === 'approved') return
  if (!mayApprove(order)) throw new AppError('ILLEGAL_TRANSITION', { order: order.state, hold: order.hold })
  if (seen) await refuseUnseen(services, order, seen)
  const moved = await services.orders.move(orderId, 'approved', services.now(), {}, null, ['review'])
  if (!moved) throw new AppError('ILLEGAL_TRANSITION', { order: order.state })
  await services.journal.audit({ subject: orderId, action: 'order.approved', actor, reason }, services.now())
  await nudge(services, [{ kind: 'order.assemble', orderId }])
  await services.announce(orderId)
}

async function refuseUnseen(services: Needs, order: OrderRow, seen: Record<string, string>): Promise<void> {
  const printed = await printedPages(services, order)
  const unseen = [...printed].filter(([slot, page]) => seen[slot] !== page.sha256).map(([slot]) => slot)
  if (unseen.length > 0) throw new AppError('PAGES_CHANGED', { pages: unseen })
}
