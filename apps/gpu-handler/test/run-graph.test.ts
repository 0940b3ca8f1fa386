import { describe, test } from 'vitest'
import { type ComfyHttp, ComfyUnreachable, createComfyHttp } from '../src/comfy/comfy-http.ts'
import { runGraph } from '../src/comfy/run-graph.ts'
import { waitForComfy } from '../src/comfy/wait-for-comfy.ts'
import { otherGraph } from './other-graph.ts'
import { startSilentServer } from './silent-server.ts'
import { waitUntil } from './wait-until.ts'
import { openWorkplace } from './workplace.ts'

const never = new AbortController().signal

function runOther(comfy: ComfyHttp, change: { signal?: AbortSignal; timeoutMs?: number } = {}) {
  const prepare = () => otherGraph(comfy)
  return runGraph(comfy, { prepare, onProgress: () => {}, signal: never, silenceMs: 50, ...change })
}

describe('a run in ComfyUI', () => {
  for (const falls of ['before-handshake', 'after-handshake'] as const) {
    test(`comes to its end although its WebSocket hangs ${falls.replace('-', ' the ')}`, async ({
      expect,
    }) => {
      await using place = await openWorkplace()
      await using silent = await startSilentServer(falls)
      const comfy = { ...createComfyHttp(place.comfy.url), url: silent.url }
      const outputs = await runOther(comfy)
      expect(Object.values(outputs).flatMap(({ images }) => images ?? [])).toHaveLength(1)
      expect(silent.asked()).toBeGreaterThan(0)
    })
  }

  test('reports progress that only grows, from ComfyUI’s events', async ({ expect }) => {
    await using place = await openWorkplace()
    const comfy = createComfyHttp(place.comfy.url)
    const heard: number[] = []
    const onProgress = (fraction: number) => heard.push(fraction)
    await runGraph(comfy, { prepare: () => otherGraph(comfy), onProgress, signal: never })
    expect(heard.length).toBeGreaterThanOrEqual(25)
    expect(heard.toSorted((a, b) => a - b)).toEqual(heard)
    expect(heard.at(-1)).toBe(1)
  })

  test('that takes too long is stopped in ComfyUI too', async ({ expect }) => {
    await using place = await openWorkplace({ stepDelayMs: 100 })
    const comfy = createComfyHttp(place.comfy.url)
    const running = runOther(comfy, { timeoutMs: 500 })
    await expect(running).rejects.toMatchObject({ code: 'ENGINE_TIMEOUT', retryable: true })
    expect(await everything(place.comfy.url)).toEqual({ history: {}, queued: 0 })
  })

  test('that is cancelled leaves neither a queue entry nor its texts in the history', async ({ expect }) => {
    await using place = await openWorkplace({ stepDelayMs: 100 })
    const comfy = createComfyHttp(place.comfy.url)
    const stop = new AbortController()
    const running = runOther(comfy, { signal: stop.signal })
    await waitUntil(async () => (await everything(place.comfy.url)).queued === 1)
    stop.abort(new Error('cancelled'))
    await expect(running).rejects.toThrow('cancelled')
    expect(await everything(place.comfy.url)).toEqual({ history: {}, queued: 0 })
  })

  test('is handed in once when the answer to its submission was lost', async ({ expect }) => {
    await using place = await openWorkplace()
    const comfy = createComfyHttp(place.comfy.url)
    let submissions = 0
    const forgetful: ComfyHttp = {
      ...comfy,
      async submit(graph, promptId, clientId, signal) {
        submissions++
        await comfy.submit(graph, promptId, clientId, signal)
        throw new ComfyUnreachable('the answer was lost')
      },
    }
    await runOther(forgetful)
    expect(submissions).toBe(1)
  })

  test('that ComfyUI forgets twice ends as lost, to be tried on another machine', async ({ expect }) => {
    await using place = await openWorkplace()
    const comfy = createComfyHttp(place.comfy.url)
    let submissions = 0
    const amnesiac: ComfyHttp = {
      ...comfy,
      async submit() {
        submissions++
      },
    }
    await expect(runOther(amnesiac)).rejects.toMatchObject({ code: 'ENGINE_LOST_RUN', retryable: true })
    expect(submissions).toBe(2)
  })
})

describe('a worker that starts before its ComfyUI', () => {
  test('waits until it answers', async ({ expect }) => {
    await using place = await openWorkplace()
    const comfy = createComfyHttp(place.comfy.url)
    let refusals = 2
    const starting: ComfyHttp = {
      ...comfy,
      async version(signal) {
        if (refusals-- > 0) throw new ComfyUnreachable('still starting')
        return comfy.version(signal)
      },
    }
    expect(await waitForComfy(starting)).toContain('comfy-lite')
  })

  test('gives up in the end, so that the machine is started anew', async ({ expect }) => {
    const absent = createComfyHttp('http://127.0.0.1:1')
    await expect(waitForComfy(absent, 30)).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})

async function everything(comfyUrl: string) {
  const history: unknown = await (await fetch(`${comfyUrl}/history`)).json()
  const answer = await fetch(`${comfyUrl}/prompt`)
  const { exec_info } = (await answer.json()) as { exec_info: { queue_remaining: number } }
  return { history, queued: exec_info.queue_remaining }
}
