import { once } from 'node:events'
import { describe, test } from 'vitest'
import { WebSocket } from 'ws'
import { startSession } from './comfy-session.ts'
import { sampleGraph } from './sample-graph.ts'

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
