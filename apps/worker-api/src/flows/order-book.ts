import type { CoverWords } from '@foxetales/book-pdf/cover-text'
import type { OpenFaces } from '@foxetales/book-pdf/open-face'
import { type InteriorPlan, planInterior } from '@foxetales/book-pdf/plan-interior'
import type { BookTemplate } from '@foxetales/shared-schemas/book'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderRow } from '../db/orders.ts'
import type { Services } from '../services.ts'
import { bookFaces } from './book-faces.ts'
import { bookRequest } from './build-unit-input.ts'
import { measuredPages } from './measured-pages.ts'
import { printedPages } from './printed-pages.ts'

/** An ordered book, laid out and ready to be written for any printer. */
export interface OrderBook {
  readonly template: BookTemplate
  readonly faces: OpenFaces
  readonly interior: InteriorPlan
  readonly cover: CoverWords
  /** The family's own, as typed. */
  readonly dedication: string | undefined
  /** Share of very vivid pixels of each picture, where it was measured. */
  readonly vivid: ReadonlyMap<number | 'cover', number>
}

/** The eight characters by which staff find the order of a book in their hands. */
export const orderCode = (orderId: string): string => orderId.slice(-8).toUpperCase()

/** Reads an order's words and how light its pictures are under them. Throws ASSEMBLY_FAILED without its template. */
export async function orderBook(
  services: Pick<Services, 'jobs' | 'books' | 'units' | 'artifacts' | 'fonts'>,
  order: OrderRow,
): Promise<OrderBook> {
  const job = await services.jobs.find(order.preview_job_id)
  const template = job ? await services.books.find(job.book_id, job.book_version) : undefined
  if (!job || !template) throw new AppError('ASSEMBLY_FAILED', { problem: 'the template is missing' })
  const request = bookRequest.parse(JSON.parse(job.request))
  const faces = bookFaces(services.fonts, request)
  const [pages, previewed, made] = await Promise.all([
    printedPages(services, order),
    services.units.allOfJob(order.preview_job_id),
    order.render_job_id ? services.units.allOfJob(order.render_job_id) : [],
  ])
  const cover = {
    template,
    childName: request.child.name,
    pronouns: request.child.pronouns,
    language: request.language,
  }
  const measures = measuredPages(pages.values(), [...previewed, ...made])
  const interior = planInterior({
    ...cover,
    orderCode: orderCode(order.id),
    typeface: faces.name,
    light: measures.light,
    ...(request.dedication ? { dedication: request.dedication } : {}),
  })
  return { template, faces, interior, cover, dedication: request.dedication, vivid: measures.vivid }
}
