import { describe, test } from 'vitest'
import type { ApiGraph } from '../src/graph/api-graph.ts'
import { greyPng, startSession } from './comfy-session.ts'
import { sampleGraph, typesOf } from './sample-graph.ts'

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

  test('notices that a file of the same name has other bytes', async ({ expect }) => {
    const session = await startSession()
    const graph: ApiGraph = {
      load: { class_type: 'LoadImage', inputs: { image: 'photo.png' } },
      save: { class_type: 'SaveImage', inputs: { images: ['load', 0], filename_prefix: 'copy' } },
    }
    await session.upload('photo.png', await greyPng(8, () => 10))
    await session.run(graph)
    await session.upload('photo.png', await greyPng(8, () => 20), { overwrite: 'true' })
    const { history } = await session.run(graph)
    expect(new Set(await session.pixelsOf(history, 'save'))).toEqual(new Set([20]))
  })

  test('is dropped by POST /free', async ({ expect }) => {
    const session = await startSession()
    await session.run(sampleGraph())
    expect((await session.post('/free', { unload_models: true, free_memory: true })).status).toBe(200)
    const { history } = await session.run(sampleGraph())
    expect(history.outputs['save']?.images[0]?.filename).toBe('page_00002_.png')
  })
})
