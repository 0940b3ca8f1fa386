import { AppError } from '@foxetales/shared-schemas/errors'
import type { Services } from '../services.ts'

/** The parent likes the pages they saw. Approving twice is approving once. */
export async function approvePreview(
  services: Pick<Services, 'now' | 'jobs' | 'journal' | 'announce'>,
  jobId: string,
): Promise<void> {
  const approved = await services.jobs.move(jobId, 'approved', services.now())
  if (approved) {
    await services.journal.audit(
      { subject: jobId, action: 'preview.approved', actor: 'customer' },
      services.now(),
    )
    await services.announce(jobId)
    return
  }
  const job = await services.jobs.find(jobId)
  if (job?.state === 'approved') return
  if (job?.state === 'expired') throw new AppError('PREVIEW_EXPIRED')
  throw new AppError('PREVIEW_NOT_READY', { state: job?.state ?? 'unknown' })
}
