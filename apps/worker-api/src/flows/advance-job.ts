import { unitResult } from '@foxetales/shared-schemas/unit'
import type { JobRow } from '../db/jobs.ts'
import type { UnitRow } from '../db/units.ts'
import { planPreview } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { deletePhoto } from './delete-photo.ts'
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
  | 'orders'
  | 'files'
  | 'identities'
  | 'journal'
  | 'books'
  | 'announce'
  | 'send'
  | 'report'
>

/** Looks at a job's units and makes the one move they allow. Safe to run at any time and any number of times. */
export async function advanceJob(services: Needs, jobId: string): Promise<void> {
  const job = await services.jobs.find(jobId)
  if (!job) return
  const units = await services.units.ofJob(jobId)
  if (job.state === 'checking_photo') await afterPhotoCheck(services, job, units)
  else if (job.state === 'rendering') await afterRender(services, job, units)
  await services.announce(jobId)
}

async function afterPhotoCheck(services: Needs, job: JobRow, units: readonly UnitRow[]): Promise<void> {
  const check = units.find((unit) => unit.kind === 'check-photo')
  if (check?.state === 'failed') {
    await services.jobs.move(job.id, 'failed', services.now(), 'PHOTO_CHECK_FAILED')
    return
  }
  if (check?.state !== 'done' || check.result === null) return
  const result = unitResult.parse(JSON.parse(check.result))
  if (result.outcome === 'refused') {
    // The photo goes first: if we stop here, the next run finds it gone and still refuses.
    await deletePhoto(services, job.photo_id, `refused: ${result.reason}`)
    await services.jobs.move(job.id, 'refused', services.now(), result.reason)
    return
  }
  if (result.outcome === 'accepted')
    await services.photos.setMeasuredLook(job.photo_id, JSON.stringify(result.look))
  const book = await services.books.find(job.book_id, job.book_version)
  if (!book) {
    await services.jobs.move(job.id, 'failed', services.now(), 'BOOK_NOT_FOUND')
    return
  }
  const pages = planPreview(book)
  const now = services.now()
  await services.together(
    pages.map((page) =>
      services.units.insert({
        id: services.newId('unit'),
        job_id: job.id,
        kind: page.kind,
        slot: page.slot,
        redo: 0,
        seed: services.newSeed(),
        created_at: now,
      }),
    ),
  )
  await services.jobs.move(job.id, 'rendering', now)
  const planned = await services.units.ofJob(job.id)
  await nudge(
    services,
    planned
      .filter((unit) => unit.state === 'planned')
      .map((unit) => ({ kind: 'unit.schedule', unitId: unit.id })),
  )
}

async function afterRender(services: Needs, job: JobRow, units: readonly UnitRow[]): Promise<void> {
  // A parent's own redo that fails leaves them the page they had; a paid book waits for staff.
  const failed = units.find(
    (unit) => unit.state === 'failed' && (job.recipe === 'book-full' || unit.redo === 0),
  )
  const moved = failed
    ? await services.jobs.move(
        job.id,
        'failed',
        services.now(),
        `${failed.slot}: ${failed.failure ?? 'unknown'}`,
      )
    : await services.jobs.finishIfComplete(job.id, services.now())
  if (!moved || job.recipe !== 'book-full') return
  const order = await services.orders.ofRenderJob(job.id)
  if (order) await nudge(services, [{ kind: 'order.advance', orderId: order.id }])
}
