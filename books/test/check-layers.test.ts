import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, test } from 'vitest'
import { findProblems } from '../generator/check/find-problems.ts'
import { copyOfBook, firstPage, readBook, removeCopies, replaceLayer } from './copy-of-book.ts'

afterEach(removeCopies)

const whatsOf = async (folder: string): Promise<string[]> =>
  (await findProblems(folder)).map((problem) => problem.what)

const plain = (side: number): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 4, background: '#442200' } })
    .webp({ lossless: true })
    .toBuffer()

describe('a template whose layers', { timeout: 60_000 }, () => {
  test('lack the part map', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      firstPage(book).art.parts.file = 'pages/01/nowhere.webp'
    })
    expect(await whatsOf(folder)).toContain('parts is missing: there is no pages/01/nowhere.webp')
  })

  test('cannot be read', async ({ expect }) => {
    const folder = await copyOfBook()
    await replaceLayer(folder, (book) => firstPage(book).art.parts, Buffer.from('not an image'))
    expect(await whatsOf(folder)).toContain(
      'parts cannot be read as an image: save pages/01/parts.webp as WebP again',
    )
  })

  test('are not those that book.json names, or of another size', async ({ expect }) => {
    const folder = await copyOfBook()
    const { file } = firstPage(await readBook(folder)).art.background
    await writeFile(path.join(folder, file), await plain(64))
    const whats = await whatsOf(folder)
    expect(whats).toContain('background is not the file that book.json names: write its new sha256 there')
    expect(whats).toContain('background is 64 × 64, not 1536 square')
  })

  test('lack the hair that every child can wear', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      Reflect.deleteProperty(firstPage(book).art.hair, 'tousled')
    })
    expect(await findProblems(folder)).toContainEqual({
      where: 'page 1',
      what: "has no hair style 'tousled', which every picture with a face needs: draw it",
    })
  })

  test('lack a hair style that other pages have', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      Reflect.deleteProperty(firstPage(book).art.hair, 'bob')
    })
    expect(await findProblems(folder)).toContainEqual({
      where: 'page 1',
      what: "has no hair style 'bob', which other pages have: draw it here or drop it everywhere",
    })
  })

  test('lay hair over eyes and mouth', async ({ expect }) => {
    const folder = await copyOfBook()
    const { artPx } = await readBook(folder)
    await replaceLayer(folder, (book) => firstPage(book).art.hair.bob?.front, await plain(artPx))
    const whats = await whatsOf(folder)
    expect(whats).toContain('hair bob front covers an eye: cut the hair back above the face')
    expect(whats).toContain('hair bob front covers the mouth: cut the hair back beside the face')
  })

  test('show one background twice', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      const second = book.pages[1]
      if (second) firstPage(book).art.background = second.art.background
    })
    const similar = (await findProblems(folder)).find((problem) => problem.what.includes('looks like'))
    expect(similar?.where).toBe('page 1')
    expect(similar?.what).toContain('that of page 2 (0 of 64 bits apart, 12 at least)')
  })
})
