import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BookTemplate } from '@foxetales/shared-schemas/book'
import sharp from 'sharp'
import { afterEach, describe, test } from 'vitest'
import { findProblems } from '../generator/find-problems.ts'

const lantern = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'lantern', 'v1')
const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A copy of the book that may be broken. */
async function copyOfBook(change: (book: BookTemplate) => void): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'book-'))
  folders.push(folder)
  await cp(lantern, folder, { recursive: true })
  const file = path.join(folder, 'book.json')
  const book = JSON.parse(await readFile(file, 'utf8')) as BookTemplate
  // The first page stands for all: one is enough to break a book, and quick to look at.
  book.pages = book.pages.slice(0, 3)
  book.previewPages = [1, 2, 3]
  change(book)
  await writeFile(file, JSON.stringify(book))
  return folder
}

const firstPage = (book: BookTemplate) => {
  const page = book.pages[0]
  if (!page) throw new Error('the book has no pages')
  return page
}

describe('the lantern', () => {
  test('is in order: files, masks, text boxes, contrast, faces, weight', { timeout: 60_000 }, async ({
    expect,
  }) => {
    expect(await findProblems(lantern)).toEqual([])
  })

  test('has 35 pages that show the face on at least 30, in two languages', async ({ expect }) => {
    const book = JSON.parse(await readFile(path.join(lantern, 'book.json'), 'utf8')) as BookTemplate
    expect(book.pages).toHaveLength(35)
    expect(book.pages.filter((page) => page.face !== null).length).toBeGreaterThanOrEqual(30)
    expect(book.languages).toEqual(['en', 'vi'])
  })
})

describe('a template that cannot be sold', () => {
  test('misses a language', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      Reflect.deleteProperty(firstPage(book).text, 'vi')
    })
    expect(await findProblems(folder)).not.toEqual([])
  })

  test('has text over the face', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      const { face } = firstPage(book)
      if (!face) throw new Error('the first page shows no face')
      firstPage(book).textBox = {
        x: face.cx / book.artPx - 0.1,
        y: face.cy / book.artPx - 0.05,
        width: 0.2,
        height: 0.1,
      }
    })
    expect((await findProblems(folder)).map((problem) => problem.what)).toContain(
      'the text box lies over the face',
    )
  })

  test('has text in the bleed', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      firstPage(book).textBox = { x: 0.01, y: 0.1, width: 0.4, height: 0.1 }
    })
    expect((await findProblems(folder)).map((problem) => problem.what)).toContain(
      'the text box is too near to the edge of the page',
    )
  })

  test('has ink that cannot be read on its art', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      firstPage(book).ink = '#3a4a80'
    })
    expect((await findProblems(folder)).some((problem) => problem.what.includes('contrast'))).toBe(true)
  })

  test('has a layer that is not the one it names', async ({ expect }) => {
    const folder = await copyOfBook(() => undefined)
    const book = JSON.parse(await readFile(path.join(folder, 'book.json'), 'utf8')) as BookTemplate
    const file = path.join(folder, firstPage(book).art.background.file)
    await writeFile(
      file,
      await sharp({ create: { width: 64, height: 64, channels: 3, background: '#000' } })
        .webp()
        .toBuffer(),
    )
    const whats = (await findProblems(folder)).map((problem) => problem.what)
    expect(whats).toContain('background is not the file that book.json names')
    expect(whats).toContain('background is 64 × 64, not 1536 square')
  })

  test('has a mask that leaves the face out', async ({ expect }) => {
    const folder = await copyOfBook(() => undefined)
    const book = JSON.parse(await readFile(path.join(folder, 'book.json'), 'utf8')) as BookTemplate
    const black = await sharp({
      create: { width: book.artPx, height: book.artPx, channels: 3, background: '#000' },
    })
      .webp({ lossless: true })
      .toBuffer()
    await writeFile(path.join(folder, firstPage(book).art.personMask.file), black)
    expect((await findProblems(folder)).map((problem) => problem.what)).toContain(
      'something covers the face, or the mask leaves it out',
    )
  })

  test('misses a file', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      firstPage(book).art.parts.file = 'pages/01/nowhere.webp'
    })
    expect((await findProblems(folder)).map((problem) => problem.what)).toContain('parts is missing')
  })
})
