import { AppError } from '@foxetales/shared-schemas/errors'
import { isFinal, orderMoves } from '../domain/transitions.ts'
import type { Services } from '../services.ts'
import { deletePhoto } from './delete-photo.ts'
import { dropBookFiles } from './drop-book-files.ts'
import { forgetJob } from './forget-job.ts'

type Needs = Parameters<typeof forgetJob>[0] &
  Pick<Services, 'photos' | 'identities' | 'orders' | 'printJobs' | 'journal' | 'bookFiles' | 'messages'>

const unfinished = ['paid', 'rendering', 'review', 'approved', 'assembling', 'printing'] as const

/**
 * Forgets a person: photo, pages, books, address, and what was told about the child. Amounts and dates of orders stay,
 * as tax law asks. A paid book that is still being made has to be cancelled first.
 */
export async function eraseCustomer(services: Needs, customerId: string, actor: string): Promise<void> {
  const orders = await services.orders.ofCustomer(customerId)
  const open = orders.find((order) => (unfinished as readonly string[]).includes(order.state))
  if (open) throw new AppError('ILLEGAL_TRANSITION', { order: open.id, state: open.state })
  const now = services.now()
  for (const photo of await services.photos.ofCustomer(customerId)) {
    await deletePhoto(services, photo.id, 'erasure')
  }
  const jobs = await services.jobs.ofCustomer(customerId)
  for (const job of jobs) {
    await forgetJob(services, job.id, 'erasure')
  }
  await services.messages.forget(
    [...jobs, ...orders].map((row) => row.id),
    now,
  )
  for (const order of orders) {
    await dropBookFiles(services, order.id)
    await services.orders.forgetPerson(order.id, now)
    await services.printJobs.forgetPerson(order.id, now)
    if (!isFinal(orderMoves, order.state)) {
      await services.orders.move(order.id, 'cancelled', now, { ended_by: 'erasure' }, 'erasure', [
        'awaiting_payment',
      ])
    }
  }
  await services.journal.audit({ subject: customerId, action: 'customer.erased', actor }, now)
}
