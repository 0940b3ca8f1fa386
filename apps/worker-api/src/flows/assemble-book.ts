import { planInterior } from '@foxetales/book-pdf/plan-interior'
import { writeCover } from '@foxetales/book-pdf/write-cover'
import { writeInterior } from '@foxetales/book-pdf/write-interior'
import type { BookTemplate } from '@foxetales/shared-schemas/book'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { ArtifactRow } from '../db/artifacts.ts'
import type { OrderRow } from '../db/orders.ts'
import { bookKey } from '../domain/file-keys.ts'
import { pageSlot } from '../domain/page-plan.ts'
import { isProofOpen } from '../domain/proof-window.ts'
import type { Services } from '../services.ts'
import { type BookRequest, bookRequest } from './build-unit-input.ts'
import { nudge } from './nudge.ts'
import type { BookFile } from './send-to-print.ts'
import { writeInParts } from './write-in-parts.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'orders'
  | 'jobs'
  | 'artifacts'
  | 'journal'
  | 'files'
  | 'fonts'
  | 'books'
  | 'announce'
  | 'send'
  | 'report'
>

/** Somebody who began to assemble this recently is left to it; after that the work is taken over. */
const takeOverMs = 60_000

/**
 * approved → assembling, with both PDFs written to the store. Deterministic: assembling twice writes the same bytes to
 * the same keys, so a crash between any two lines costs only time.
 */
export async function assembleBook(services: Needs, orderId: string): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order?.render_job_id || order.hold !== null) return
  const now = services.now()
  // The customer may still correct the words; the sweep or their word brings it back here.
  if (isProofOpen(order, now)) return
  const begun = await services.orders.move(order.id, 'assembling', now)
  if (!begun) {
    if (order.state !== 'assembling' || order.interior || now - order.updated_at < takeOverMs) return
    await services.orders.touch(order.id, now)
  }
  const job = await services.jobs.find(order.preview_job_id)
  const book = job ? await services.books.find(job.book_id, job.book_version) : undefined
  if (!job || !book) throw new AppError('ASSEMBLY_FAILED', { problem: 'the template is missing' })
  const request = bookRequest.parse(JSON.parse(job.request))
  const masters = await printMasters(services, order, book)
  const interior = await writeInteriorFile(services, order, book, request, masters)
  const cover = await writeCoverFile(services, order, book, request, masters, interior.pages)
  const files = { interior: JSON.stringify(interior), cover: JSON.stringify(cover) }
  await services.orders.setFiles(order.id, files, services.now())
  await services.journal.audit(
    { subject: order.id, action: 'order.assembled', actor: 'system' },
    services.now(),
  )
  await nudge(services, [{ kind: 'order.print', orderId }])
  await services.announce(orderId)
}

/** The print master of every slot; a page that the parent approved must still be the page they approved. */
async function printMasters(
  services: Needs,
  order: OrderRow,
  book: BookTemplate,
): Promise<Map<string, ArtifactRow>> {
  const made = await services.artifacts.current(order.render_job_id ?? '')
  const masters = new Map(
    made.filter((artifact) => artifact.role === 'print').map((artifact) => [artifact.slot, artifact]),
  )
  const wanted = [...book.pages.map((page) => pageSlot(page.number)), 'cover']
  const missing = wanted.filter((slot) => !masters.has(slot))
  if (missing.length > 0) throw new AppError('ASSEMBLY_FAILED', { missing })
  const redone = new Set(made.filter((artifact) => artifact.role === 'page').map((artifact) => artifact.slot))
  const approved = await services.artifacts.current(order.preview_job_id)
  for (const [slot, sha256] of Object.entries(JSON.parse(order.approved_pages) as Record<string, string>)) {
    const shown = approved.find((artifact) => artifact.slot === slot && artifact.role === 'page')
    if (!redone.has(slot) && shown?.sha256 !== sha256)
      throw new AppError('ASSEMBLY_FAILED', { changed: slot })
  }
  return masters
}

async function master(services: Needs, masters: Map<string, ArtifactRow>, slot: string): Promise<Uint8Array> {
  const bytes = await services.files.read(masters.get(slot)?.key ?? '')
  if (!bytes) throw new AppError('ASSEMBLY_FAILED', { missing: slot })
  return bytes
}

async function writeInteriorFile(
  services: Needs,
  order: OrderRow,
  book: BookTemplate,
  request: BookRequest,
  masters: Map<string, ArtifactRow>,
): Promise<BookFile> {
  const plan = planInterior({
    template: book,
    childName: request.child.name,
    pronouns: request.child.pronouns,
    language: request.language,
    orderCode: order.id.slice(-8).toUpperCase(),
    ...(request.dedication ? { dedication: request.dedication } : {}),
  })
  const key = bookKey(order.id, 'full_book', 1)
  const { pages, ...file } = await writeFile(services, key, (write) =>
    writeInterior({
      plan,
      fonts: services.fonts,
      image: (number) => master(services, masters, pageSlot(number)),
      write,
      now: new Date(order.created_at),
    }),
  )
  return { key, ...file, pages }
}

async function writeCoverFile(
  services: Needs,
  order: OrderRow,
  book: BookTemplate,
  request: BookRequest,
  masters: Map<string, ArtifactRow>,
  interiorPages: number,
): Promise<BookFile> {
  const key = bookKey(order.id, 'cover', 1)
  const frontImage = await master(services, masters, 'cover')
  const { pages, ...file } = await writeFile(services, key, (write) =>
    writeCover({
      template: book,
      childName: request.child.name,
      pronouns: request.child.pronouns,
      language: request.language,
      fonts: services.fonts,
      interiorPages,
      frontImage,
      write,
      now: new Date(order.created_at),
    }),
  )
  return { key, ...file, pages }
}

/** Streams a PDF into the store; nothing is visible before it is whole, nothing is left when it fails. */
async function writeFile(
  services: Needs,
  key: string,
  produce: (write: (chunk: Uint8Array) => Promise<void>) => Promise<{ pages: number }>,
): Promise<{ bytes: number; sha256: string; pages: number }> {
  const target = await services.files.writeParts(key, 'application/pdf')
  const parts = writeInParts(target)
  try {
    const { pages } = await produce(parts.write)
    return { ...(await parts.finish()), pages }
  } catch (fault) {
    await target.abort()
    throw fault
  }
}
