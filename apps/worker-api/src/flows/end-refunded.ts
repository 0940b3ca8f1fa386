import type { OrderRow } from '../db/orders.ts'
import { endings } from '../domain/ending-rules.ts'
import type { Services } from '../services.ts'
import { raiseAlert } from './raise-alert.ts'
import { endedPhotoMs, stopPainting, stopPrinter } from './stop-order.ts'

type Needs = Parameters<typeof stopPrinter>[0] &
  Pick<Services, 'orders' | 'journal' | 'photos' | 'alerts' | 'money' | 'announce' | 'newId'>

/** All the money went back: the order ends, unless its book is being printed this moment. Safe to repeat. */
export async function endRefunded(services: Needs, found: OrderRow, actor: string): Promise<void> {
  const order = await services.orders.find(found.id)
  if (!order || !endings[order.state].endsWhenRefunded) return
  if (order.state === 'printing' && (await stopPrinter(services, order)) === 'too_late') {
    const detail = 'everything was refunded, and the printer could not be stopped: the book will be sent'
    await raiseAlert(services, { kind: 'refund_too_late', subject: order.id, detail })
    return
  }
  const now = services.now()
  const isMade = order.state === 'shipped' || order.state === 'delivered'
  const moved = await services.orders.move(
    order.id,
    'refunded',
    now,
    { hold: null },
    'the payment was refunded',
    [order.state],
  )
  if (!moved) return
  await stopPainting(services, order)
  // A book that is in the post keeps its own date: claims may still come.
  if (!isMade && order.reorder_of === null) {
    await services.photos.deleteAfter(order.photo_id, now + endedPhotoMs)
  }
  await services.journal.audit(
    { subject: order.id, action: 'order.refunded', actor, reason: await spent(services, order) },
    now,
  )
}

/** What the order had cost by then, in words for its timeline. */
export async function spent(
  services: Pick<Services, 'money'>,
  order: Pick<OrderRow, 'preview_job_id' | 'render_job_id'>,
): Promise<string> {
  const jobs = [order.preview_job_id, ...(order.render_job_id ? [order.render_job_id] : [])]
  const seconds = Math.round((await services.money.gpuMs(jobs)) / 1000)
  return `${seconds} GPU seconds had been spent`
}
