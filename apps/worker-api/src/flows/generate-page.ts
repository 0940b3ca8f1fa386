import { AppError } from '@foxetales/shared-schemas/errors'
import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { pageSlot } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'
import { previewAddresses } from './preview-addresses.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'newId'
  | 'newSeed'
  | 'together'
  | 'jobs'
  | 'photos'
  | 'units'
  | 'journal'
  | 'books'
  | 'scheduler'
  | 'send'
  | 'report'
  | 'settings'
>

/**
 * A staff trial: one page of one book for the photo of an existing preview, on the path that previews take. The photo
 * has passed its check, so rendering starts at once.
 */
export async function generatePage(
  services: Needs,
  request: { previewId: string; page: number },
  actor: string,
): Promise<PreviewAccepted> {
  const source = await services.jobs.find(request.previewId)
  if (!source) throw new AppError('PREVIEW_NOT_FOUND')
  const photo = await services.photos.find(source.photo_id)
  if (!photo || photo.deleted_at !== null) throw new AppError('PREVIEW_EXPIRED')
  if (source.state !== 'ready' && source.state !== 'approved') throw new AppError('PREVIEW_NOT_READY')
  const book = await services.books.find(source.book_id, source.book_version)
  if (!book?.pages.some((page) => page.number === request.page)) throw new AppError('PAGE_NOT_FOUND')
  const now = services.now()
  const jobId = services.newId('job')
  const unitId = services.newId('unit')
  await services.together([
    services.jobs.insert({
      ...source,
      id: jobId,
      recipe: 'book-page',
      email: null,
      lane: 'turbo',
      state: 'rendering',
      created_at: now,
    }),
    services.units.insert({
      id: unitId,
      job_id: jobId,
      kind: 'book-page',
      slot: pageSlot(request.page),
      redo: 0,
      seed: services.newSeed(),
      created_at: now,
    }),
  ])
  await services.journal.audit({ subject: jobId, action: 'page.trial', actor }, now)
  await nudge(services, [{ kind: 'unit.schedule', unitId }])
  return {
    ...(await previewAddresses(services.settings, jobId)),
    position: await services.scheduler.waiting('gpu'),
  }
}
