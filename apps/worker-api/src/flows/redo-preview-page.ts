import { AppError } from '@foxetales/shared-schemas/errors'
import { pageSlot } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'newId'
  | 'newSeed'
  | 'together'
  | 'jobs'
  | 'units'
  | 'photos'
  | 'journal'
  | 'announce'
  | 'send'
  | 'report'
>

/**
 * A parent does not like one of the pages: it is painted once more with a new seed, free, once a page. If the new one
 * cannot be made, the page they saw stands. Throws PAGE_REDO_USED, or PREVIEW_NOT_READY while others are painted.
 */
export async function redoPreviewPage(services: Needs, jobId: string, page: number): Promise<void> {
  const job = await services.jobs.find(jobId)
  if (job?.recipe !== 'book-preview') throw new AppError('PREVIEW_NOT_FOUND')
  const photo = await services.photos.find(job.photo_id)
  if (job.state === 'expired' || !photo || photo.deleted_at !== null) throw new AppError('PREVIEW_EXPIRED')
  const slot = pageSlot(page)
  const old = (await services.units.ofJob(jobId)).find((unit) => unit.slot === slot)
  if (!old) throw new AppError('PAGE_NOT_FOUND', { page })
  if (old.redo > 0) throw new AppError('PAGE_REDO_USED', { page })
  const now = services.now()
  // The job first: of two who ask at once, one finds it rendering. A job without an open unit ends as it was.
  if (!(await services.jobs.move(jobId, 'rendering', now, null, ['ready'])))
    throw new AppError('PREVIEW_NOT_READY', { state: job.state })
  const unitId = services.newId('unit')
  await services.together([
    services.units.insert({
      id: unitId,
      job_id: jobId,
      kind: 'book-page',
      slot,
      redo: 1,
      seed: services.newSeed(),
      created_at: now,
    }),
  ])
  await services.journal.audit({ subject: jobId, action: `page.redo ${slot}`, actor: 'customer' }, now)
  await nudge(services, [{ kind: 'unit.schedule', unitId }])
  await services.announce(jobId)
}
