import type { BookTemplate, FaceRegion } from '@foxetales/shared-schemas/book'
import { isComparable } from '@foxetales/shared-schemas/comparable-face'
import type { BookPageUnit } from '@foxetales/shared-schemas/unit'
import type { JobRow } from '../db/jobs.ts'
import { pageDoubt } from '../domain/page-doubts.ts'
import { slotPage } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services, 'artifacts' | 'orders' | 'units' | 'link'>

/**
 * The page that a further page of an order is held against: one the parent approved, on which the child's face is plainly
 * seen and says the same (the net takes another expression for another face). Undefined for a preview, and where no
 * approved page will do: such a page is held against the photo.
 */
export async function approvedPage(
  services: Needs,
  book: BookTemplate,
  job: JobRow,
  { expression }: Pick<FaceRegion, 'expression'>,
  linkSeconds: number,
): Promise<BookPageUnit['approvedPage']> {
  if (!isComparable({ expression })) return undefined
  const order = await services.orders.ofRenderJob(job.id)
  if (!order) return undefined
  const [units, artifacts] = await Promise.all([
    services.units.ofJob(order.preview_job_id),
    services.artifacts.current(order.preview_job_id),
  ])
  const doubtful = new Set(units.filter(pageDoubt).map((unit) => unit.slot))
  for (const artifact of artifacts) {
    if (artifact.role !== 'page' || doubtful.has(artifact.slot)) continue
    const face = book.pages.find((page) => page.number === slotPage(artifact.slot))?.face
    if (!face || face.expression !== expression) continue
    const url = await services.link({ m: 'GET', k: artifact.key }, linkSeconds)
    return { page: { url, sha256: artifact.sha256 }, face }
  }
  return undefined
}
