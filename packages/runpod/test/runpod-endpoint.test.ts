import { test } from 'vitest'
import { runpodEndpoint } from '../src/endpoint-client/runpod-endpoint.ts'
import type { RunpodError } from '../src/endpoint-client/runpod-error.ts'
import { givenRecordingServer, sendJson } from './recording-server.ts'

type Call = { address: string; init: RequestInit }

/** A client whose server is one function. */
function clientOf(answer: (call: Call) => Response | Promise<Response>, timeoutMs = 1000) {
  const calls: Call[] = []
  const client = runpodEndpoint({
    baseUrl: 'https://api.runpod.ai/v2/',
    endpointId: 'gpu 1',
    apiKey: 'secret',
    timeoutMs,
    fetch: async (address, init) => {
      calls.push({ address, init })
      return answer({ address, init })
    },
  })
  return { client, calls }
}

async function errorOf(promise: Promise<unknown>): Promise<RunpodError | undefined> {
  return promise.then(
    () => undefined,
    (error: RunpodError) => error,
  )
}

test('run posts the request as it is, with a bearer key, and returns the id', async ({ expect }) => {
  const { client, calls } = clientOf(() => Response.json({ id: 'abc-u1', status: 'IN_QUEUE' }))
  const request = { input: { unit: 'ünt' }, webhook: 'https://x/y', policy: { executionTimeout: 60_000 } }

  expect(await client.run(request)).toEqual({ id: 'abc-u1' })
  expect(calls[0]?.address).toBe('https://api.runpod.ai/v2/gpu%201/run')
  expect(calls[0]?.init).toMatchObject({
    method: 'POST',
    body: JSON.stringify(request),
    headers: { Authorization: 'Bearer secret', 'Content-Type': 'application/json' },
  })
})

const times = { delayTime: 5, executionTime: 7, workerId: 'w' }
const toldTimes = { delayMs: 5, executionMs: 7, workerId: 'w' }

const lookups: [name: string, answer: Record<string, unknown>, lookup: Record<string, unknown>][] = [
  ['a waiting job', { status: 'IN_QUEUE' }, { outcome: 'waiting' }],
  ['a running job with progress', { status: 'IN_PROGRESS', output: 3 }, { outcome: 'running', progress: 3 }],
  ['a finished job', { status: 'COMPLETED', output: { a: 1 } }, { outcome: 'completed', output: { a: 1 } }],
  [
    'a finished job whose output is null',
    { status: 'COMPLETED', output: null },
    { outcome: 'completed', output: null },
  ],
  [
    'COMPLETED without output as a failure',
    { status: 'COMPLETED' },
    { outcome: 'failed', reason: 'output_missing', error: 'COMPLETED without output' },
  ],
  ['a failed job', { status: 'FAILED', error: 'no' }, { outcome: 'failed', reason: 'failed', error: 'no' }],
  [
    'a failure whose error is no string',
    { status: 'FAILED', error: { a: 1 } },
    { outcome: 'failed', reason: 'failed', error: '{"a":1}' },
  ],
  ['a cancelled job', { status: 'CANCELLED' }, { outcome: 'failed', reason: 'cancelled', error: '' }],
  ['a timed out job', { status: 'TIMED_OUT' }, { outcome: 'failed', reason: 'timed_out', error: '' }],
]

for (const [name, answer, lookup] of lookups) {
  test(`status reads ${name}`, async ({ expect }) => {
    const { client } = clientOf(() => Response.json({ id: 'j', ...times, ...answer }))

    expect(await client.status('j')).toEqual({ ...lookup, ...toldTimes })
  })
}

test('a job the endpoint does not know is an outcome, not an error', async ({ expect }) => {
  const { client, calls } = clientOf(() => new Response('gone', { status: 404 }))

  expect(await client.status('a/b')).toEqual({ outcome: 'unknown' })
  expect(await client.cancel('a/b')).toEqual({ outcome: 'unknown' })
  expect(calls[0]?.address).toBe('https://api.runpod.ai/v2/gpu%201/status/a%2Fb')
})

test('cancel says whether it came in time', async ({ expect }) => {
  const inTime = clientOf(() => Response.json({ id: 'j', status: 'CANCELLED' }))
  const tooLate = clientOf(() => Response.json({ id: 'j', status: 'COMPLETED' }))

  expect(await inTime.client.cancel('j')).toEqual({ outcome: 'cancelled' })
  expect(await tooLate.client.cancel('j')).toEqual({ outcome: 'too_late', status: 'COMPLETED' })
})

