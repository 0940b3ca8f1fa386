import { type BookPart, bookKey } from '../domain/file-keys.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services, 'now' | 'files' | 'bookFiles' | 'report'>

/** Frees what unfinished uploads hold; the store would do so itself after seven days. */
export async function abortUploads(services: Needs, orderId: string, part: BookPart): Promise<void> {
  for (const row of await services.bookFiles.openUploads(orderId, part)) {
    const key = bookKey(row.order_id, row.part, row.version)
    try {
      await services.files.resumeParts(key, row.upload ?? '').abort()
    } catch (fault) {
      // Most likely it is gone already; what was asked for is so.
      services.report(fault, { during: 'abort upload' })
    }
    await services.bookFiles.closeUpload(row, services.now())
  }
}

/** Removes every version of an order's book: files, unfinished uploads and rows. */
export async function dropBookFiles(
  services: Needs & Pick<Services, 'together'>,
  orderId: string,
): Promise<void> {
  for (const part of ['full_book', 'cover'] as const) await abortUploads(services, orderId, part)
  await services.files.removePrefix(`books/${orderId}/`)
  await services.together([services.bookFiles.removeOfOrder(orderId)])
}
