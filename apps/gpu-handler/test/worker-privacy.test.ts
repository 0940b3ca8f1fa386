import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { runpodEndpoint } from '@foxetales/runpod/endpoint-client/runpod-endpoint'
import { startLocalEndpoint } from '@foxetales/runpod/local-endpoint/start-local-endpoint'
import sharp from 'sharp'
import { test } from 'vitest'
import { drawArt } from './book-art.ts'
import { bookPageUnit, readPortrait } from './units.ts'
import { waitUntil } from './wait-until.ts'
import { openWorkplace } from './workplace.ts'

/**
 * The real program with folders of its own for everything a process writes: ComfyUI's, the template cache and the
 * temporary folder. What is on the disk after the job may only be template art.
 */
test('a worker that painted a page leaves no photo and no prompt on disk, in the pictures or in its log', {
  timeout: 120_000,
}, async ({ expect }) => {
  const comfyLog: string[] = []
  await using place = await openWorkplace({ log: (line) => comfyLog.push(line) })
  const { edge, folder, comfyFolder } = place
  const temporary = join(folder, 'tmp')
  await mkdir(temporary)
  const endpoint = await startLocalEndpoint({ port: 0, apiKey: 'key', endpointIds: ['gpu'] })
  const worker = spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url))], {
    cwd: temporary,
    env: {
      ...endpoint.workerEnv('worker-1', 'gpu'),
      ALLOWED_HOSTS: edge.host,
      COMFY_URL: place.comfy.url,
      COMFY_DIR: comfyFolder,
      CACHE_DIR: join(folder, 'cache'),
      TMPDIR: temporary,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = Promise.all([text(worker.stdout), text(worker.stderr)])
  const photo = await readPortrait()
  const art = await drawArt()
  const prompt = 'A child named Zuzanna-Perpetua stands on a green hill.'
  try {
    const client = runpodEndpoint({ baseUrl: endpoint.url, endpointId: 'gpu', apiKey: 'key' })
    await client.run({ input: { ...bookPageUnit(edge, art, photo), prompt } })
    await waitUntil(() => edge.heard.some(({ event }) => event === 'finished'), 90)
    expect(edge.heard.at(-1)).toMatchObject({ result: { outcome: 'made' } })
  } finally {
    const exited = once(worker, 'exit')
    worker.kill('SIGTERM')
    await exited
    await endpoint.close()
  }
  const kept = await filesUnder(folder)
  const artBytes = new Set(Object.values(art).map((bytes) => bytes.toString('base64')))
  const personal = kept.filter(({ bytes }) => !artBytes.has(bytes.toString('base64'))).map(({ path }) => path)
  expect(personal).toEqual([])
  expect(kept.length).toBeGreaterThan(0)

  for (const name of ['page.png', 'person.png', 'preview.webp', 'thumbnail.webp']) {
    const picture = edge.files.get(`/out/${name}`) ?? Buffer.alloc(0)
    expect(picture.length, name).toBeGreaterThan(0)
    expect(picture.includes('Zuzanna') || picture.includes('green hill'), name).toBe(false)
    const { exif, xmp, comments = [] } = await sharp(picture).metadata()
    expect({ exif, xmp }, name).toEqual({ exif: undefined, xmp: undefined })
    expect(JSON.stringify(comments), name).not.toMatch(/prompt|workflow/i)
  }
  const log = [...(await printed), ...comfyLog].join('\n')
  for (const secret of ['Zuzanna', 'green hill', edge.url, 'photo.jpg']) expect(log).not.toContain(secret)
  const history = await (await fetch(`${place.comfy.url}/history`)).json()
  expect(history).toEqual({})
})

async function filesUnder(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })))
}