test('health fills the counters RunPod leaves out, and purge returns its count', async ({ expect }) => {
  const { client } = clientOf(({ address }) =>
    address.endsWith('/health')
      ? Response.json({ jobs: { inQueue: 2 }, workers: { idle: 1, running: 3 } })
      : Response.json({ removed: 2, status: 'completed' }),
  )

  expect(await client.health()).toMatchObject({
    jobs: { inQueue: 2, completed: 0 },
    workers: { idle: 1, running: 3, throttled: 0 },
  })
  expect(await client.purgeQueue()).toEqual({ removed: 2 })
})

const faults: [name: string, answer: () => Response, onRun: object, onStatus: object][] = [
  [
    '500',
    () => new Response('trace', { status: 500 }),
    { code: 'server_error', retryable: false, ambiguous: true },
    { code: 'server_error', retryable: true, ambiguous: false },
  ],
  [
    '429',
    () => new Response('', { status: 429 }),
    { code: 'rate_limited', retryable: true, ambiguous: false },
    { code: 'rate_limited', retryable: true, ambiguous: false },
  ],
  [
    '401',
    () => new Response('', { status: 401 }),
    { code: 'unauthorized', retryable: false, ambiguous: false },
    { code: 'unauthorized', retryable: false, ambiguous: false },
  ],
  [
    '400',
    () => new Response('', { status: 400 }),
    { code: 'rejected', retryable: false, ambiguous: false },
    { code: 'rejected', retryable: false, ambiguous: false },
  ],
  [
    'HTML with 200',
    () => new Response('<html>'),
    { code: 'bad_answer', retryable: false, ambiguous: true },
    { code: 'bad_answer', retryable: true, ambiguous: false },
  ],
  [
    'JSON of another shape',
    () => Response.json({ ok: true }),
    { code: 'bad_answer', retryable: false, ambiguous: true },
    { code: 'bad_answer', retryable: true, ambiguous: false },
  ],
  [
    'a reset connection',
    () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
      })
    },
    { code: 'network', retryable: false, ambiguous: true },
    { code: 'network', retryable: true, ambiguous: false },
  ],
  [
    'a refused connection, where nothing can have been accepted',
    () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
      })
    },
    { code: 'network', retryable: true, ambiguous: false },
    { code: 'network', retryable: true, ambiguous: false },
  ],
]

for (const [name, answer, onRun, onStatus] of faults) {
  test(`${name}: run and status say what may be repeated`, async ({ expect }) => {
    const { client } = clientOf(answer)

    expect(await errorOf(client.run({ input: 1 }))).toMatchObject({ name: 'RunpodError', ...onRun })
    expect(await errorOf(client.status('j'))).toMatchObject({ name: 'RunpodError', ...onStatus })
  })
}

test('a run whose answer does not come in time may have been accepted', async ({ expect }) => {
  const server = await givenRecordingServer(() => undefined)
  const client = runpodEndpoint({ baseUrl: server.base, endpointId: 'e', apiKey: 'k', timeoutMs: 50 })

  expect(await errorOf(client.run({ input: 1 }))).toMatchObject({
    code: 'timeout',
    retryable: false,
    ambiguous: true,
  })
  expect(server.requests).toHaveLength(1)
})

test('an unknown endpoint is an error of its own and a redirect is not followed with the key', async ({
  expect,
}) => {
  const unknown = clientOf(() => new Response('', { status: 404 }))
  expect(await errorOf(unknown.client.run({ input: 1 }))).toMatchObject({
    code: 'endpoint_unknown',
    ambiguous: false,
  })

  const server = await givenRecordingServer((request, response) => {
    if (request.target.includes('/elsewhere')) {
      sendJson(response, { id: 'x', status: 'IN_QUEUE' })
      return
    }
    response.writeHead(302, { location: '/elsewhere' })
    response.end()
  })
  const client = runpodEndpoint({ baseUrl: server.base, endpointId: 'e', apiKey: 'k' })
  expect(await errorOf(client.run({ input: 1 }))).toMatchObject({ code: 'rejected' })
  expect(server.requests).toHaveLength(1)
})
