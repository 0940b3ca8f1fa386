import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderRow } from '../db/orders.ts'
import { mayHold } from '../domain/desk-rules.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<Services, 'now' | 'orders' | 'journal' | 'announce' | 'send' | 'report'>
type By = { actor: string; reason: string }

/** Stops every step that costs money, until somebody releases it. */
export async function holdOrder(services: Needs, orderId: string, by: By): Promise<void> {
  const order = await find(services, orderId)
  if (!mayHold(order)) throw new AppError('ILLEGAL_TRANSITION', { order: order.state, hold: order.hold })
  await services.orders.setHold(orderId, by.reason, services.now())
  await services.journal.audit({ subject: orderId, action: 'order.held', ...by }, services.now())
  await services.announce(orderId)
}

/** What the hold was about is settled: the order goes on from where it stood. Releasing twice is releasing once. */
export async function releaseOrder(services: Needs, orderId: string, by: By): Promise<void> {
  const order = await find(services, orderId)
  if (order.hold === null) return
  await services.orders.setHold(orderId, null, services.now())
  await services.journal.audit({ subject: orderId, action: 'order.released', ...by }, services.now())
  await nudge(services, [{ kind: 'order.advance', orderId }])
  await services.announce(orderId)
}

async function find(services: Needs, orderId: string): Promise<OrderRow> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  return order
}
