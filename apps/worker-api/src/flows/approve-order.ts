import { AppError } from '@foxetales/shared-schemas/errors'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'

/** A person of the staff has looked at every page: the book may be assembled. */
export async function approveOrder(
  services: Pick<Services, 'now' | 'orders' | 'journal' | 'announce' | 'send' | 'report'>,
  orderId: string,
  by: { actor: string; reason: string },
): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  if (order.state === 'approved') return
  const moved = await services.orders.move(orderId, 'approved', services.now(), {}, null, ['review'])
  if (!moved) throw new AppError('ILLEGAL_TRANSITION', { order: order.state })
  await services.journal.audit({ subject: orderId, action: 'order.approved', ...by }, services.now())
  await nudge(services, [{ kind: 'order.assemble', orderId }])
  await services.announce(orderId)
}
