import { casewrapFormat, coverGeometry } from '@foxetales/book-pdf/cover-geometry'
import { planPrint } from '@foxetales/book-pdf/print-plan'
import { proofOverlay } from '@foxetales/book-pdf/proof-overlay'
import { writeBook } from '@foxetales/book-pdf/write-book'
import { AppError } from '@foxetales/shared-schemas/errors'
import { PROOF_PX } from '@foxetales/shared-schemas/unit'
import type { Services } from '../services.ts'
import { orderBook } from './order-book.ts'
import { masterSlot, readMaster } from './print-masters.ts'

type Needs = Pick<Services, 'orders' | 'jobs' | 'units' | 'artifacts' | 'files' | 'fonts' | 'books'>

/** Half an inch of tolerance is nothing to a screen: any proof picture is fine enough to read on. */
const minimumPpi = Math.floor((PROOF_PX / 738) * 72)

/**
 * The whole book as it would be printed today, on one screen file: cover, then every page, small and marked, with the lines
 * of cut, safety and binding. Answers a writer of it, so that what cannot be is said before a byte is sent: throws
 * ORDER_NOT_FOUND, or PROOF_NOT_READY while a page is missing. Nothing of it is stored.
 */
export async function prepareProof(
  services: Needs,
  orderId: string,
): Promise<(write: (chunk: Uint8Array) => Promise<void>) => Promise<void>> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const made = order.render_job_id ? await services.artifacts.current(order.render_job_id) : []
  const proofs = new Map(
    made.flatMap((artifact) => (artifact.role === 'proof' ? [[artifact.slot, artifact]] : [])),
  )
  const { template, ...book } = await orderBook(services, order)
  const wanted = [...template.pages.map((page) => page.number), 'cover' as const].map(masterSlot)
  if (wanted.some((slot) => !proofs.has(slot))) throw new AppError('PROOF_NOT_READY')
  const plan = planPrint(casewrapFormat, book.interior)
  const sheet = coverGeometry(plan.declaredPages)
  return async (write) => {
    await writeBook({
      ...book,
      pages: [{ kind: 'cover-sheet' }, ...plan.book],
      format: casewrapFormat,
      sheet,
      image: (master) => readMaster(services, proofs, masterSlot(master)),
      madeFrom: [...proofs.values()].map((artifact) => artifact.sha256),
      now: new Date(order.created_at),
      minimumPpi,
      overlay: proofOverlay(casewrapFormat, sheet, book.cover.language),
      write,
    })
  }
}
