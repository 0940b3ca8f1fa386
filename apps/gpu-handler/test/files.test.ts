import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'vitest'
import { download } from '../src/files/download.ts'
import { createGuardedFetch } from '../src/files/guarded-fetch.ts'
import { createTemplateCache } from '../src/files/template-cache.ts'
import { upload } from '../src/files/upload.ts'
import { type FakeEdge, startFakeEdge } from './fake-edge.ts'
import { offer } from './units.ts'

const retries = { forMs: 5_000, pauseMs: 1, maxPauseMs: 2, random: () => 0 }
const options = { maxBytes: 1_000, retries }
const picture = { bytes: Buffer.from('picture'), widthPx: 1, heightPx: 1 }

describe('files', () => {
  let edge: FakeEdge
  beforeEach(async () => {
    edge = await startFakeEdge()
  })
  afterEach(() => edge.close())

  test('are fetched again after trouble on the way', async ({ expect }) => {
    const source = offer(edge, '/layer', Buffer.from('paint'))
    edge.troubles.set('GET /layer', [500, 429])
    const bytes = await download(createGuardedFetch([edge.host]), source, options)
    expect(bytes.toString()).toBe('paint')
  })

  test('of a host that is not listed are refused before anything is sent', async ({ expect }) => {
    const source = offer(edge, '/layer', Buffer.from('paint'))
    for (const hosts of [['elsewhere.example'], ['127.0.0.1'], ['127.0.0.1:1']]) {
      const fetching = download(createGuardedFetch(hosts), source, options)
      await expect(fetching).rejects.toMatchObject({ code: 'HOST_REFUSED', retryable: false })
    }
  })

  test('behind a redirect are refused, even on a listed host', async ({ expect }) => {
    const source = offer(edge, '/layer', Buffer.from('paint'))
    edge.troubles.set('GET /layer', [302])
    edge.files.set('/elsewhere', Buffer.from('paint'))
    const fetching = download(createGuardedFetch([edge.host]), source, options)
    await expect(fetching).rejects.toMatchObject({ code: 'REDIRECT_REFUSED' })
  })

  test('that are not the announced ones, too large or gone are refused, in words without the link', async ({
    expect,
  }) => {
    const guardedFetch = createGuardedFetch([edge.host])
    const source = offer(edge, '/secret-link', Buffer.from('paint'))
    edge.files.set('/secret-link', Buffer.from('other'))
    await expect(download(guardedFetch, source, options)).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    edge.files.set('/secret-link', Buffer.alloc(1_001))
    await expect(download(guardedFetch, source, options)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    edge.files.delete('/secret-link')
    const gone = download(guardedFetch, source, options)
    await expect(gone).rejects.toMatchObject({
      code: 'FILE_GONE',
      message: expect.not.stringContaining('secret'),
    })
  })

  test('are stored with exactly the given content type, again after trouble', async ({ expect }) => {
    const guardedFetch = createGuardedFetch([edge.host])
    edge.troubles.set('PUT /out/page.png', [503])
    const target = { url: `${edge.url}/out/page.png`, contentType: 'image/png' }
    const stored = await upload(guardedFetch, target, picture, undefined, retries)
    expect(stored).toMatchObject({ bytes: 7, widthPx: 1 })
    expect(edge.files.get('/out/page.png')?.toString()).toBe('picture')
    const wrong = { ...target, contentType: 'image/webp' }
    const refused = upload(guardedFetch, wrong, picture, undefined, retries)
    await expect(refused).rejects.toMatchObject({ code: 'UPLOAD_REFUSED' })
  })

  test('of a template come from disk the second time, unless the disk damaged them', async ({ expect }) => {
    const folder = await mkdtemp(join(tmpdir(), 'gpu-handler-'))
    const source = offer(edge, '/layer', Buffer.from('paint'))
    const fetchTemplate = createTemplateCache(createGuardedFetch([edge.host]), folder)
    await fetchTemplate(source)
    edge.files.delete('/layer')
    expect((await fetchTemplate(source)).toString()).toBe('paint')
    await writeFile(join(folder, source.sha256), 'pai')
    await expect(fetchTemplate(source)).rejects.toMatchObject({ code: 'FILE_GONE' })
    await rm(folder, { recursive: true })
  })
})
