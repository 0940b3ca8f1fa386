import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { createComfyHttp } from '../src/comfy/comfy-http.ts'
import { createJobHandler } from '../src/handle-job.ts'
import { drawArt } from './book-art.ts'
import { freePort, startComfyProcess } from './comfy-process.ts'
import { startFakeEdge } from './fake-edge.ts'
import { otherGraph } from './other-graph.ts'
import { bookPageUnit, jobContext, makeWorkshop, readPortrait } from './units.ts'
import { waitUntil } from './wait-until.ts'
import { openWorkplace } from './workplace.ts'

/** A test takes a second or two; on a machine that does ten other things it may take a minute. */
const PATIENCE = { timeout: 300_000 }
const waitLong = (holds: () => Promise<boolean>) => waitUntil(holds, 120)

/** A connection kept open for later may be closed just when the next question is sent. */
const ask = (url: string) => fetch(url, { headers: { connection: 'close' } })

async function runningPrompts(comfyUrl: string): Promise<string[]> {
  const answer = await ask(`${comfyUrl}/queue`)
  const { queue_running } = (await answer.json()) as { queue_running: [number, string][] }
  return queue_running.map(([, id]) => id)
}

describe('a page that is interrupted', PATIENCE, () => {
  test('is not begun when the edge does not want it', async ({ expect }) => {
    await using place = await openWorkplace()
    place.edge.proceed = () => false
    const handle = createJobHandler(makeWorkshop(place.edge, place.folder, place.comfy.url))
    const unit = bookPageUnit(place.edge, await drawArt(), await readPortrait())
    const note = await handle({ id: 'job', input: unit }, jobContext())
    expect(note).toMatchObject({ outcome: 'not wanted' })
    expect(place.edge.heard.map(({ event }) => event)).toEqual(['started'])
    expect(place.edge.files.has('/out/page.png')).toBe(false)
  })

  test('stops in ComfyUI, without a result, when a heartbeat hears that it is not wanted', async ({
    expect,
  }) => {
    await using place = await openWorkplace({ stepDelayMs: 200 })
    const handle = createJobHandler(makeWorkshop(place.edge, place.folder, place.comfy.url))
    const unit = bookPageUnit(place.edge, await drawArt(), await readPortrait())
    const ending = handle({ id: 'job', input: unit }, jobContext())
    await waitLong(async () => (await runningPrompts(place.comfy.url)).length > 0)
    place.edge.proceed = () => false
    expect(await ending).toMatchObject({ outcome: 'not wanted' })
    await waitLong(async () => (await runningPrompts(place.comfy.url)).length === 0)
    expect(place.edge.heard.some(({ event }) => event === 'finished')).toBe(false)
    expect(place.edge.files.has('/out/page.png')).toBe(false)
  })

  test('leaves another prompt in peace when RunPod cancels it, and reports that it may be tried again', async ({
    expect,
  }) => {
    await using place = await openWorkplace({ stepDelayMs: 200 })
    const { comfy, edge } = place
    const http = createComfyHttp(comfy.url)
    const otherId = crypto.randomUUID()
    const other = await otherGraph(http)
    // Just before the handler's first prompt, so that the other one still runs when that is handed in.
    const goSecond: typeof http = {
      ...http,
      submit: async (...prompt) => {
        await http.submit(other, otherId, 'somebody-else')
        await waitLong(async () => (await runningPrompts(comfy.url)).includes(otherId))
        return http.submit(...prompt)
      },
    }
    const stop = new AbortController()
    const handle = createJobHandler({ ...makeWorkshop(edge, place.folder, comfy.url), comfy: goSecond })
    const unit = bookPageUnit(edge, await drawArt(), await readPortrait())
    const ending = handle({ id: 'job', input: unit }, jobContext(stop.signal))
    await waitLong(async () => (await queueLength(comfy.url)) === 2)
    stop.abort()
    await ending
    expect(edge.heard.at(-1)).toMatchObject({
      result: { outcome: 'failed', code: 'WORKER_STOPPED', retryable: true },
    })
    await waitLong(async () => (await http.history(otherId)) !== undefined)
    expect((await http.history(otherId))?.status.status_str).toBe('success')
    expect(await queueLength(comfy.url)).toBe(0)
  })

  test('is uploaded and painted again when ComfyUI was killed and has forgotten everything', async ({
    expect,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'gpu-handler-'))
    const edge = await startFakeEdge()
    const port = await freePort()
    const first = await startComfyProcess(port, join(folder, 'first'))
    const handle = createJobHandler(makeWorkshop(edge, folder, first.url))
    const unit = bookPageUnit(edge, await drawArt(), await readPortrait())
    const ending = handle({ id: 'job', input: unit }, jobContext())
    await waitLong(async () => (await runningPrompts(first.url)).length > 0)
    await first.kill()
    const second = await startComfyProcess(port, join(folder, 'second'))
    try {
      expect(await ending).toMatchObject({ outcome: 'made' })
      expect(edge.files.has('/out/page.png')).toBe(true)
    } finally {
      await second.kill()
      await edge.close()
      await rm(folder, { recursive: true })
    }
  })
})

async function queueLength(comfyUrl: string): Promise<number> {
  const answer = await ask(`${comfyUrl}/prompt`)
  const { exec_info } = (await answer.json()) as { exec_info: { queue_remaining: number } }
  return exec_info.queue_remaining
}
