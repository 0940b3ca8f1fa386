import sharp from 'sharp'
import { afterEach, describe, test } from 'vitest'
import { findProblems } from '../generator/check/find-problems.ts'
import {
  copyOfBook,
  firstFace,
  firstPage,
  lantern,
  readBook,
  removeCopies,
  replaceLayer,
} from './copy-of-book.ts'

afterEach(removeCopies)

const plain = (side: number, background: string): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 4, background } })
    .webp({ lossless: true })
    .toBuffer()

const whatsOf = async (folder: string): Promise<string[]> =>
  (await findProblems(folder)).map((problem) => problem.what)

describe('the lantern', { timeout: 120_000 }, () => {
  test('is in order: files, masks, hair, text boxes, contrast, faces, backgrounds, weight', async ({
    expect,
  }) => {
    expect(await findProblems(lantern)).toEqual([])
  })

  test('has 35 pages that show the face on at least 30, 160 px wide or wider, in two languages', async ({
    expect,
  }) => {
    const book = await readBook(lantern)
    const faces = book.pages.flatMap((page) => page.face ?? [])
    expect(book.pages).toHaveLength(35)
    expect(faces.length).toBeGreaterThanOrEqual(30)
    expect(faces.filter((face) => face.rx * 2 < 160)).toEqual([])
    expect(book.languages).toEqual(['en', 'vi'])
  })
})

describe('a template that cannot be sold', { timeout: 60_000 }, () => {
  test('misses a language', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      Reflect.deleteProperty(firstPage(book).text, 'vi')
    })
    const wheres = (await findProblems(folder)).map((problem) => problem.where)
    expect(wheres).toContain('book.json pages.0.text.vi')
  })

  test('has text over the face', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      const { cx, cy } = firstFace(book)
      const box = { x: cx / book.artPx - 0.1, y: cy / book.artPx - 0.05, width: 0.2, height: 0.1 }
      firstPage(book).textBox = box
    })
    expect(await whatsOf(folder)).toContain('the text box lies over the face')
  })

  test('has text over a head of hair that reaches higher than the painted one', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      const { cx, cy, ry } = firstFace(book)
      const bottom = (cy - ry * 1.7) / book.artPx
      firstPage(book).textBox = { x: cx / book.artPx - 0.1, y: bottom - 0.1, width: 0.2, height: 0.1 }
    })
    expect(await whatsOf(folder)).toContain(
      "the text box lies over the child's hair (hair bun front): move the box, or the child",
    )
  })

  test('has text over the body', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      const { cx, cy, ry } = firstFace(book)
      const top = (cy + ry * 1.6) / book.artPx
      firstPage(book).textBox = { x: cx / book.artPx - 0.1, y: top, width: 0.2, height: 0.1 }
    })
    expect(await whatsOf(folder)).toContain('the text box lies over the child: move the box, or the child')
  })

  test('has text in the bleed', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      firstPage(book).textBox = { x: 0.01, y: 0.1, width: 0.4, height: 0.1 }
    })
    expect(await whatsOf(folder)).toContain(
      'the text box is too near to the edge of the page: keep it between 0.0743 and 0.9257',
    )
  })

  test('has ink that cannot be read on its art', async ({ expect }) => {
    const folder = await copyOfBook((book) => {
      firstPage(book).ink = '#3a4a80'
    })
    expect((await whatsOf(folder)).some((what) => what.includes('contrast'))).toBe(true)
  })

  test('has a mask that leaves the face out', async ({ expect }) => {
    const folder = await copyOfBook()
    const { artPx } = await readBook(folder)
    await replaceLayer(folder, (book) => firstPage(book).art.personMask, await plain(artPx, '#000000'))
    expect(await whatsOf(folder)).toContain('something covers the face, or the mask leaves it out')
  })

  test('weighs more than a book may', async ({ expect }) => {
    const folder = await copyOfBook()
    const art = Buffer.alloc(26_000_000)
    await replaceLayer(folder, (book) => firstPage(book).art.background, art)
    expect((await whatsOf(folder)).some((what) => what.startsWith('weighs '))).toBe(true)
  })
})
