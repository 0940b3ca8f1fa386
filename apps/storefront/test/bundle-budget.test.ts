import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { buildSite } from '../build/build-site.ts'

/** What a shop's page may have to load for the element. */
const budgetBytes = 60 * 1024

let site: string
beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'foxetales-site-'))
  await buildSite(site)
})
afterAll(() => rm(site, { recursive: true, force: true }))

describe('the built site', () => {
  test('gives a shop the element in at most 60 KB gzip, in one file', async ({ expect }) => {
    const script = await readFile(path.join(site, 'embed', 'foxetales-book.js'))
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(budgetBytes)
    expect(script.toString()).not.toMatch(/\bimport\s*["'(]/)
  })

  test('keeps the schemas’ library out of the browser', async ({ expect }) => {
    const script = await readFile(path.join(site, 'embed', 'foxetales-book.js'), 'utf8')
    expect(script).not.toContain('ZodError')
  })

  test.for(['index.html', 'vi.html'])('loads nothing of anybody else in %s', async (file, { expect }) => {
    const html = await readFile(path.join(site, 'shop', file), 'utf8')
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
  })

  test('has every file that its pages name', async ({ expect }) => {
    for (const file of ['index.html', 'vi.html']) {
      const html = await readFile(path.join(site, 'shop', file), 'utf8')
      for (const [, named = ''] of html.matchAll(
        /(?:src|href)="(\/(?:shop|embed|fonts)\/[^"/]+\.[a-z0-9]+|\/theme\.css)"/g,
      )) {
        expect((await readFile(path.join(site, named))).length).toBeGreaterThan(0)
      }
    }
  })
})
