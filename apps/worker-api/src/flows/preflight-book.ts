import type { BookProblem } from '@foxetales/book-pdf/preflight/book-problem'
import { type ExpectedFile, preflight } from '@foxetales/book-pdf/preflight/preflight'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { OrderRow } from '../db/orders.ts'
import { toHex } from '../domain/signing.ts'
import type { Services } from '../services.ts'
import type { StoredBookFile } from './write-book-file.ts'

type Needs = Pick<Services, 'now' | 'files' | 'bookFiles' | 'orders' | 'journal' | 'announce'>

/** A stored file, and what it was meant to be. */
export interface BookToCheck extends Omit<ExpectedFile, 'bytes'> {
  readonly file: StoredBookFile
}

/** A reason on an order is read at a glance; the desk shows the whole list. */
const shownProblems = 3

/**
 * Reads the files back from the store before anything is sent. What is wrong goes into the files' rows for the desk, and
 * the order to staff with page numbers. True when the book may be printed; warnings do not stop it.
 */
export async function refuseUnprintable(
  services: Needs,
  order: OrderRow,
  files: readonly BookToCheck[],
): Promise<boolean> {
  const serious: string[] = []
  for (const { file, ...expected } of files) {
    const problems = await look(services, file, expected)
    await services.bookFiles.setProblems(order.id, file, JSON.stringify(problems), services.now())
    const named = problems.filter((problem) => !problem.warning).map((problem) => inWords(file, problem))
    serious.push(...named)
  }
  if (serious.length === 0) return true
  const more = serious.length > shownProblems ? ` And ${serious.length - shownProblems} more.` : ''
  const reason = `The book did not pass the look before printing. ${serious.slice(0, shownProblems).join(' ')}${more}`
  const now = services.now()
  await services.orders.move(order.id, 'failed', now, {}, reason)
  await services.journal.audit({ subject: order.id, action: 'order.failed', actor: 'system', reason }, now)
  await services.announce(order.id)
  return false
}

async function look(
  services: Needs,
  file: StoredBookFile,
  expected: Omit<ExpectedFile, 'bytes'>,
): Promise<BookProblem[]> {
  const stored = await services.files.open(file.key)
  if (!stored) throw new AppError('ASSEMBLY_FAILED', { missing: file.part })
  const digest = new crypto.DigestStream('SHA-256')
  const problems = await preflight(passOn(stored.body, digest.getWriter()), {
    ...expected,
    bytes: file.bytes,
  })
  const sha256 = toHex(new Uint8Array(await digest.digest))
  if (sha256 === file.sha256) return problems
  return [...problems, { code: 'file_changed', message: 'The stored file is not the one that was written.' }]
}

/** The same chunks, hashed as they pass. All of them, even when the reader has seen enough. */
async function* passOn(
  body: ReadableStream<Uint8Array>,
  hash: WritableStreamDefaultWriter<ArrayBuffer | ArrayBufferView>,
): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]()
  try {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      await hash.write(next.value)
      yield next.value
    }
  } finally {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) await hash.write(next.value)
    await hash.close()
  }
}

/** `Book, page 7: The picture is one flat colour.` */
export function inWords(
  { part }: Pick<StoredBookFile, 'part'>,
  { page, message }: { page?: number | undefined; message: string },
): string {
  const name = part === 'cover' ? 'Cover' : 'Book'
  return page === undefined ? `${name}: ${message}` : `${name}, page ${page}: ${message}`
}
