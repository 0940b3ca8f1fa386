import runpodSdk from 'runpod-sdk'
import { test } from 'vitest'
import { eventually, gate, givenEndpoint, givenWorker } from './started-things.ts'

function stockClient(url: string, endpointId = 'gpu') {
  const endpoint = runpodSdk('test-key', { baseUrl: url }).endpoint(endpointId)
  if (endpoint === null) {
    throw new Error('the stock client made no endpoint')
  }
  return endpoint
}

test('a job submitted with the stock client runs on our worker and its output comes back', async ({
  expect,
}) => {
  const local = await givenEndpoint()
  givenWorker({
    env: local.workerEnv('worker-1'),
    handler: async (job) => ({ echo: job.input, sign: 'Füchse 🦊' }),
  })
  const client = stockClient(local.url)

  const submitted = await client.run({ input: { page: 7 } })
  const finished = await eventually(async () => {
    const answer = await client.status(submitted.id)
    return answer.status === 'COMPLETED' ? answer : undefined
  })

  expect(submitted.status).toBe('IN_QUEUE')
  expect(finished).toMatchObject({
    id: submitted.id,
    status: 'COMPLETED',
    workerId: 'worker-1',
    output: { echo: { page: 7 }, sign: 'Füchse 🦊' },
    completed: true,
    succeeded: true,
  })
})

test('the stock runSync call returns the finished job, or the failure its handler threw', async ({
  expect,
}) => {
  const local = await givenEndpoint()
  givenWorker({
    env: local.workerEnv('worker-1'),
    handler: async (job) => {
      if (job.input === 'break') {
        throw new RangeError('no such page')
      }
      return [1, 2, 3]
    },
  })
  const client = stockClient(local.url)

  const good = await client.runSync({ input: 'count' })
  const bad = await client.runSync({ input: 'break' })

  expect(good).toMatchObject({ status: 'COMPLETED', output: [1, 2, 3], succeeded: true })
  expect(bad).toMatchObject({ status: 'FAILED', succeeded: false })
  const report: unknown = JSON.parse(String(Reflect.get(bad, 'error')))
  expect(report).toMatchObject({
    error_type: 'RangeError',
    error_message: 'no such page',
    worker_id: 'worker-1',
  })
})

test('each endpoint id has its own queue and its own workers', async ({ expect }) => {
  const local = await givenEndpoint()
  givenWorker({ env: local.workerEnv('cpu-worker', 'cpu'), handler: async () => 'from cpu' })

  const waiting = await stockClient(local.url, 'gpu').run({ input: 1 })
  const ran = await stockClient(local.url, 'cpu').runSync({ input: 1 })
  const stillWaiting = await stockClient(local.url, 'gpu').status(waiting.id)

  expect(ran.output).toBe('from cpu')
  expect(stillWaiting.status).toBe('IN_QUEUE')
})

test('cancelling a running job aborts its handler, and the worker goes on to the next job', async ({
  expect,
}) => {
  const local = await givenEndpoint()
  const started = gate()
  const aborted = gate<boolean>()
  givenWorker({
    env: local.workerEnv('worker-1'),
    handler: async (job, { signal }) => {
      if (job.input === 'next') {
        return 'done'
      }
      started.resolve()
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      aborted.resolve(signal.aborted)
      return 'a result nobody wants'
    },
  })
  const client = stockClient(local.url)

  const { id } = await client.run({ input: 'long' })
  await started.promise
  const cancelled = await client.cancel(id)

  expect(cancelled).toMatchObject({ id, status: 'CANCELLED' })
  expect(await aborted.promise).toBe(true)
  expect(await client.runSync({ input: 'next' })).toMatchObject({ output: 'done' })
  expect(await client.status(id)).not.toHaveProperty('output')
})

test('progress is what status shows as output until the result replaces it', async ({ expect }) => {
  const local = await givenEndpoint()
  const finish = gate()
  givenWorker({
    env: local.workerEnv('worker-1'),
    handler: async (_job, { progress }) => {
      progress({ step: 3, of: 25 })
      await finish.promise
      return { step: 'all' }
    },
  })
  const client = stockClient(local.url)

  const { id } = await client.run({ input: {} })
  const underWay = await eventually(async () => {
    const answer = await client.status(id)
    return 'output' in answer ? answer : undefined
  })
  finish.resolve()
  const finished = await client.statusSync(id)

  expect(underWay).toMatchObject({ status: 'IN_PROGRESS', output: { step: 3, of: 25 } })
  expect(finished).toMatchObject({ status: 'COMPLETED', output: { step: 'all' } })
})

test('purge removes what waits, and health counts jobs and workers', async ({ expect }) => {
  const local = await givenEndpoint()
  const client = stockClient(local.url)
  await client.run({ input: 1 })
  await client.run({ input: 2 })

  const before = await client.health()
  const purged = await client.purgeQueue()
  const after = await client.health()

  expect(before.jobs).toMatchObject({ inQueue: 2, inProgress: 0 })
  expect(purged).toEqual({ removed: 2, status: 'completed' })
  expect(after.jobs.inQueue).toBe(0)
})

test('the stock client yields streamed chunks in order and then ends', async ({ expect }) => {
  const local = await givenEndpoint()
  const client = stockClient(local.url)
  const { id } = await client.run({ input: 'tell me' })
  const headers = { Authorization: 'test-key' }
  await fetch(`${local.url}/gpu/job-take/w?job_in_progress=0`, { headers })
  const post = (path: string, body: unknown) =>
    fetch(`${local.url}/gpu/${path}/w/${id}?isStream=false`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })

  await post('job-stream', { output: 'once' })
  await post('job-stream', { output: 'upon' })
  await post('job-done', { output: [] })
  const chunks: unknown[] = []
  for await (const chunk of client.stream(id)) {
    chunks.push(chunk)
  }

  expect(chunks).toEqual([{ output: 'once' }, { output: 'upon' }])
})

test('a wrong key is refused and an unknown endpoint or job is 404', async ({ expect }) => {
  const local = await givenEndpoint()
  const status = (path: string, key: string) =>
    fetch(`${local.url}${path}`, { headers: { Authorization: key } }).then((response) => response.status)

  expect(await status('/gpu/health', 'wrong')).toBe(401)
  expect(await status('/gpu/health', 'Bearer test-key')).toBe(200)
  expect(await status('/gpu/health', 'test-key')).toBe(200)
  expect(await status('/nobody/health', 'test-key')).toBe(404)
  expect(await status('/gpu/status/nothing', 'test-key')).toBe(404)
})
