import { test } from 'vitest'
import { instantClock, quietEnv, scriptedFetch } from './scripted-server.ts'
import { eventually, gate, givenWorker } from './started-things.ts'

const oneJob = () => Response.json({ id: 'job-1', input: {} })

test('a result survives 500, 502 and a reset connection, with waits of 2, 3 and 5 seconds', async ({
  expect,
}) => {
  const { clock, sleeps } = instantClock()
  const server = scriptedFetch({ takes: [oneJob], posts: [500, 502, 'reset', 200] })
  givenWorker({ env: quietEnv, handler: async () => 'painted', fetch: server.fetch, clock })

  await eventually(() => (server.posted.length === 4 && server.takeCalls() === 2 ? true : undefined))

  expect(server.posted.map(({ body }) => body)).toEqual(
    Array.from({ length: 4 }, () => ({ output: 'painted' })),
  )
  expect(sleeps).toEqual([2000, 3000, 5000])
})

test('an outage far longer than the stock worker bears does not lose the result', async ({ expect }) => {
  const { clock } = instantClock()
  const server = scriptedFetch({ takes: [oneJob], posts: Array.from({ length: 15 }, () => 503) })
  givenWorker({ env: quietEnv, handler: async () => 'painted', fetch: server.fetch, clock })

  await eventually(() => (server.posted.length === 16 ? true : undefined))

  expect(server.posted.at(-1)?.body).toEqual({ output: 'painted' })
})

for (const status of [400, 413]) {
  test(`a result refused with ${status} is not repeated; a small failure is told instead`, async ({
    expect,
  }) => {
    const { clock, sleeps } = instantClock()
    const server = scriptedFetch({ takes: [oneJob], posts: [status] })
    givenWorker({ env: quietEnv, handler: async () => 'painted', fetch: server.fetch, clock })

    await eventually(() => (server.takeCalls() === 2 ? true : undefined))

    expect(server.posted).toHaveLength(2)
    expect(server.posted[1]?.body).toEqual({ error: expect.stringContaining(`HTTP ${status}`) })
    expect(sleeps).toEqual([])
  })
}

test('a result over the limit is measured as JSON and becomes a failure that says so, before it is sent', async ({
  expect,
}) => {
  const server = scriptedFetch({ takes: [oneJob] })
  const { clock } = instantClock()
  // 40 foxes are 40 characters to some counts, 160 bytes on the wire.
  givenWorker({
    env: quietEnv,
    handler: async () => '🦊'.repeat(40),
    maxResultBytes: 150,
    fetch: server.fetch,
    clock,
  })

  const [post] = await eventually(() => (server.posted.length > 0 ? server.posted : undefined))

  expect(post?.body).toEqual({ error: expect.stringMatching(/ResultTooLarge.*173 bytes.*150/) })
})

test('a stopped job posts nothing, even when its handler returns all the same', async ({ expect }) => {
  const { clock } = instantClock()
  const returned = gate()
  const server = scriptedFetch({ takes: [oneJob], stops: [['other'], ['job-1']] })
  const { logLines } = givenWorker({
    env: quietEnv,
    handler: async (_job, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      returned.resolve()
      return 'unwanted'
    },
    fetch: server.fetch,
    clock,
  })

  await returned.promise
  await eventually(() => (server.takeCalls() === 2 ? true : undefined))

  expect(server.posted).toEqual([])
  expect(logLines.map((line) => JSON.parse(line))).toContainEqual({
    requestId: 'job-1',
    message: 'stopped by the server; no result is posted',
    level: 'INFO',
  })
})

test('a job handed out again while it runs is run once', async ({ expect }) => {
  const { clock, sleeps } = instantClock()
  const finish = gate()
  let runs = 0
  const server = scriptedFetch({ takes: [oneJob, oneJob, oneJob] })
  givenWorker({
    env: quietEnv,
    concurrency: 2,
    handler: async () => {
      runs += 1
      await finish.promise
      return 'once'
    },
    fetch: server.fetch,
    clock,
  })

  await eventually(() => (server.takeCalls() === 4 ? true : undefined))
  // A server that repeats itself at once is paced like one that has nothing.
  expect(sleeps.length).toBe(2)
  finish.resolve()
  await eventually(() => (server.posted.length > 0 ? true : undefined))

  expect(runs).toBe(1)
  expect(server.posted).toHaveLength(1)
})

test('a handler that asks for a fresh worker ends this one after its result, with no further take', async ({
  expect,
}) => {
  const server = scriptedFetch({ takes: [oneJob, oneJob] })
  const { worker } = givenWorker({
    env: quietEnv,
    handler: async () => ({ refresh_worker: true, page: 1 }),
    fetch: server.fetch,
  })

  await worker.done

  expect(server.posted.map(({ body }) => body)).toEqual([{ output: { page: 1 }, stopPod: true }])
  expect(server.takeCalls()).toBe(1)
})

test('a worker without take or done template does not start', ({ expect }) => {
  expect(() => givenWorker({ env: {}, handler: async () => null })).toThrow(/RUNPOD_WEBHOOK_GET_JOB/)
})
