import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ComfyLiteOptions } from '@foxetales/comfy-lite/start-comfy-lite'
import type { UnitResult } from '@foxetales/shared-schemas/unit'
import { describe, test } from 'vitest'
import { createComfyHttp } from '../src/comfy/comfy-http.ts'
import { runGraph } from '../src/comfy/run-graph.ts'
import { createJobHandler } from '../src/handle-job.ts'
import { drawArt } from './book-art.ts'
import { editPrompts, type Prompt } from './edited-prompts.ts'
import { hungSampler, outOfMemory, tellsThePrompt, truncatedModel } from './engine-faults.ts'
import { otherGraph } from './other-graph.ts'
import { bookPageUnit, jobContext, makeWorkshop, readPortrait } from './units.ts'
import { waitUntil } from './wait-until.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/** Makes one page against the engine at `comfyUrl`, and tells what the edge heard and what was logged. */
async function makePage(place: Workplace, comfyUrl: string) {
  const handle = createJobHandler(makeWorkshop(place.edge, place.folder, comfyUrl, place.comfyFolder))
  const context = jobContext()
  const unit = bookPageUnit(place.edge, await drawArt(), await readPortrait())
  await handle({ id: 'job', input: unit }, context)
  const last = place.edge.heard.at(-1)
  return { result: last?.event === 'finished' ? last.result : undefined, logged: context.logged.join('\n') }
}

async function makePageWith(options: Partial<ComfyLiteOptions>): Promise<UnitResult | undefined> {
  await using place = await openWorkplace(options)
  return (await makePage(place, place.comfy.url)).result
}

async function makePageAfter(edit: (prompt: Prompt) => void): Promise<UnitResult | undefined> {
  await using place = await openWorkplace()
  await using edited = await editPrompts(place.comfy.url, edit)
  return (await makePage(place, edited.url)).result
}

const nodesOf = (prompt: Prompt, classType: string) =>
  Object.values(prompt).filter((node) => node.class_type === classType)

describe('an engine that breaks', { timeout: 120_000 }, () => {
  test('for want of memory fails the page for another try, and says where', async ({ expect }) => {
    expect(await makePageWith({ beforeNode: outOfMemory() })).toEqual({
      outcome: 'failed',
      code: 'GPU_OUT_OF_MEMORY',
      message: 'the GPU ran out of memory in KSampler',
      retryable: true,
    })
  })

  test('for want of memory once has it freed, so that the next try goes through', async ({ expect }) => {
    await using place = await openWorkplace({ beforeNode: outOfMemory(1) })
    const http = createComfyHttp(place.comfy.url)
    let freed = 0
    const counting = {
      ...http,
      free(signal?: AbortSignal) {
        freed += 1
        return http.free(signal)
      },
    }
    const graph = await otherGraph(http)
    const { signal } = new AbortController()
    const run = () => runGraph(counting, { prepare: async () => graph, onProgress: () => {}, signal })
    await expect(run()).rejects.toMatchObject({ code: 'GPU_OUT_OF_MEMORY', retryable: true })
    expect(freed).toBe(1)
    expect(Object.keys(await run())).not.toHaveLength(0)
  })

  test('on a truncated model names the loader', async ({ expect }) => {
    expect(await makePageWith({ beforeNode: truncatedModel })).toMatchObject({
      code: 'MODEL_MISSING',
      message: 'a model file of UNETLoader cannot be read',
    })
  })

  test('on a model that is not installed names the input', async ({ expect }) => {
    const result = await makePageAfter((prompt) => {
      for (const node of nodesOf(prompt, 'LoraLoaderModelOnly')) node.inputs['lora_name'] = 'gone.safetensors'
    })
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'MODEL_MISSING',
      message: 'lora_name of LoraLoaderModelOnly names a file that is not installed',
    })
  })

  test('in a part of the graph only, with status 200 and node_errors, paints nothing and keeps nothing', async ({
    expect,
  }) => {
    await using place = await openWorkplace()
    await using edited = await editPrompts(place.comfy.url, (prompt) => {
      if (nodesOf(prompt, 'KSampler').length === 0) return
      prompt['999'] = { class_type: 'SaveImage', inputs: { filename_prefix: 'broken' } }
    })
    const { result } = await makePage(place, edited.url)
    expect(result).toMatchObject({ outcome: 'failed', code: 'WORKFLOW_INVALID', retryable: false })
    expect(result?.outcome === 'failed' && result.message).toContain('required_input_missing')
    const queue = await (await fetch(`${place.comfy.url}/prompt`)).json()
    expect(queue).toEqual({ exec_info: { queue_remaining: 0 } })
    expect(place.edge.files.has('/out/page.png')).toBe(false)
  })

  test('by the hand of somebody who interrupts it, fails the page for another try', async ({ expect }) => {
    await using place = await openWorkplace({ stepDelayMs: 200 })
    const ending = makePage(place, place.comfy.url)
    await waitUntil(async () => {
      const answer = await fetch(`${place.comfy.url}/queue`)
      const { queue_running } = (await answer.json()) as { queue_running: [number, string, Prompt][] }
      return queue_running.some(([, , prompt]) => nodesOf(prompt, 'KSampler').length > 0)
    })
    await fetch(`${place.comfy.url}/interrupt`, { method: 'POST', body: '{}' })
    expect((await ending).result).toEqual({
      outcome: 'failed',
      code: 'ENGINE_INTERRUPTED',
      message: 'the picture engine was interrupted',
      retryable: true,
    })
  })

  test('in a sampler that hangs and hears no interrupt is given up in time', async ({ expect }) => {
    const hung = hungSampler()
    await using place = await openWorkplace({ beforeNode: hung.beforeNode })
    const http = createComfyHttp(place.comfy.url)
    const graph = await otherGraph(http)
    const { signal } = new AbortController()
    const run = runGraph(http, { prepare: async () => graph, onProgress: () => {}, signal, timeoutMs: 300 })
    await expect(run).rejects.toMatchObject({ code: 'ENGINE_TIMEOUT', retryable: true })
    hung.release()
  })

  test('with the prompt in its message passes none of it on, and leaves no file behind', async ({
    expect,
  }) => {
    await using place = await openWorkplace({ beforeNode: tellsThePrompt })
    const { result, logged } = await makePage(place, place.comfy.url)
    expect(result).toMatchObject({ outcome: 'failed', code: 'ENGINE_FAILED', retryable: true })
    expect(JSON.stringify(result) + logged).not.toMatch(/green hill/)
    expect(await filesUnder(place.comfyFolder)).toEqual([])
  })

  test('not at all, but knows the page already, gives the same page under a name of its own', async ({
    expect,
  }) => {
    await using place = await openWorkplace()
    const hashes = []
    for (const _ of [1, 2]) {
      place.edge.files.delete('/out/page.png')
      expect((await makePage(place, place.comfy.url)).result).toMatchObject({ outcome: 'made' })
      hashes.push(
        createHash('sha256')
          .update(place.edge.files.get('/out/page.png') ?? '')
          .digest('hex'),
      )
    }
    expect(hashes[0]).toBe(hashes[1])
    expect(await filesUnder(place.comfyFolder)).toEqual([])
  })
})

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
