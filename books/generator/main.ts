import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { hairStyle } from '@foxetales/shared-schemas/child'
import { contactSheet, pagesOf } from './contact-sheet.ts'
import { makePaper } from './paint/paper.ts'
import { lantern } from './stories/lantern/lantern.ts'
import type { Story } from './story.ts'
import { artPx, pageFolder, writeIllustration, writeManifest } from './write-book.ts'

// node books/generator/main.ts <book> [pages: 7,12,cover or none] [--sheet FILE [--hair bob,curls]] [--out FOLDER]
const stories: Record<string, Story> = { lantern }
const booksDir = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sheet: { type: 'string' }, hair: { type: 'string' }, out: { type: 'string' } },
})
const [id = '', wanted = 'all'] = positionals
const story = stories[id]
if (!story) throw new Error(`there is no story “${id}”: ${Object.keys(stories).join(', ')}`)
const bookDir = path.join(values.out ?? booksDir, story.id, story.version)
await mkdir(bookDir, { recursive: true })

const folders = [
  ...story.pages.map((illustration, index) => ({
    folder: pageFolder(index + 1),
    name: String(index + 1),
    illustration,
  })),
  { folder: 'cover', name: 'cover', illustration: story.cover },
]
const names = wanted.split(',')
const paper = await makePaper(artPx)
for (const { folder, name, illustration } of folders) {
  if (wanted !== 'all' && !names.includes(name)) continue
  const begun = performance.now()
  await writeIllustration(bookDir, folder, illustration, paper)
  process.stdout.write(`${folder} painted in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
}
if (folders.every(({ folder }) => existsSync(path.join(bookDir, folder, 'page.json'))))
  await writeManifest(bookDir, story)
const styles = values.hair?.split(',').map((name) => hairStyle.parse(name))
if (values.sheet) await writeFile(values.sheet, await contactSheet(bookDir, await pagesOf(bookDir), styles))
