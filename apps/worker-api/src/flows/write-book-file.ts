import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { BookFileRow } from '../db/book-files.ts'
import { type BookPart, bookKey } from '../domain/file-keys.ts'
import { sha256Hex } from '../domain/signing.ts'
import type { MultipartWrite, StoredPart } from '../ports/object-store.ts'
import type { Services } from '../services.ts'
import { abortUploads } from './drop-book-files.ts'
import { type WrittenFile, writeInParts } from './write-in-parts.ts'

type Needs = Pick<Services, 'now' | 'files' | 'bookFiles' | 'report'>

/** What writes the bytes: the same ones every time. Answers how many pages the file has. */
export type Produce = (write: (chunk: Uint8Array) => Promise<void>) => Promise<{ pages: number }>

export interface StoredBookFile extends WrittenFile {
  readonly key: string
  readonly part: BookPart
  readonly version: number
  /** Pages in the file. */
  readonly pages: number
}

const uploadedParts = z.array(z.object({ number: z.int(), etag: z.string(), sha256: z.string() }))
type UploadedPart = z.infer<typeof uploadedParts>[number]

const storedBookFile = z.object({
  key: z.string(),
  part: z.enum(['full_book', 'cover']),
  version: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  md5: z.string(),
  pages: z.int(),
})

/** An upload that could not be ended in so many tries is given up; the file begins anew as the next version. */
const mostTries = 3

/**
 * Writes one PDF of an order as its next version, unless the newest version was made from the same and is whole. After a
 * crash the same bytes are made again, and only the parts that are not stored yet are sent: a part is told by its sha256,
 * so a change of ours between two tries begins a new version instead of joining two files.
 */
export async function writeBookFile(
  services: Needs,
  orderId: string,
  part: BookPart,
  madeFrom: string,
  produce: Produce,
): Promise<StoredBookFile> {
  const latest = await services.bookFiles.latest(orderId, part)
  const same = latest?.made_from === madeFrom ? latest : undefined
  if (same?.file) return storedBookFile.parse(JSON.parse(same.file))
  if (same?.upload && same.tries < mostTries) {
    const resumed = await goOn(services, same, same.upload, produce)
    if (resumed) return resumed
  }
  await abortUploads(services, orderId, part)
  const row = await services.bookFiles.begin(orderId, part, madeFrom, services.now())
  // Somebody else began the same version in this very moment.
  if (!row) throw new AppError('ASSEMBLY_FAILED', { problem: 'two began at once' })
  const key = bookKey(orderId, part, row.version)
  const upload = await services.files.beginParts(key, 'application/pdf')
  await services.bookFiles.setUpload(row, upload.upload, services.now())
  const written = await writeParts(services, row, upload, [], produce)
  if (!written)
    throw new AppError('ASSEMBLY_FAILED', { problem: 'the same book came out twice as different bytes' })
  return written
}

async function goOn(
  services: Needs,
  row: BookFileRow,
  upload: string,
  produce: Produce,
): Promise<StoredBookFile | undefined> {
  await services.bookFiles.countTry(row, services.now())
  const known = uploadedParts.parse(JSON.parse(row.parts))
  const key = bookKey(row.order_id, row.part, row.version)
  return writeParts(services, row, services.files.resumeParts(key, upload), known, produce)
}

/** Undefined when a stored part is not what is written now. */
async function writeParts(
  services: Needs,
  row: BookFileRow,
  target: MultipartWrite,
  known: readonly UploadedPart[],
  produce: Produce,
): Promise<StoredBookFile | undefined> {
  const key = bookKey(row.order_id, row.part, row.version)
  // The crash may have come after the last part: then the object is there, and the bytes are made only to be hashed.
  const isWhole = known.length > 0 && (await services.files.head(key)) !== undefined
  const kept: UploadedPart[] = []
  let differs = false
  const store = async (number: number, bytes: Uint8Array<ArrayBuffer>): Promise<StoredPart> => {
    const sha256 = await sha256Hex(bytes)
    const there = known.find((part) => part.number === number)
    if (there && there.sha256 !== sha256) differs = true
    if (differs) return { number, etag: '' }
    if (there) return keep(there)
    const stored = keep({ ...(await target.part(number, bytes)), sha256 })
    await services.bookFiles.setParts(row, JSON.stringify(kept), services.now())
    return stored
  }
  const keep = (part: UploadedPart): UploadedPart => {
    kept.push(part)
    return part
  }
  const writer = writeInParts(store)
  const { pages } = await produce(writer.write)
  const { parts, ...written } = await writer.finish()
  if (differs || (isWhole && parts.length !== known.length)) return undefined
  if (!isWhole) await target.complete(parts)
  const file: StoredBookFile = { key, part: row.part, version: row.version, ...written, pages }
  await services.bookFiles.setFile(row, JSON.stringify(file), services.now())
  return file
}
