import { afterEach, beforeEach, describe, test } from 'vitest'
import { openCallbackLine, signatureHeader } from '../src/callback.ts'
import { createGuardedFetch } from '../src/files/guarded-fetch.ts'
import { type FakeEdge, startFakeEdge } from './fake-edge.ts'
import { checkPhotoUnit } from './units.ts'

const quickly = { forMs: 5_000, pauseMs: 1, maxPauseMs: 2, random: () => 0 }
const retries = { started: quickly, heartbeat: { ...quickly, forMs: 0 }, finished: quickly }

describe('the callback', () => {
  let edge: FakeEdge
  beforeEach(async () => {
    edge = await startFakeEdge()
  })
  afterEach(() => edge.close())

  function openLine() {
    const unit = checkPhotoUnit(edge, Buffer.from('photo'))
    return openCallbackLine(createGuardedFetch([edge.host]), unit, retries)
  }

  test('signs time and body, so that neither can be exchanged', ({ expect }) => {
    // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac 'key of the callback, 32 characters'
    expect(signatureHeader('key of the callback, 32 characters', '{"a":1}', 1_700_000_000)).toBe(
      't=1700000000,v1=27f8c376b915c39f6f6ead28085c78fe742cf7aa67152b53c838ae7c55b900ec',
    )
  })

  test('repeats a result until the edge has recovered', async ({ expect }) => {
    edge.troubles.set('POST /callback', [503, 500, 502])
    await openLine().finished({ outcome: 'refused', reason: 'NO_FACE' })
    expect(edge.heard.map(({ event }) => event)).toEqual(['finished'])
  })

  test('takes a refusal as the last word', async ({ expect }) => {
    edge.troubles.set('POST /callback', [401])
    const sending = openLine().finished({ outcome: 'refused', reason: 'NO_FACE' })
    await expect(sending).rejects.toMatchObject({ code: 'CALLBACK_REFUSED' })
    expect(edge.heard).toEqual([])
  })

  test('hears from each answer whether the work is still wanted', async ({ expect }) => {
    const line = openLine()
    expect(await line.started()).toBe(true)
    edge.proceed = () => false
    expect(await line.heartbeat(0.5)).toBe(false)
    expect(edge.heard.at(-1)).toMatchObject({ event: 'heartbeat', progress: 0.5, attempt: 1 })
  })
})
