import { AppError } from '@foxetales/shared-schemas/errors'
import { finishCancelled } from './cancel-order.ts'
import { followPayment } from './follow-payment.ts'
import { sendRefund } from './give-back.ts'
import { raiseAlert } from './raise-alert.ts'
import { stopPrinter } from './stop-order.ts'

type Needs = Parameters<typeof finishCancelled>[0]

const limit = 20
const unansweredMs = 30_000
/** A refund by bank takes days; the service's own event is the usual way to hear of it. */
const onItsWayMs = 6 * 3_600_000

/** What a crash or a silent payment service left half done: money that is owed, and books nobody wants any more. */
export async function settleMoney(services: Needs): Promise<void> {
  const now = services.now()
  for (const order of await services.ordersByPayment.owed(limit)) {
    await each(services, order.id, () => finishCancelled(services, order.id))
  }
  for (const refund of await services.refunds.open(['planned'], now - unansweredMs, limit)) {
    await each(services, refund.order_id, async () => {
      // It may have been made and its answer lost, longer ago than the service remembers our key.
      await look(services, refund.order_id)
      const current = await services.refunds.ofCause(refund.order_id, refund.cause)
      if (current) await sendRefund(services, current)
    })
  }
  for (const refund of await services.refunds.open(['pending'], now - onItsWayMs, limit)) {
    await each(services, refund.order_id, async () => {
      await look(services, refund.order_id)
      await services.refunds.touch(refund.id, now)
    })
  }
  for (const order of await services.ordersByPayment.stillAtPrinter(limit)) {
    await each(services, order.id, async () => {
      if ((await stopPrinter(services, order)) === 'stopped') return
      const detail = 'the order has ended, and the printer could not be stopped: its book will be sent'
      await raiseAlert(services, { kind: 'refund_too_late', subject: order.id, detail })
    })
  }
}

async function look(services: Needs, orderId: string): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order?.payment_ref) return
  await followPayment(services, services.payments[order.payment_source], order.payment_ref)
}

/** One order's trouble must not keep the others from being looked at. */
async function each(services: Needs, subject: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    services.report(fault, { during: 'settle-money', subject })
  }
}
