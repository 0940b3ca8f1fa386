import type { ServerResponse } from 'node:http'
import { test } from 'vitest'
import { runpodEndpoint } from '../src/endpoint-client/runpod-endpoint.ts'
import { givenRecordingServer, jobsThenSilence, productionEnv, sendJson } from './recording-server.ts'
import { eventually, givenEndpoint, givenWorker } from './started-things.ts'
import { givenWorkerProcess } from './worker-process.ts'

test('SIGTERM ends an idle worker although the server goes on holding its polls', async ({ expect }) => {
  const server = await givenRecordingServer(jobsThenSilence())
  const worker = givenWorkerProcess(productionEnv(server.base))
  await eventually(() => (server.to('/job-take/').length === 1 ? true : undefined))

  worker.signal('SIGTERM')

  expect(await worker.exit).toEqual({ code: 0, printed: 'exiting\n' })
  expect(server.to('/job-done/')).toEqual([])
})

test('a job whose answer has begun to arrive when SIGTERM comes is run and reported before the exit', async ({
  expect,
}) => {
  let heldPoll: ServerResponse | undefined
  const server = await givenRecordingServer((request, response) => {
    if (request.target.includes('/job-take/')) {
      heldPoll = response
    } else if (!request.target.includes('/job-stop/')) {
      sendJson(response, {})
    }
  })
  const worker = givenWorkerProcess(productionEnv(server.base))
  const response = await eventually(() => heldPoll)

  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"id":"late-job",')
  // The second half of the answer leaves after the signal and long after the grace for a held poll.
  await new Promise((resolve) => setTimeout(resolve, 50))
  worker.signal('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 200))
  response.end('"input":{}}')

  expect((await worker.exit).code).toBe(0)
  expect(server.to('/job-done/').map(({ target, body }) => [target.split('?')[0], body])).toEqual([
    ['/v2/ep/job-done/pod1/late-job', '{"output":"done"}'],
  ])
})

test('a job submitted in the very moment of SIGTERM is never lost: this worker or the next one runs it', async ({
  expect,
}) => {
  const local = await givenEndpoint({ workerSilenceMs: 500 })
  const client = runpodEndpoint({ baseUrl: local.url, endpointId: 'gpu', apiKey: 'test-key' })
  const worker = givenWorkerProcess(local.workerEnv('first'))
  await eventually(async () => ((await client.health()).workers.ready === 1 ? true : undefined))

  worker.signal('SIGTERM')
  const { id } = await client.run({ input: {} })
  await worker.exit
  givenWorker({ env: local.workerEnv('second'), handler: async () => 'done' })
  const finished = await eventually(async () => {
    const job = await client.status(id)
    return job.outcome === 'completed' ? job : undefined
  })

  expect(finished.output).toBe('done')
})

test('SIGTERM lets a running job finish and be reported', async ({ expect }) => {
  const server = await givenRecordingServer(jobsThenSilence({ id: 'job-1', input: { waitMs: 300 } }))
  const worker = givenWorkerProcess(productionEnv(server.base))
  await worker.hasPrinted('started job-1')

  worker.signal('SIGTERM')

  expect((await worker.exit).code).toBe(0)
  expect(server.to('/job-done/').map(({ body }) => body)).toEqual(['{"output":"done"}'])
})

test('a second SIGTERM aborts the running job and reports it as failed and worth another try', async ({
  expect,
}) => {
  const server = await givenRecordingServer(jobsThenSilence({ id: 'job-1', input: { waitMs: 60_000 } }))
  const worker = givenWorkerProcess(productionEnv(server.base))
  await worker.hasPrinted('started job-1')

  worker.signal('SIGTERM')
  worker.signal('SIGINT')

  expect((await worker.exit).code).toBe(0)
  const [post, ...more] = server.to('/job-done/')
  expect(more).toEqual([])
  const { error } = JSON.parse(post?.body ?? '{}')
  expect(JSON.parse(error)).toMatchObject({
    error_type: 'WorkerShutdown',
    retryable: true,
    worker_id: 'pod1',
  })
})

test('a worker that is killed loses its job to the next worker, and the job says it was retried', async ({
  expect,
}) => {
  const local = await givenEndpoint({ workerSilenceMs: 300 })
  const client = runpodEndpoint({ baseUrl: local.url, endpointId: 'gpu', apiKey: 'test-key' })
  const worker = givenWorkerProcess(local.workerEnv('first'))
  const { id } = await client.run({ input: { waitMs: 60_000 } })
  await worker.hasPrinted('started')

  worker.signal('SIGKILL')
  await worker.exit
  givenWorker({ env: local.workerEnv('second'), handler: async () => 'rescued' })
  const finished = await eventually(async () => {
    const job = await client.status(id)
    return job.outcome === 'completed' ? job : undefined
  })

  expect(finished).toMatchObject({ output: 'rescued', workerId: 'second' })
  expect((await client.health()).jobs.retried).toBe(1)
})

test('a worker that crashed and came back under its old id gives up what it held', async ({ expect }) => {
  const local = await givenEndpoint()
  const client = runpodEndpoint({ baseUrl: local.url, endpointId: 'gpu', apiKey: 'test-key' })
  const crashing = givenWorkerProcess(local.workerEnv('same'))
  const { id } = await client.run({ input: { waitMs: 60_000 } })
  await crashing.hasPrinted('started')

  crashing.signal('SIGKILL')
  await crashing.exit
  givenWorker({ env: local.workerEnv('same'), handler: async () => 'second life' })
  const finished = await eventually(async () => {
    const job = await client.status(id)
    return job.outcome === 'completed' ? job : undefined
  })

  expect(finished.output).toBe('second life')
})
