import type { Message } from '@foxetales/shared-schemas/message'
import type { Services } from '../services.ts'
import { deletePhoto } from './delete-photo.ts'
import { finishUnit } from './finish-unit.ts'
import { forgetJob } from './forget-job.ts'
import { nudge } from './nudge.ts'
import { recoverUnit } from './recover-unit.ts'
import { sendMessages } from './send-messages.ts'
import { settleMoney } from './settle-money.ts'
import { tellShops } from './tell-shops.ts'
import { watchPrinters } from './watch-printers.ts'

type Needs = Parameters<typeof tellShops>[0] &
  Parameters<typeof recoverUnit>[0] &
  Parameters<typeof watchPrinters>[0] &
  Parameters<typeof forgetJob>[0] &
  Parameters<typeof settleMoney>[0] &
  Parameters<typeof sendMessages>[0] &
  Pick<Services, 'identities' | 'scheduler' | 'settings'>

const secondMs = 1000
const dayMs = 24 * 3600 * secondMs
/** Rows looked at in one sweep; what is left waits for the next. */
const limit = 200
/** Queues lose nothing in production, but a laptop's do, and both may be slow: a row this old is nudged again. */
const staleMs = 15 * secondMs
const assemblyStaleMs = 90 * secondMs

/** Finds what stood still and nudges it; deletes what is due. The rows are the truth, so running it twice is harmless. */
export async function sweep(services: Needs): Promise<void> {
  const now = services.now()
  const messages: Message[] = []
  for (const unit of await services.units.stale(['planned', 'queued', 'rejected'], now - staleMs, limit)) {
    messages.push({ kind: 'unit.schedule', unitId: unit.id })
  }
  for (const job of await services.jobs.stale(['checking_photo', 'rendering'], now - staleMs, limit)) {
    messages.push({ kind: 'job.advance', jobId: job.id })
  }
  for (const order of await services.orders.stale(['paid', 'rendering', 'approved'], now - staleMs, limit)) {
    messages.push({ kind: 'order.advance', orderId: order.id })
  }
  for (const order of await services.orders.stale(['assembling'], now - assemblyStaleMs, limit)) {
    messages.push(
      order.interior
        ? { kind: 'order.print', orderId: order.id }
        : { kind: 'order.assemble', orderId: order.id },
    )
  }
  await nudge(services, messages)
  await finishHalfDone(services, now)
  await watchPrinters(services)
  await settleMoney(services)
  await tellShops(services)
  await sendMessages(services)
  await deleteWhatIsDue(services, now)
}

/** Results that were kept but not yet acted upon: the process died between the two. */
async function finishHalfDone(services: Needs, now: number): Promise<void> {
  for (const unit of await services.units.stale(['checking'], now - staleMs, limit)) {
    await finishUnit(services, unit.id)
  }
  // The scheduler's lease comes first; this is for a unit that the scheduler has forgotten.
  const forgotten = now - 4 * services.settings.unitLeaseMs
  for (const unit of await services.units.stale(['submitted', 'rendering'], forgotten, limit)) {
    const recovery = await recoverUnit(services, unit.id)
    if (recovery === 'again') await nudge(services, [{ kind: 'unit.schedule', unitId: unit.id }])
  }
}

async function deleteWhatIsDue(services: Needs, now: number): Promise<void> {
  for (const photo of await services.photos.due(now, limit)) {
    await deletePhoto(services, photo.id, 'its time is over')
    for (const job of await services.jobs.ofCustomer(photo.customer_id)) {
      if (job.photo_id === photo.id) await forgetJob(services, job.id, 'the photo was deleted')
    }
  }
  await services.journal.forgetKeys(now - dayMs)
  await services.journal.forgetDays(new Date(now - dayMs).toISOString().slice(0, 10))
}
