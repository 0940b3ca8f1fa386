import { AppError } from '@foxetales/shared-schemas/errors'
import { refundableMinor } from '../domain/ending-rules.ts'
import { giveBack } from './give-back.ts'

/**
 * Staff give money back, all that is left or a part. Once per Idempotency-Key, whoever repeats it. A part leaves the order
 * as it is; the whole ends it (see domain/ending-rules.ts). Throws REFUND_TOO_LARGE.
 */
export async function refundOrder(
  services: Parameters<typeof giveBack>[0],
  orderId: string,
  wanted: { key: string; amountMinor?: number | undefined; actor: string; reason: string },
): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const cause = `desk:${wanted.key}`
  const known = await services.refunds.ofCause(orderId, cause)
  if (known) {
    if (wanted.amountMinor !== undefined && wanted.amountMinor !== known.amount_minor) {
      throw new AppError('IDEMPOTENCY_KEY_REUSED')
    }
    return
  }
  const left = refundableMinor(order)
  const amountMinor = wanted.amountMinor ?? left
  if (left === 0 || amountMinor > left) throw new AppError('REFUND_TOO_LARGE', { left })
  await giveBack(services, orderId, { cause, amountMinor, actor: wanted.actor, reason: wanted.reason })
}
