import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { describe, test as plainTest } from 'vitest'
import { sampleTemplate } from './sample-book.ts'
import { writtenBook } from './written-file.ts'

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined

const test = plainTest.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from it
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'book-pdf-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

function run(tool: string, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, parameters, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${tool} ended with ${status}: ${stdout}${stderr}`)
  return stdout
}

async function saved(folder: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, 'book.pdf')
  await writeFile(file, bytes)
  return file
}

describe.skipIf(!has('qpdf'))('qpdf (runs where `apt install qpdf` was done)', () => {
  test('finds no fault in an interior', async ({ expect, folder }) => {
    const { bytes } = await writtenBook()
    const report = run('qpdf', '--check', await saved(folder, bytes))
    expect(report).toContain('No syntax or stream encoding errors found')
  })

  test('finds no fault in a cover', async ({ expect, folder }) => {
    const { bytes } = await writtenBook({ file: 'cover' })
    const report = run('qpdf', '--check', await saved(folder, bytes))
    expect(report).toContain('No syntax or stream encoding errors found')
  })
})

describe.skipIf(!has('pdftotext'))('poppler (runs where `apt install poppler-utils` was done)', () => {
  test.for([
    ['vi', 'Trang 1: Nguyễn Thị Ánh giơ cao chiếc đèn lồng và mỉm cười với bạn cáo.'],
    ['en', 'Page 1: Nguyễn Thị Ánh held the lantern, and she smiled at her friend.'],
  ] as const)(
    'reads name and story from the page as they are written, in %s',
    async ([language, story], { expect, folder }) => {
      const { bytes } = await writtenBook({ storyPages: 3, language })
      const words = run('pdftotext', '-f', '4', '-l', '4', await saved(folder, bytes), '-')
      expect(words.replace(/\s+/g, ' ').trim()).toBe(story)
    },
  )

  test('finds every word of a story page inside its text box', async ({ expect, folder }) => {
    const { bytes } = await writtenBook({ storyPages: 1, name: 'Maximilian Alexander Wolfeschlegel' })
    const report = run('pdftotext', '-bbox', '-f', '4', '-l', '4', await saved(folder, bytes), '-')
    const words = [...report.matchAll(/xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"/g)]
    expect(words.length).toBeGreaterThan(12)
    const box = sampleTemplate(1).pages[0]?.textBox
    if (!box) throw new Error('no text box')
    for (const [, left, top, right, bottom] of words) {
      expect(Number(left)).toBeGreaterThanOrEqual(box.x * 630 - 0.5)
      expect(Number(right)).toBeLessThanOrEqual((box.x + box.width) * 630 + 0.5)
      expect(Number(top)).toBeGreaterThanOrEqual(box.y * 630 - 0.5)
      expect(Number(bottom)).toBeLessThanOrEqual((box.y + box.height) * 630 + 0.5)
    }
  })

  test('finds all faces embedded, as subsets, with a map to characters', async ({ expect, folder }) => {
    const { bytes } = await writtenBook()
    const rows = run('pdffonts', await saved(folder, bytes))
      .trim()
      .split('\n')
      .slice(2)
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row).toMatch(/CID TrueType +Identity-H +yes yes yes/)
  })

  test('paints the picture upright and to all four edges', async ({ expect, folder }) => {
    const size = 320
    const stripes = [
      [0, '#c03020'],
      [0.5, '#2030c0'],
    ] as const
    const layers = stripes.map(([from, colour]) => ({
      input: { create: { width: size, height: size / 2, channels: 3 as const, background: colour } },
      top: from * size,
      left: 0,
    }))
    const picture = sharp({ create: { width: size, height: size, channels: 3, background: '#fff' } })
    const jpeg = new Uint8Array(await picture.composite(layers).jpeg().toBuffer())
    const { bytes } = await writtenBook({ storyPages: 1, image: async () => jpeg })
    const target = path.join(folder, 'page')
    const file = await saved(folder, bytes)
    run('pdftoppm', '-r', '24', '-f', '4', '-l', '4', '-singlefile', '-png', file, target)
    const { data, info } = await sharp(`${target}.png`).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([210, 210])
    const at = (x: number, y: number) => [...data.subarray((y * 210 + x) * 3, (y * 210 + x) * 3 + 3)]
    for (const x of [0, 209]) {
      const [topRed = 0, , topBlue = 0] = at(x, 0)
      const [footRed = 0, , footBlue = 0] = at(x, 209)
      expect(topRed - topBlue).toBeGreaterThan(100)
      expect(footBlue - footRed).toBeGreaterThan(100)
    }
  })
})
