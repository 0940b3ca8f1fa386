import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { onTestFinished, test } from 'vitest'
import { runpodEndpoint } from '../src/endpoint-client/runpod-endpoint.ts'
import { eventually, givenEndpoint, givenWorker } from './started-things.ts'

// Optional: runs where Python has the package `runpod` (pip install runpod; RUNPOD_PYTHON names the interpreter).
const python = process.env['RUNPOD_PYTHON'] ?? 'python3'
const hasRunpod = spawnSync(python, [
  '-c',
  'import importlib.util as u, sys; sys.exit(u.find_spec("runpod") is None)',
])
const withStockPython = test.skipIf(hasRunpod.status !== 0)

const workerScript = fileURLToPath(new URL('./fixtures/stock-worker.py', import.meta.url))

function givenStockWorker(env: Record<string, string>) {
  const child = spawn(python, [workerScript], { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' })
  const exit = once(child, 'exit').then(([code]) => code)
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { exit, terminate: () => child.kill('SIGTERM') }
}

withStockPython(
  "RunPod's own Python worker runs, fails, and is stopped by our endpoint (pip install runpod to run this)",
  { timeout: 60_000 },
  async ({ expect }) => {
    const local = await givenEndpoint()
    const client = runpodEndpoint({ baseUrl: local.url, endpointId: 'gpu', apiKey: 'test-key' })
    const worker = givenStockWorker(local.workerEnv('stock'))
    const ended = (id: string) =>
      eventually(async () => {
        const job = await client.status(id)
        return job.outcome === 'completed' || job.outcome === 'failed' ? job : undefined
      })

    const good = await client.run({ input: { page: 1 } })
    const goodJob = await ended(good.id)
    const bad = await client.run({ input: { fail: true } })
    const badJob = await ended(bad.id)
    const long = await client.run({ input: { sleep: 600 } })
    await eventually(async () => ((await client.status(long.id)).outcome === 'running' ? true : undefined))
    const cancelled = await client.cancel(long.id)
    // The stopped worker is free again only if the stop reached it.
    const next = await client.run({ input: { page: 2 } })
    const nextJob = await ended(next.id)
    worker.terminate()

    expect(goodJob).toMatchObject({
      outcome: 'completed',
      output: { echo: { page: 1 }, sign: 'Füchslein 🦊' },
    })
    expect(badJob).toMatchObject({ outcome: 'failed', error: expect.stringContaining('as asked') })
    expect(cancelled).toEqual({ outcome: 'cancelled' })
    expect(nextJob).toMatchObject({ outcome: 'completed', workerId: 'stock' })
    expect(await worker.exit).toBe(0)
  },
)

withStockPython(
  "RunPod's own Python client gets a result from our worker (pip install runpod to run this)",
  { timeout: 60_000 },
  async ({ expect }) => {
    const local = await givenEndpoint()
    givenWorker({ env: local.workerEnv('ours'), handler: async (job) => ({ got: job.input }) })
    const script = [
      'import json, runpod',
      'runpod.api_key = "test-key"',
      'endpoint = runpod.Endpoint("gpu")',
      'sync = endpoint.run_sync({"input": {"n": 1}}, timeout=20)',
      'job = endpoint.run({"n": 2})',
      'output = job.output(timeout=20)',
      'cancelled = endpoint.run({"n": 3}).cancel()["status"]',
      'purged = endpoint.purge_queue()["status"]',
      'print(json.dumps([sync, output, cancelled in ("CANCELLED", "COMPLETED"), purged, "jobs" in endpoint.health()]))',
    ].join('\n')
    const env = { PATH: process.env['PATH'], RUNPOD_ENDPOINT_BASE_URL: local.url }
    const child = spawn(python, ['-c', script], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += String(chunk)
    })

    const [code] = await once(child, 'exit')

    expect(code).toBe(0)
    expect(JSON.parse(printed.trim().split('\n').at(-1) ?? '')).toEqual([
      { got: { n: 1 } },
      { got: { n: 2 } },
      true,
      'completed',
      true,
    ])
  },
)
