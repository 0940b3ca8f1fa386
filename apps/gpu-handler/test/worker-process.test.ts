import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { runpodEndpoint } from '@foxetales/runpod/endpoint-client/runpod-endpoint'
import { startLocalEndpoint } from '@foxetales/runpod/local-endpoint/start-local-endpoint'
import { test } from 'vitest'
import { startFakeEdge } from './fake-edge.ts'
import { checkPhotoUnit, readPortrait } from './units.ts'
import { waitUntil } from './wait-until.ts'

test('the worker takes a job from RunPod, reports to the edge, logs nothing personal and leaves when told', async ({
  expect,
}) => {
  const edge = await startFakeEdge()
  const endpoint = await startLocalEndpoint({ port: 0, apiKey: 'key', endpointIds: ['gpu'] })
  const worker = spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url))], {
    env: { ...endpoint.workerEnv('worker-1', 'gpu'), ALLOWED_HOSTS: edge.host },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed = text(worker.stdout)
  try {
    const client = runpodEndpoint({ baseUrl: endpoint.url, endpointId: 'gpu', apiKey: 'key' })
    await client.run({ input: checkPhotoUnit(edge, await readPortrait()) })
    await waitUntil(() => edge.heard.some(({ event }) => event === 'finished'))
    expect(edge.heard.at(-1)).toMatchObject({ result: { outcome: 'accepted' } })
  } finally {
    const exited = once(worker, 'exit')
    worker.kill('SIGTERM')
    expect((await exited)[0]).toBe(0)
    await endpoint.close()
    await edge.close()
  }
  expect(await printed).not.toContain(edge.url)
})
