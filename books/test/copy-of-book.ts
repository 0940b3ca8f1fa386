import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArtFile, BookTemplate } from '@foxetales/shared-schemas/book'

export const lantern = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'lantern', 'v1')
const folders: string[] = []

export const readBook = async (folder: string): Promise<BookTemplate> =>
  JSON.parse(await readFile(path.join(folder, 'book.json'), 'utf8')) as BookTemplate

/** A copy of the book's first three pages and cover that may be broken: one page is enough, and quick to look at. */
export async function copyOfBook(change: (book: BookTemplate) => void = () => undefined): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'book-'))
  folders.push(folder)
  for (const part of ['pages/01', 'pages/02', 'pages/03', 'cover']) {
    await cp(path.join(lantern, part), path.join(folder, part), { recursive: true })
  }
  const book = await readBook(lantern)
  book.pages = book.pages.slice(0, 3)
  book.previewPages = [1, 2, 3]
  change(book)
  await writeFile(path.join(folder, 'book.json'), JSON.stringify(book))
  return folder
}

export const removeCopies = async (): Promise<void> => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

export const firstPage = (book: BookTemplate): BookTemplate['pages'][number] => {
  const page = book.pages[0]
  if (!page) throw new Error('the book has no pages')
  return page
}

/** The face of the first page, which shows one. */
export const firstFace = (book: BookTemplate) => {
  const { face } = firstPage(book)
  if (!face) throw new Error('the first page shows no face')
  return face
}

/** Puts other bytes where a layer was, and their hash into the book, as an author would. */
export async function replaceLayer(
  folder: string,
  choose: (book: BookTemplate) => ArtFile | undefined,
  bytes: Buffer,
): Promise<void> {
  const book = await readBook(folder)
  const layer = choose(book)
  if (!layer) throw new Error('the book has no such layer')
  layer.sha256 = createHash('sha256').update(bytes).digest('hex')
  await writeFile(path.join(folder, layer.file), bytes)
  await writeFile(path.join(folder, 'book.json'), JSON.stringify(book))
}
