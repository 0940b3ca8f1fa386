import type { TypesetInterior } from '@foxetales/book-pdf/typeset-interior'
import { AppError } from '@foxetales/shared-schemas/errors'
import { type PageStatus, type PreviewStatus, photoAdvice } from '@foxetales/shared-schemas/preview'
import { photoRefusal } from '@foxetales/shared-schemas/unit'
import type { ArtifactRow } from '../db/artifacts.ts'
import type { JobRow } from '../db/jobs.ts'
import type { UnitRow } from '../db/units.ts'
import { accessToken } from '../domain/access-tokens.ts'
import { pageDoubt } from '../domain/page-doubts.ts'
import { planPreview, poolOf, slotPage } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { languageOf } from './language-of.ts'
import { measuredPages } from './measured-pages.ts'
import { pageState } from './page-state.ts'
import { typesetPreview } from './typeset-preview.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'jobs'
  | 'units'
  | 'artifacts'
  | 'photos'
  | 'orders'
  | 'books'
  | 'fonts'
  | 'scheduler'
  | 'link'
  | 'settings'
>

/** Previews are private: their links die soon, and a reload brings new ones. */
const previewLinkSeconds = 15 * 60
/** No sign of a worker for this long means that nobody takes the work. */
const waitingMs = 5000

/** What a parent sees of their preview, from the rows, now. */
export async function readPreview(services: Needs, jobId: string): Promise<PreviewStatus> {
  const job = await services.jobs.find(jobId)
  if (!job || job.recipe === 'book-full') throw new AppError('PREVIEW_NOT_FOUND')
  const [units, artifacts, photo, book] = await Promise.all([
    services.units.ofJob(jobId),
    services.artifacts.current(jobId),
    services.photos.find(job.photo_id),
    services.books.find(job.book_id, job.book_version),
  ])
  const slots = units.filter((unit) => unit.kind === 'book-page').map((unit) => unit.slot)
  const expected = slots.length > 0 || !book ? slots : planPreview(book).map((unit) => unit.slot)
  const waiting = units.find((unit) => unit.state === 'planned' || unit.state === 'queued')
  const position = waiting ? await services.scheduler.position(waiting.id, poolOf(waiting.kind)) : undefined
  const painted = artifacts.filter((artifact) => artifact.role === 'page')
  const { light } = measuredPages(painted, units)
  const typeset = book ? typesetPreview(services, book, job, light) : undefined
  const refusal = job.state === 'refused' ? photoRefusal.safeParse(job.reason) : undefined
  return {
    preview_id: job.id,
    state: job.state,
    book_id: job.book_id,
    language: languageOf(job),
    ...(position === undefined ? {} : { position }),
    ...waitsFor(job, units, services.now()),
    pages: await Promise.all(
      [...new Set(expected)].map((slot) =>
        pageOf(
          services,
          job,
          slot,
          units.find((unit) => unit.slot === slot),
          artifacts,
          typeset,
        ),
      ),
    ),
    front: [...(typeset?.front ?? [])],
    draft: artifacts.some((artifact) => artifact.draft === 1),
    ...(refusal?.success ? { refusal: { reason: refusal.data, advice: photoAdvice[refusal.data] } } : {}),
    ...(job.state === 'failed'
      ? { failure: 'We could not make the pages. We have been told and look into it.' }
      : {}),
    ...(await orderOf(services, job)),
    photo_deleted: photo === null || photo.deleted_at !== null,
    created_at: new Date(job.created_at).toISOString(),
    updated_at: new Date(job.updated_at).toISOString(),
  }
}

/** Bought in somebody's shop, the order is found by whoever holds the preview. */
async function orderOf(services: Needs, job: JobRow): Promise<Pick<PreviewStatus, 'order'>> {
  const order = job.state === 'approved' ? await services.orders.ofPreview(job.id) : null
  if (!order || order.paid_at === null) return {}
  const token = await accessToken(services.settings.signingKey, 'order', order.id)
  return { order: { order_id: order.id, token } }
}

function waitsFor(job: JobRow, units: readonly UnitRow[], now: number): { waiting_for?: string } {
  if (job.state !== 'checking_photo' && job.state !== 'rendering') return {}
  const open = units.filter((unit) => unit.state !== 'done')
  if (open.some((unit) => unit.state === 'rendering' || unit.state === 'checking')) return {}
  const since = Math.max(...units.map((unit) => unit.heartbeat_at ?? 0), job.created_at)
  if (now - since < waitingMs) return {}
  return { waiting_for: 'a GPU worker: your place is kept, and this page goes on by itself' }
}

async function pageOf(
  services: Needs,
  job: JobRow,
  slot: string,
  unit: UnitRow | undefined,
  artifacts: readonly ArtifactRow[],
  typeset: TypesetInterior | undefined,
): Promise<PageStatus> {
  const made = (role: string) =>
    artifacts.find((artifact) => artifact.slot === slot && artifact.role === role)
  const [page, preview, thumbnail] = [made('page'), made('preview'), made('thumbnail')]
  const link = (artifact: ArtifactRow) => services.link({ m: 'GET', k: artifact.key }, previewLinkSeconds)
  const number = slotPage(slot) ?? 0
  const text = typeset?.story.get(number)
  return {
    page: number,
    // A redo that failed leaves the page as it was.
    state: unit?.state === 'failed' && page ? 'done' : pageState(unit),
    progress: unit?.progress ?? 0,
    may_redo: job.recipe === 'book-preview' && job.state === 'ready' && unit?.redo === 0,
    ...(preview ? { preview_url: await link(preview) } : {}),
    ...(thumbnail ? { thumbnail_url: await link(thumbnail) } : {}),
    ...(page ? { sha256: page.sha256 } : {}),
    ...(unit && pageDoubt(unit) ? { doubtful: true } : {}),
    ...(text ? { text } : {}),
  }
}
