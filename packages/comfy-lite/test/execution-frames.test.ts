import { describe, test } from 'vitest'
import { startSession } from './comfy-session.ts'
import { endlessGraph, isStep, sampleGraph, typesOf } from './sample-graph.ts'

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
