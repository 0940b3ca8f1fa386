import { readdir } from 'node:fs/promises'
import { describe, test } from 'vitest'
import { greyPng, startSession } from './comfy-session.ts'

describe('POST /upload/image', () => {
  test('keeps a name, reuses it for the same bytes and renames other bytes', async ({ expect }) => {
    const session = await startSession()
    const grey = await greyPng(8, () => 10)
    const light = await greyPng(8, () => 200)
    const first = await session.upload('a.png', grey, { subfolder: 'order/one' })
    expect(await first.json()).toEqual({ name: 'a.png', subfolder: 'order/one', type: 'input' })
    const again = await session.upload('a.png', grey, { subfolder: 'order/one' })
    expect(await again.json()).toMatchObject({ name: 'a.png' })
    const other = await session.upload('a.png', light, { subfolder: 'order/one' })
    expect(await other.json()).toMatchObject({ name: 'a (1).png' })
    const otherAgain = await session.upload('a.png', light, { subfolder: 'order/one' })
    expect(await otherAgain.json()).toMatchObject({ name: 'a (1).png' })
  })

  test('overwrites when told to', async ({ expect }) => {
    const session = await startSession()
    const light = await greyPng(8, () => 200)
    await session.upload('a.png', await greyPng(8, () => 10))
    const answer = await session.upload('a.png', light, { overwrite: 'true' })
    expect(await answer.json()).toMatchObject({ name: 'a.png' })
    expect(await session.fetchImage({ filename: 'a.png', subfolder: '', type: 'input' })).toEqual(light)
  })

  test('gives two uploads of one name at the same time two names', async ({ expect }) => {
    const session = await startSession()
    const pictures = await Promise.all([1, 2, 3, 4].map((value) => greyPng(8, () => value)))
    const answers = await Promise.all(pictures.map((picture) => session.upload('a.png', picture)))
    const names = await Promise.all(answers.map(async (answer) => JSON.parse(await answer.text()).name))
    expect(new Set(names).size).toBe(4)
  })

  test.for([
    [{ subfolder: '../..' }, 'a.png'],
    [{ subfolder: '/etc' }, 'a.png'],
    [{}, '../../outside.png'],
    [{ type: 'elsewhere' }, 'a.png'],
  ] as const)('refuses to leave its folder: %j %s', async ([fields, filename], { expect }) => {
    const session = await startSession()
    const response = await session.upload(filename, await greyPng(8, () => 1), fields)
    expect(response.status).toBe(400)
    expect(await readdir(session.dataDir)).toEqual([])
  })

  test('refuses a request without a file', async ({ expect }) => {
    const session = await startSession()
    const form = new FormData()
    form.set('image', 'no file')
    const response = await fetch(`${session.url}/upload/image`, { method: 'POST', body: form })
    expect(response.status).toBe(400)
  })
})

describe('GET /view', () => {
  async function withPicture() {
    const session = await startSession()
    const picture = await greyPng(8, () => 77)
    await session.upload('a.png', picture, { subfolder: 'sub', type: 'output' })
    return {
      picture,
      view: (query: string, init?: RequestInit) => fetch(`${session.url}/api/view?${query}`, init),
    }
  }

  test('gives the bytes, from output unless told otherwise', async ({ expect }) => {
    const { view, picture } = await withPicture()
    const response = await view('filename=a.png&subfolder=sub')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(picture)
    expect((await view('filename=a.png&subfolder=sub&type=input')).status).toBe(404)
  })

  test('gives a part, and nothing when the client has it', async ({ expect }) => {
    const { view, picture } = await withPicture()
    const part = await view('filename=a.png&subfolder=sub', { headers: { range: 'bytes=1-3' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 1-3/${picture.length}`)
    expect(await part.text()).toBe('PNG')
    const etag = part.headers.get('etag') ?? ''
    const known = await view('filename=a.png&subfolder=sub', { headers: { 'if-none-match': etag } })
    expect(known.status).toBe(304)
  })

  test('gives a small preview when asked', async ({ expect }) => {
    const { view } = await withPicture()
    const preview = await view('filename=a.png&subfolder=sub&preview=webp;50')
    expect(preview.headers.get('content-type')).toBe('image/webp')
  })

  test('refuses what leads out', async ({ expect }) => {
    const { view } = await withPicture()
    expect((await view('filename=../a.png')).status).toBe(400)
    expect((await view('filename=/etc/hostname')).status).toBe(400)
    expect((await view('filename=a.png&subfolder=../..')).status).toBe(403)
    expect((await view('filename=a.png&type=models')).status).toBe(400)
    expect((await view('subfolder=sub')).status).toBe(404)
  })
})
