import { onTestFinished, test } from 'vitest'
import { runpodEndpoint } from '../src/endpoint-client/runpod-endpoint.ts'
import { startLocalEndpoint } from '../src/local-endpoint/start-local-endpoint.ts'
import { givenRecordingServer, sendJson } from './recording-server.ts'
import { eventually, givenEndpoint, givenWorker } from './started-things.ts'

/** Calls the endpoint as any HTTP client may. */
function callerOf(url: string) {
  return async (method: 'GET' | 'POST', path: string, body?: string) => {
    const headers = { Authorization: 'test-key', 'Content-Type': 'application/json' }
    const response = await fetch(`${url}/gpu${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    return { status: response.status, json: text === '' ? undefined : JSON.parse(text) }
  }
}

async function givenRunningJob(options: Parameters<typeof givenEndpoint>[0] = {}) {
  const local = await givenEndpoint(options)
  const call = callerOf(local.url)
  const submitted = await call('POST', '/run', '{"input":{"a":1}}')
  const id = String(submitted.json.id)
  await call('GET', '/job-take/w1?job_in_progress=0')
  return { local, call, id }
}

test('an idle take is held and then answered 204, and so is the stop channel', async ({ expect }) => {
  const local = await givenEndpoint({ holdMs: 60 })
  const call = callerOf(local.url)

  expect(await call('GET', '/job-take/w1?job_in_progress=0')).toEqual({ status: 204, json: undefined })
  expect(await call('GET', '/job-stop/w1')).toEqual({ status: 204, json: undefined })
})

test('a held take is answered the moment a job comes, with the fields a stock worker reads', async ({
  expect,
}) => {
  const local = await givenEndpoint()
  const call = callerOf(local.url)
  const take = call('GET', '/job-take/w1?job_in_progress=0')
  await eventually(async () => ((await call('GET', '/health')).json.workers.ready === 1 ? true : undefined))

  const { json } = await call('POST', '/run', '{"input":"text","webhook":"http://127.0.0.1:9/x"}')

  expect(json).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}-u1$/), status: 'IN_QUEUE' })
  expect(await take).toEqual({
    status: 200,
    json: { id: json.id, input: 'text', webhook: 'http://127.0.0.1:9/x' },
  })
})

test('a batch take gets as many as wait, up to its size', async ({ expect }) => {
  const local = await givenEndpoint()
  const call = callerOf(local.url)
  for (const input of ['1', '2', '3']) {
    await call('POST', '/run', `{"input":${input}}`)
  }

  const { json } = await call('GET', '/job-take-batch/w1?batch_size=2&job_in_progress=0')

  expect(json.map(({ input }: { input: number }) => input)).toEqual([1, 2])
})

test('a worker that hangs up on its held take leaves the job in the queue', async ({ expect }) => {
  const local = await givenEndpoint()
  const call = callerOf(local.url)
  const hangUp = new AbortController()
  const take = fetch(`${local.url}/gpu/job-take/w1?job_in_progress=0`, {
    headers: { Authorization: 'test-key' },
    signal: hangUp.signal,
  }).catch(() => 'hung up')
  await eventually(async () => ((await call('GET', '/health')).json.workers.ready === 1 ? true : undefined))
  hangUp.abort()
  await take
  await new Promise((resolve) => setTimeout(resolve, 30))

  const { json } = await call('POST', '/run', '{"input":1}')

  expect((await call('GET', `/status/${json.id}`)).json.status).toBe('IN_QUEUE')
})

test('a result over the limit is answered 400 and the job is COMPLETED without output', async ({
  expect,
}) => {
  const { call, id } = await givenRunningJob({ maxResultBytes: 100 })

  const posted = await call(
    'POST',
    `/job-done/w1/${id}?isStream=false`,
    JSON.stringify({ output: 'x'.repeat(100) }),
  )
  const { json } = await call('GET', `/status/${id}`)

  expect(posted.status).toBe(400)
  expect(json).toMatchObject({ status: 'COMPLETED', workerId: 'w1' })
  expect(json).not.toHaveProperty('output')
})

test('a late result for a cancelled job is accepted and changes nothing', async ({ expect }) => {
  const { call, id } = await givenRunningJob()
  await call('POST', `/cancel/${id}`, '')

  const late = await call('POST', `/job-done/w1/${id}?isStream=false`, '{"output":"late"}')
  const unknown = await call('POST', '/job-done/w1/never-was?isStream=false', '{"output":"late"}')

  expect([late.status, unknown.status]).toEqual([200, 200])
  expect((await call('GET', `/status/${id}`)).json).not.toHaveProperty('output')
  expect((await call('GET', '/job-stop/w1')).json).toEqual({ jobsToStop: [id] })
})

test('retry queues a failed job again under its id and without its old error; a finished one cannot', async ({
  expect,
}) => {
  const { call, id } = await givenRunningJob()
  await call('POST', `/job-done/w1/${id}?isStream=false`, '{"error":"broken"}')

  expect((await call('POST', `/retry/${id}`)).json).toEqual({ id, status: 'IN_QUEUE' })
  expect((await call('GET', `/status/${id}`)).json).toEqual({ id, status: 'IN_QUEUE', retries: 1 })
  await call('GET', '/job-take/w2?job_in_progress=0')
  await call('POST', `/job-done/w2/${id}?isStream=false`, '{"output":1}')
  expect((await call('POST', `/retry/${id}`)).status).toBe(400)
})

test('the execution timeout of the policy ends the job TIMED_OUT and stops its worker', async ({
  expect,
}) => {
  const local = await givenEndpoint()
  const client = runpodEndpoint({ baseUrl: local.url, endpointId: 'gpu', apiKey: 'test-key' })
  const aborted = Promise.withResolvers<string>()
  givenWorker({
    env: local.workerEnv('w1'),
    handler: (_job, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted.resolve('aborted')
          resolve(null)
        })
      }),
  })

  const { id } = await client.run({ input: 1, policy: { executionTimeout: 150 } })

  expect(await aborted.promise).toBe('aborted')
  expect(await client.status(id)).toMatchObject({ outcome: 'failed', reason: 'timed_out' })
})

test('a webhook is posted the JSON of status, tried three times and then let be', async ({ expect }) => {
  const receiver = await givenRecordingServer((_request, response) => sendJson(response, {}, 500))
  const local = await givenEndpoint({ webhookRetryMs: 10 })
  const call = callerOf(local.url)
  const { json } = await call('POST', '/run', JSON.stringify({ input: 1, webhook: `${receiver.base}/token` }))
  await call('POST', `/cancel/${json.id}`, '')

  await eventually(() => (receiver.requests.length === 3 ? true : undefined))
  await new Promise((resolve) => setTimeout(resolve, 50))

  expect(receiver.requests).toHaveLength(3)
  expect(JSON.parse(receiver.requests[0]?.body ?? '')).toEqual((await call('GET', `/status/${json.id}`)).json)
})

test('a body that is no run request is 400, and stopPod is told to whoever runs the workers', async ({
  expect,
}) => {
  const replaced: string[] = []
  const { call, id } = await givenRunningJob({ onStopPod: (workerId) => replaced.push(workerId) })

  expect((await call('POST', '/run', '{"no":"input"}')).status).toBe(400)
  expect((await call('POST', '/run', 'not json')).status).toBe(400)
  expect((await call('POST', `/job-done/w1/${id}?isStream=false`, 'not json')).status).toBe(400)
  await call('POST', `/job-done/w1/${id}?isStream=false`, '{"output":1,"stopPod":true}')
  expect(replaced).toEqual(['w1'])
})

test('an endpoint can be closed under held polls and started again on its port; its worker finds it again', async ({
  expect,
}) => {
  const first = await givenEndpoint()
  givenWorker({ env: first.workerEnv('w1'), handler: async () => 'still here' })
  const port = Number(new URL(first.url).port)
  const client = runpodEndpoint({ baseUrl: first.url, endpointId: 'gpu', apiKey: 'test-key' })
  await eventually(async () => ((await client.health()).workers.ready === 1 ? true : undefined))

  await first.close()
  const second = await startLocalEndpoint({ port, apiKey: 'test-key', endpointIds: ['gpu'] })
  onTestFinished(() => second.close())
  // The first call may still go out on a connection that died with the old server.
  const readyWorkers = () =>
    client.health().then(
      ({ workers }) => workers.ready,
      () => 0,
    )
  await eventually(async () => ((await readyWorkers()) === 1 ? true : undefined))
  const { id } = await client.run({ input: 1 })
  const finished = await eventually(async () => {
    const job = await client.status(id)
    return job.outcome === 'completed' ? job : undefined
  })

  expect(finished.output).toBe('still here')
})
