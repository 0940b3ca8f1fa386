import { once } from 'node:events'
import { describe, test } from 'vitest'
import { WebSocket } from 'ws'
import type { ApiGraph } from '../src/graph/api-graph.ts'
import { type Frame, startSession } from './comfy-session.ts'

/** Samples a grey picture; every node is needed by the one output. */
function sampleGraph(seed = 1): ApiGraph {
  return {
    model: {
      class_type: 'UNETLoader',
      inputs: { unet_name: 'flux1-dev.safetensors', weight_dtype: 'default' },
    },
    clip: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sd_xl_base_1.0.safetensors' } },
    text: { class_type: 'CLIPTextEncode', inputs: { text: 'a secret prompt', clip: ['clip', 1] } },
    latent: { class_type: 'EmptyLatentImage', inputs: { width: 32, height: 32, batch_size: 1 } },
    sample: {
      class_type: 'KSampler',
      inputs: {
        model: ['model', 0],
        seed,
        steps: 3,
        cfg: 1,
        sampler_name: 'euler',
        scheduler: 'simple',
        positive: ['text', 0],
        negative: ['text', 0],
        latent_image: ['latent', 0],
        denoise: 1,
      },
    },
    decode: { class_type: 'VAEDecode', inputs: { samples: ['sample', 0], vae: ['clip', 2] } },
    save: { class_type: 'SaveImage', inputs: { images: ['decode', 0], filename_prefix: 'page' } },
  }
}

/** A graph that keeps the queue busy until it is interrupted. */
function endlessGraph(): ApiGraph {
  const graph = sampleGraph()
  Object.assign(graph['sample']?.inputs ?? {}, { steps: 10_000 })
  return graph
}

const isStep = (frame: Frame) => frame.type === 'progress'
const typesOf = (frames: Frame[]) => frames.map((frame) => frame.type)

describe('the frames of a run', () => {
  test('come in the order of ComfyUI, and the history can be read when node is null', async ({ expect }) => {
    const session = await startSession()
    const client = await session.connect()
    const promptId = await session.submit(sampleGraph(), { client_id: client.id })
    await client.ended(promptId)
    const told = typesOf(client.frames).filter((type) => type !== 'status' && type !== 'feature_flags')
    expect(told.slice(0, 4)).toEqual(['execution_start', 'execution_cached', 'progress_state', 'executing'])
    expect(told.slice(-4)).toEqual(['executed', 'progress_state', 'execution_success', 'executing'])
    expect(await session.historyOf(promptId)).toMatchObject({
      status: { status_str: 'success', completed: true },
      meta: { save: { node_id: 'save' } },
    })
  })

  test('name every node once, after all that it needs', async ({ expect }) => {
    const session = await startSession()
    const { client } = await session.run(sampleGraph())
    const order = client.frames.filter(({ type }) => type === 'executing').map(({ data }) => data['node'])
    expect(order.toSorted()).toEqual([...Object.keys(sampleGraph()), null].toSorted())
    expect(order.indexOf('sample')).toBeGreaterThan(order.indexOf('latent'))
    expect(order.slice(-3)).toEqual(['decode', 'save', null])
  })

  test('count the steps of the sampler', async ({ expect }) => {
    const session = await startSession()
    const { client, promptId } = await session.run(sampleGraph())
    expect(client.frames.filter(isStep).map(({ data }) => data)).toEqual(
      [1, 2, 3].map((value) => ({ value, max: 3, prompt_id: promptId, node: 'sample' })),
    )
    const states = client.frames.filter(({ type }) => type === 'progress_state')
    expect(states.at(-1)?.data).toMatchObject({ nodes: { sample: { state: 'finished', node_id: 'sample' } } })
  })

  test('reach only the client that asked; others hear the queue', async ({ expect }) => {
    const session = await startSession()
    const bystander = await session.connect()
    await session.run(sampleGraph())
    expect(new Set(typesOf(bystander.frames))).toEqual(new Set(['status', 'feature_flags']))
  })

  test('go to the last socket that used a client id', async ({ expect }) => {
    const session = await startSession()
    const first = await session.connect('same-id')
    const second = await session.connect('same-id')
    await second.ended(await session.submit(sampleGraph(), { client_id: 'same-id' }))
    expect(first.frames.some(isStep)).toBe(false)
    expect(second.frames.some(isStep)).toBe(true)
  })

  test('start for a client that comes back with the node that is running', async ({ expect }) => {
    const session = await startSession({ stepDelayMs: 1 })
    const before = await session.connect('returning')
    await session.submit(endlessGraph(), { client_id: 'returning' })
    await before.sawFrame(isStep)
    const after = await session.connect('returning')
    expect(after.frames.find(({ type }) => type === 'executing')?.data).toEqual({ node: 'sample' })
  })
})

