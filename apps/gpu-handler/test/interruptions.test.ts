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

async function runningPrompts(comfyUrl: string): Promise<string[]> {
  const answer = await fetch(`${comfyUrl}/queue`)
  const { queue_running } = (await answer.json()) as { queue_running: [number, string][] }
  return queue_running.map(([, id]) => id)
}

describe('a page that is interrupted', () => {
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
    await waitUntil(async () => (await runningPrompts(place.comfy.url)).length > 0)
    place.edge.proceed = () => false
    expect(await ending).toMatchObject({ outcome: 'not wanted' })
    await waitUntil(async () => (await runningPrompts(place.comfy.url)).length === 0)
    expect(place.edge.heard.some(({ event }) => event === 'finished')).toBe(false)
    expect(place.edge.files.has('/out/page.png')).toBe(false)
  })

  test('leaves another prompt in peace when RunPod cancels it, and reports that it may be tried again', async ({
    expect,
  }) => {
    await using place = await openWorkplace({ stepDelayMs: 100 })
    const { comfy, edge } = place
    const http = createComfyHttp(comfy.url)
    const otherId = crypto.randomUUID()
    await http.submit(await otherGraph(http), otherId, 'somebody-else')
    await waitUntil(async () => (await runningPrompts(comfy.url)).includes(otherId))

    const stop = new AbortController()
    const handle = createJobHandler(makeWorkshop(edge, place.folder, comfy.url))
    const unit = bookPageUnit(edge, await drawArt(), await readPortrait())
    const ending = handle({ id: 'job', input: unit }, jobContext(stop.signal))
    await waitUntil(async () => (await queueLength(comfy.url)) === 2)
    stop.abort()
    await ending
    expect(edge.heard.at(-1)).toMatchObject({
      result: { outcome: 'failed', code: 'WORKER_STOPPED', retryable: true },
    })
    await waitUntil(async () => (await http.history(otherId)) !== undefined)
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
    await waitUntil(async () => (await runningPrompts(first.url)).length > 0)
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
  const answer = await fetch(`${comfyUrl}/prompt`)
  const { exec_info } = (await answer.json()) as { exec_info: { queue_remaining: number } }
  return exec_info.queue_remaining
}
