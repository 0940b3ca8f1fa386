import type { BookTemplate } from '@foxetales/shared-schemas/book'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { ArtifactRow } from '../db/artifacts.ts'
import type { OrderRow } from '../db/orders.ts'
import { pageSlot } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'

/** The slot of a master as book-pdf names it. */
export const masterSlot = (master: number | 'cover'): string =>
  master === 'cover' ? master : pageSlot(master)

/** The print master of every slot; a page that the parent approved must still be the page they approved. */
export async function printMasters(
  services: Pick<Services, 'artifacts'>,
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

/** A master's bytes. */
export async function readMaster(
  services: Pick<Services, 'files'>,
  masters: ReadonlyMap<string, ArtifactRow>,
  slot: string,
): Promise<Uint8Array> {
  const bytes = await services.files.read(masters.get(slot)?.key ?? '')
  if (!bytes) throw new AppError('ASSEMBLY_FAILED', { missing: slot })
  return bytes
}