describe('previews', () => {
  const isJpeg = (bytes: Buffer | undefined) => bytes?.readUInt16BE(0) === 0xffd8

  test('carry metadata for a client that can read it', async ({ expect }) => {
    const session = await startSession()
    const { client, promptId } = await session.run(sampleGraph(), { extra_data: { preview_method: 'auto' } })
    expect(client.binary).toHaveLength(3)
    const frame = client.binary[0]
    expect(frame?.readUInt32BE(0)).toBe(4)
    const end = 8 + (frame?.readUInt32BE(4) ?? 0)
    expect(JSON.parse(String(frame?.subarray(8, end)))).toMatchObject({
      node_id: 'sample',
      prompt_id: promptId,
      image_type: 'image/jpeg',
    })
    expect(isJpeg(frame?.subarray(end))).toBe(true)
  })

  test('are plain pictures for any other client', async ({ expect }) => {
    const session = await startSession()
    const client = await session.connect('plain', false)
    const extra = { client_id: client.id, extra_data: { preview_method: 'latent2rgb' } }
    await client.ended(await session.submit(sampleGraph(), extra))
    const frame = client.binary[0]
    expect([frame?.readUInt32BE(0), frame?.readUInt32BE(4)]).toEqual([1, 1])
    expect(isJpeg(frame?.subarray(8))).toBe(true)
  })

  test('are not made unless asked for', async ({ expect }) => {
    const session = await startSession()
    const { client } = await session.run(sampleGraph())
    expect(client.binary).toEqual([])
  })
})

describe('the cache', () => {
  test('answers an identical prompt with the old file and tells which nodes it knew', async ({ expect }) => {
    const session = await startSession()
    const first = await session.run(sampleGraph())
    const second = await session.run(sampleGraph())
    expect(second.history.outputs).toEqual(first.history.outputs)
    const cached = second.client.frames.find(({ type }) => type === 'execution_cached')
    expect(cached?.data['nodes']).toHaveLength(Object.keys(sampleGraph()).length)
    const types = typesOf(second.client.frames)
    expect(types).toContain('executed')
    expect(types.filter((type) => type === 'executing')).toHaveLength(1)
  })

  test('runs only what a new seed changes, into a new file', async ({ expect }) => {
    const session = await startSession()
    await session.run(sampleGraph(1))
    const { client, history } = await session.run(sampleGraph(2))
    const ran = client.frames.filter(({ type }) => type === 'executing').map(({ data }) => data['node'])
    expect(ran).toEqual(['sample', 'decode', 'save', null])
    expect(history.outputs['save']?.images[0]?.filename).toBe('page_00002_.png')
  })

  test('remembers the last prompt only', async ({ expect }) => {
    const session = await startSession()
    await session.run(sampleGraph(1))
    await session.run(sampleGraph(2))
    const { history } = await session.run(sampleGraph(1))
    expect(history.outputs['save']?.images[0]?.filename).toBe('page_00003_.png')
  })

  test('is dropped by POST /free', async ({ expect }) => {
    const session = await startSession()
    await session.run(sampleGraph())
    expect((await session.post('/free', { unload_models: true, free_memory: true })).status).toBe(200)
    const { history } = await session.run(sampleGraph())
    expect(history.outputs['save']?.images[0]?.filename).toBe('page_00002_.png')
  })
})

