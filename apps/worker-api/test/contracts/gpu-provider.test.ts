import type { UnitInput } from '@foxetales/shared-schemas/unit'
import { describe, test } from 'vitest'
import { runpodProvider } from '../../src/adapters/gpu/runpod.ts'
import type { GpuSubmission } from '../../src/ports/gpu-provider.ts'
import { playRunpod } from './vendors/play-runpod.ts'
import { json } from './vendors/wire.ts'

const endpoints = { gpu: 'ep-gpu', cpu: 'ep-cpu' }
const apiKey = 'rpa_contract'

function open(more: { timeoutMs?: number; apiKey?: string } = {}) {
  const vendor = playRunpod({ apiKey, endpoints: Object.values(endpoints) })
  const apiBase = 'http://localhost:4030/v2'
  const provider = runpodProvider({
    apiBase,
    apiKey,
    endpoints,
    fetch: vendor.fetch,
    timeoutMs: 5000,
    ...more,
  })
  return { vendor, provider }
}

const input: UnitInput = {
  kind: 'check-photo',
  unitId: 'unt_1',
  jobId: 'job_1',
  attempt: 2,
  callback: { url: 'https://api.example/callbacks/unit/t', secret: 's'.repeat(32), heartbeatMs: 5000 },
  photo: { url: 'https://api.example/files/t' },
}
const job: GpuSubmission = {
  pool: 'gpu',
  input,
  webhookUrl: 'https://api.example/callbacks/runpod/t',
  executionTimeoutMs: 300_000,
  ttlMs: 1_800_000,
}

describe('a unit at runpod', () => {
  test('becomes a job on its own pool’s endpoint, with its times and its hint', async ({ expect }) => {
    const { vendor, provider } = open()
    expect(await provider.submit(job)).toEqual({ providerRef: 'ep-gpu-1-u1' })
    expect(await provider.submit({ ...job, pool: 'cpu', webhookUrl: undefined })).toEqual({
      providerRef: 'ep-cpu-2-u1',
    })
    const policy = { executionTimeout: 300_000, ttl: 1_800_000 }
    expect(vendor.requests.map((request) => [request.path, JSON.parse(request.body)])).toEqual([
      ['/v2/ep-gpu/run', { input, policy, webhook: 'https://api.example/callbacks/runpod/t' }],
      ['/v2/ep-cpu/run', { input, policy }],
    ])
  })

  test.for([
    [{ status: 'IN_QUEUE' }, 'waiting'],
    [{ status: 'IN_PROGRESS', delayTime: 2000 }, 'running'],
    [{ status: 'COMPLETED', output: { outcome: 'made' } }, 'done'],
    [{ status: 'COMPLETED' }, 'failed'],
    [{ status: 'FAILED', error: 'out of memory' }, 'failed'],
    [{ status: 'TIMED_OUT' }, 'failed'],
    [{ status: 'CANCELLED' }, 'failed'],
  ] as const)('that is %j there is %s here', async ([there, here], { expect }) => {
    const { vendor, provider } = open()
    const { providerRef } = await provider.submit(job)
    vendor.jobs.set(providerRef, { id: providerRef, ...there })
    expect(await provider.look('gpu', providerRef)).toBe(here)
  })

  test('that runpod does not know, or no longer, is lost and not done', async ({ expect }) => {
    const { provider } = open()
    expect(await provider.look('gpu', 'never-seen')).toBe('lost')
  })

  test('can be cancelled, also when it is over or unknown', async ({ expect }) => {
    const { vendor, provider } = open()
    const { providerRef } = await provider.submit(job)
    await provider.cancel('gpu', providerRef)
    expect(vendor.jobs.get(providerRef)).toMatchObject({ status: 'CANCELLED' })
    vendor.jobs.set(providerRef, { id: providerRef, status: 'COMPLETED', output: {} })
    await expect(provider.cancel('gpu', providerRef)).resolves.toBeUndefined()
    await expect(provider.cancel('gpu', 'never-seen')).resolves.toBeUndefined()
  })
})

describe('runpod in trouble', () => {
  const unavailable = (ambiguous: boolean) => ({ code: 'GPU_PROVIDER_UNAVAILABLE', details: { ambiguous } })

  test('a job whose answer was lost is in doubt, and is not sent again', async ({ expect }) => {
    const { vendor, provider } = open()
    vendor.trouble.push('answer-lost')
    await expect(provider.submit(job)).rejects.toMatchObject(unavailable(true))
    expect(vendor.requests).toHaveLength(1)
    expect(vendor.jobs.size).toBe(1)
  })

  test('silence ends at the time limit, with the job in doubt', async ({ expect }) => {
    const { vendor, provider } = open({ timeoutMs: 5 })
    vendor.trouble.push('silence')
    await expect(provider.submit(job)).rejects.toMatchObject({
      code: 'GPU_PROVIDER_UNAVAILABLE',
      details: { reason: 'timeout', ambiguous: true },
    })
  })

  test.for([
    ['a server error', json(500, {}), true],
    ['an answer that is not JSON', new Response('<html>', { status: 200 }), true],
    ['an answer without an id', json(200, { status: 'IN_QUEUE' }), true],
    ['too many requests', json(429, {}), false],
  ] as const)(
    'after %s the error tells whether a job may exist all the same',
    async ([, answer, ambiguous], { expect }) => {
      const { vendor, provider } = open()
      vendor.trouble.push(answer.clone())
      await expect(provider.submit(job)).rejects.toMatchObject(unavailable(ambiguous))
    },
  )

  test('a key or an endpoint it does not know makes the work wait, with nothing in doubt', async ({
    expect,
  }) => {
    const wrongKey = open({ apiKey: 'rpa_other' })
    await expect(wrongKey.provider.submit(job)).rejects.toMatchObject(unavailable(false))
    const { vendor, provider } = open()
    vendor.trouble.push(new Response('', { status: 404 }))
    await expect(provider.submit(job)).rejects.toMatchObject(unavailable(false))
  })

  test('a job it finds wrong is refused', async ({ expect }) => {
    const { vendor, provider } = open()
    vendor.trouble.push(json(400, { error: 'payload too large' }))
    await expect(provider.submit(job)).rejects.toMatchObject({
      code: 'GPU_PROVIDER_REFUSED',
      retryable: false,
    })
  })

  test('a look or a cancel that failed leaves nothing in doubt', async ({ expect }) => {
    const { vendor, provider } = open()
    vendor.trouble.push('no-connection', json(502, {}), new Response('<html>'))
    await expect(provider.look('gpu', 'x')).rejects.toMatchObject(unavailable(false))
    await expect(provider.cancel('gpu', 'x')).rejects.toMatchObject(unavailable(false))
    await expect(provider.look('cpu', 'x')).rejects.toMatchObject(unavailable(false))
  })
})
