import { test } from 'vitest'
import { givenRecordingServer, jobsThenSilence, productionEnv } from './recording-server.ts'
import { eventually, gate, givenWorker } from './started-things.ts'

const gpu = 'gpu=NVIDIA+A100-SXM4-80GB'

test('an idle worker takes, listens for stops and beats at exactly the documented addresses', async ({
  expect,
}) => {
  const server = await givenRecordingServer(jobsThenSilence())
  givenWorker({ env: productionEnv(server.base), handler: async () => null })

  const requests = await eventually(() => (server.requests.length >= 3 ? server.requests : undefined))

  expect(requests.map(({ method, target }) => `${method} ${target}`).sort()).toEqual([
    `GET /v2/ep/job-stop/pod1?${gpu}`,
    `GET /v2/ep/job-take/pod1?${gpu}&job_in_progress=0`,
    `GET /v2/ep/ping/pod1?${gpu}&runpod_version=foxetales-1.0.0`,
  ])
  for (const { headers } of requests) {
    expect(headers).toMatchObject({ authorization: 'raw-key', 'content-type': 'application/json' })
    expect(headers).not.toHaveProperty('x-request-id')
  }
})

test('a worker with several free slots takes a batch, batch_size before job_in_progress', async ({
  expect,
}) => {
  const finish = gate()
  const server = await givenRecordingServer(jobsThenSilence([{ id: 'a', input: 1 }]))
  givenWorker({ env: productionEnv(server.base), concurrency: 3, handler: () => finish.promise })

  const takes = await eventually(() => {
    const taken = server.to('/job-take')
    return taken.length >= 2 ? taken : undefined
  })
  finish.resolve()

  expect(takes.map(({ target }) => target)).toEqual([
    `/v2/ep/job-take-batch/pod1?${gpu}&batch_size=3&job_in_progress=0`,
    `/v2/ep/job-take-batch/pod1?${gpu}&batch_size=2&job_in_progress=1`,
  ])
})

test('a result is posted as raw JSON under the form content type, with a length and not chunked', async ({
  expect,
}) => {
  const server = await givenRecordingServer(jobsThenSilence({ id: 'job-1', input: {}, unknown: 'kept' }))
  givenWorker({
    env: productionEnv(server.base),
    handler: async (job) => ({ fox: 'Füchslein 🦊', extra: job['unknown'] }),
  })

  const [post] = await eventually(() =>
    server.to('/job-done/').length > 0 ? server.to('/job-done/') : undefined,
  )

  const body = '{"output":{"fox":"Füchslein 🦊","extra":"kept"}}'
  expect(post).toMatchObject({
    method: 'POST',
    target: `/v2/ep/job-done/pod1/job-1?${gpu}&isStream=false`,
    body,
  })
  expect(post?.headers).toMatchObject({
    authorization: 'raw-key',
    'x-request-id': 'job-1',
    charset: 'utf-8',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
  })
  expect(post?.headers).not.toHaveProperty('transfer-encoding')
})

test('progress goes to the result address, one at a time, newest value, and never after the result', async ({
  expect,
}) => {
  const server = await givenRecordingServer(jobsThenSilence({ id: 'job-1', input: {} }))
  const firstArrived = gate()
  givenWorker({
    env: productionEnv(server.base),
    handler: async (_job, { progress }) => {
      progress(1)
      await eventually(() => (server.to('/job-done/').length === 1 ? true : undefined))
      firstArrived.resolve()
      for (const step of [2, 3, 4, 5]) {
        progress(step)
      }
      return 'ready'
    },
  })

  await firstArrived.promise
  await eventually(() => server.to('/job-done/').find(({ body }) => body.includes('ready')))

  // 2 to 5 fell into the pause of one second after 1, so the final post overtook and dropped them.
  expect(server.to('/job-done/').map(({ body }) => body)).toEqual([
    '{"status":"IN_PROGRESS","output":1}',
    '{"output":"ready"}',
  ])
})

test('the heartbeat names every job the worker holds, comma-joined and encoded', async ({ expect }) => {
  const finish = gate()
  const batch = [
    { id: 'a1', input: 1 },
    { id: 'b2', input: 2 },
  ]
  const server = await givenRecordingServer(jobsThenSilence(batch))
  givenWorker({
    env: { ...productionEnv(server.base), RUNPOD_PING_INTERVAL: '1000' },
    concurrency: 2,
    handler: () => finish.promise,
  })

  const ping = await eventually(() => server.to('/ping/').find(({ target }) => target.includes('job_id')))
  finish.resolve()

  expect(ping.target).toBe(`/v2/ep/ping/pod1?${gpu}&job_id=a1%2Cb2&runpod_version=foxetales-1.0.0`)
})