describe('interrupts and the queue', () => {
  test('an interrupt by id stops between two steps and counts as an error in the history', async ({
    expect,
  }) => {
    const session = await startSession({ stepDelayMs: 1 })
    const client = await session.connect()
    const promptId = await session.submit(endlessGraph(), { client_id: client.id })
    await client.sawFrame(isStep)
    await session.post('/interrupt', { prompt_id: crypto.randomUUID() })
    expect((await session.getJson('/queue')).queue_running).toHaveLength(1)
    await session.post('/api/interrupt', { prompt_id: promptId })
    await client.ended(promptId)
    const history = await session.historyOf(promptId)
    expect(history?.status).toMatchObject({ status_str: 'error', completed: false })
    expect(history?.status.messages.at(-1)).toMatchObject(['execution_interrupted', { node_id: 'sample' }])
    expect(typesOf(client.frames)).toContain('execution_interrupted')
  })

  test('an interrupt without an id stops whatever runs, and the next prompt runs', async ({ expect }) => {
    const session = await startSession({ stepDelayMs: 1 })
    const client = await session.connect()
    const promptId = await session.submit(endlessGraph(), { client_id: client.id })
    await client.sawFrame(isStep)
    expect((await fetch(`${session.url}/interrupt`, { method: 'POST' })).status).toBe(200)
    await client.ended(promptId)
    const { history } = await session.run(sampleGraph())
    expect(history.status.status_str).toBe('success')
  })

  test('a waiting prompt can be deleted, a running one cannot', async ({ expect }) => {
    const session = await startSession({ stepDelayMs: 1 })
    const client = await session.connect()
    const running = await session.submit(endlessGraph(), { client_id: client.id })
    const waiting = await session.submit(sampleGraph(5))
    await client.sawFrame(isStep)
    expect(await session.getJson('/prompt')).toEqual({ exec_info: { queue_remaining: 2 } })
    await session.post('/queue', { delete: [running, waiting] })
    const queue = await session.getJson('/queue')
    expect(queue.queue_running.map((item: unknown[]) => item[1])).toEqual([running])
    expect(queue.queue_pending).toEqual([])
    await session.post('/interrupt', {})
    await client.ended(running)
    expect(await session.getJson(`/history/${waiting}`)).toEqual({})
  })

  test('front goes before what waits, and a number decides by itself', async ({ expect }) => {
    const session = await startSession({ stepDelayMs: 1 })
    const client = await session.connect()
    const running = await session.submit(endlessGraph(), { client_id: client.id })
    const plain = await session.submit(sampleGraph(5))
    const front = await session.submit(sampleGraph(6), { front: true })
    const middle = await session.submit(sampleGraph(7), { number: 0.5 })
    const { queue_pending } = await session.getJson('/queue')
    expect(queue_pending.map((item: unknown[]) => item[1])).toEqual([front, middle, plain])
    await session.post('/queue', { clear: true })
    await session.post('/interrupt', {})
    await client.ended(running)
  })
})

describe('privacy', () => {
  test('deleted history is gone, and nothing of a prompt is logged', async ({ expect }) => {
    const session = await startSession()
    const { promptId } = await session.run(sampleGraph())
    const kept = await session.run(sampleGraph(2))
    await session.post('/history', { delete: [promptId] })
    expect(Object.keys(await session.getJson('/history'))).toEqual([kept.promptId])
    await session.post('/history', { clear: true })
    expect(await session.getJson('/history')).toEqual({})
    expect(session.logged.length).toBeGreaterThan(0)
    expect(session.logged.join()).not.toContain('secret')
    expect(session.logged.join()).not.toContain('page')
  })

  test('a web page of another host is refused', async ({ expect }) => {
    const session = await startSession()
    const foreign = await fetch(`${session.url}/queue`, { headers: { origin: 'http://shop.example' } })
    expect(foreign.status).toBe(403)
    const own = await fetch(`${session.url}/queue`, { headers: { origin: session.url } })
    expect(own.status).toBe(200)
    const socket = new WebSocket(`${session.url.replace('http', 'ws')}/ws`, { origin: 'http://shop.example' })
    await expect(once(socket, 'open')).rejects.toThrow('403')
  })
})
