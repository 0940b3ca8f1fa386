import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { bookTemplate } from '@foxetales/shared-schemas/book'
import { coveragesOf } from './coverage.ts'
import { faceProblems } from './face-problems.ts'
import { unevenHair, withoutDefaultHair } from './hair-problems.ts'
import { readPageLayers } from './page-layers.ts'
import type { CheckedPage, Problem } from './problem.ts'
import { similarBackgrounds } from './similar-backgrounds.ts'
import { textProblems } from './text-problems.ts'

const mostBytes = 25_000_000

/** Looks a written template over: schema, files, masks, hair, text boxes, contrast, faces, backgrounds alike, weight. */
export async function findProblems(bookDir: string): Promise<Problem[]> {
  const raw: unknown = JSON.parse(await readFile(path.join(bookDir, 'book.json'), 'utf8'))
  const parsed = bookTemplate.safeParse(raw)
  if (!parsed.success) {
    const refused = parsed.error.issues.map((issue) => ({
      where: `book.json ${issue.path.join('.')}`,
      what: issue.message,
    }))
    return [...withoutDefaultHair(raw), ...refused]
  }
  const book = parsed.data
  const pages: CheckedPage[] = [
    ...book.pages.map((page) => ({ where: `page ${page.number}`, box: page.textBox, ...page })),
    { where: 'cover', box: book.cover.titleBox, ...book.cover },
  ]
  const problems: Problem[] = unevenHair(pages)
  const backgrounds: { where: string; background: Buffer }[] = []
  let bytes = 0
  for (const page of pages) {
    const read = await readPageLayers(bookDir, page.art, book.artPx)
    const coverages = await coveragesOf(read.layers)
    const mask = read.layers.get('personMask')
    const found = [
      ...read.problems,
      ...(page.face ? await faceProblems(page.face, book.artPx, mask, coverages) : []),
      ...(await textProblems(page, book.artPx, read.layers, coverages)),
    ]
    problems.push(...found.map((what) => ({ where: page.where, what })))
    const background = read.layers.get('background')
    if (background) backgrounds.push({ where: page.where, background })
    bytes += read.bytes
  }
  if (bytes > mostBytes) {
    problems.push({
      where: 'book',
      what: `weighs ${bytes} bytes, ${mostBytes} at most: save layers at a lower quality`,
    })
  }
  return [...problems, ...(await similarBackgrounds(backgrounds))]
}
