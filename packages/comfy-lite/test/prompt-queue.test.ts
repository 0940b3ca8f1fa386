import { describe, test } from 'vitest'
import { startSession } from './comfy-session.ts'
import { endlessGraph, isStep, sampleGraph, typesOf } from './sample-graph.ts'

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
    const middle = await session.submit(sampleGraph(7), { number: 0.5, client_id: client.id })
    const last = await session.submit(sampleGraph(8), { client_id: client.id })
    const { queue_pending } = await session.getJson('/queue')
    expect(queue_pending.map((item: unknown[]) => item[1])).toEqual([front, middle, plain, last])
    await session.post('/interrupt', {})
    await client.ended(last)
    expect(Object.keys(await session.getJson('/history'))).toEqual([running, front, middle, plain, last])
  })
})
