import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { clientRoutes } from './client-routes.ts'
import type { EndpointEnv, EndpointState } from './endpoint-state.ts'
import { createJobQueue } from './job-queue.ts'
import { jobView } from './job-record.ts'
import { createWaitingRoom } from './waiting-room.ts'
import { deliverWebhook } from './webhook.ts'
import { workerRoutes } from './worker-routes.ts'

export interface LocalEndpointOptions {
  /** 0 takes a free one. */
  port: number
  host?: string
  /** Accepted raw and as `Bearer`, from clients and workers alike. */
  apiKey: string
  /** One queue per id, for example `['gpu', 'cpu']`. */
  endpointIds: readonly string[]
  /** How long a worker's poll is held, ms. 20 s unless told. */
  holdMs?: number
  /** A worker that neither polls nor beats for this long loses its jobs, ms. 30 s unless told. */
  workerSilenceMs?: number
  /** How long results can be asked for, ms: 30 min for `/run`, 1 min for `/runsync` unless told. */
  resultTtlMs?: number
  syncResultTtlMs?: number
  /** Larger results end COMPLETED without output, bytes. 10 MB unless told. */
  maxResultBytes?: number
  /** How often a job may lose its worker before it ends TIMED_OUT. 3 unless told. */
  maxRequeues?: number
  /** Between a webhook's tries, ms. 10 s unless told. */
  webhookRetryMs?: number
  /** A worker asked to be replaced (`stopPod`). */
  onStopPod?: (workerId: string) => void
  /** Unix ms. */
  now?: () => number
}

export interface LocalEndpoint {
  /** The base address for clients, as `https://api.runpod.ai/v2` is for RunPod's. */
  url: string
  /** The RUNPOD_* variables for a worker of one endpoint (the first unless told); fit for RunPod's own worker too. */
  workerEnv(workerId: string, endpointId?: string): Record<string, string>
  /** Ends held requests and frees the port. All jobs are gone; a new endpoint may take the same port. */
  close(): Promise<void>
}

const tickMs = 100

/** Starts a RunPod endpoint on this machine, for stock clients and stock workers. State lives in memory only. */
export async function startLocalEndpoint(options: LocalEndpointOptions): Promise<LocalEndpoint> {
  const firstEndpointId = options.endpointIds[0]
  if (firstEndpointId === undefined) {
    throw new Error('a local endpoint needs at least one endpoint id')
  }
  const end = new AbortController()
  const endpoints = new Map(options.endpointIds.map((id) => [id, createEndpoint(options, end.signal)]))
  const server = createAdaptorServer({ fetch: application(options.apiKey, endpoints).fetch })
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, resolve)
  })
  const ticking = setInterval(() => {
    for (const endpoint of endpoints.values()) {
      endpoint.queue.tick(endpoint.now())
      endpoint.changed()
    }
  }, tickMs)
  // `address()` is an AddressInfo for every server that listens on a port, which this one does.
  const { port } = server.address() as AddressInfo
  const url = `http://${host}:${port}/v2`
  return {
    url,
    workerEnv: (workerId, endpointId = firstEndpointId) =>
      workerEnv(`${url}/${endpointId}`, endpointId, workerId, options.apiKey),
    close() {
      clearInterval(ticking)
      end.abort()
      for (const { room } of endpoints.values()) {
        room.close()
      }
      return new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) {
          server.closeAllConnections()
        }
      })
    },
  }
}

function createEndpoint(options: LocalEndpointOptions, end: AbortSignal): EndpointState {
  const maxResultBytes = options.maxResultBytes ?? 10_000_000
  const queue = createJobQueue({
    workerSilenceMs: options.workerSilenceMs ?? 30_000,
    resultTtlMs: options.resultTtlMs ?? 1_800_000,
    syncResultTtlMs: options.syncResultTtlMs ?? 60_000,
    maxRequeues: options.maxRequeues ?? 3,
  })
  const room = createWaitingRoom()
  return {
    queue,
    room,
    limits: {
      holdMs: options.holdMs ?? 20_000,
      maxRequestBytes: 10_000_000,
      maxSyncRequestBytes: 20_000_000,
      maxResultBytes,
    },
    now: options.now ?? Date.now,
    changed() {
      room.wake()
      for (const job of queue.takeEnded()) {
        if (job.webhook !== undefined) {
          const retryMs = options.webhookRetryMs ?? 10_000
          void deliverWebhook({ address: job.webhook, body: jobView(job), retryMs, end })
        }
      }
    },
    onStopPod: options.onStopPod ?? (() => undefined),
  }
}

function application(apiKey: string, endpoints: ReadonlyMap<string, EndpointState>): Hono<EndpointEnv> {
  const app = new Hono<EndpointEnv>()
  app.use('/v2/:endpointId/*', async (context, next) => {
    const key = context.req.header('authorization')?.replace(/^Bearer /i, '')
    if (key !== apiKey) {
      return context.json({ error: 'unauthorized' }, 401)
    }
    const endpoint = endpoints.get(context.req.param('endpointId'))
    if (endpoint === undefined) {
      return context.json({ error: 'no such endpoint' }, 404)
    }
    context.set('endpoint', endpoint)
    await next()
    return undefined
  })
  app.route('/v2/:endpointId', clientRoutes())
  app.route('/v2/:endpointId', workerRoutes())
  return app
}

/** The variables RunPod sets, with every template carrying a `?`, without which the stock worker builds broken paths. */
function workerEnv(
  base: string,
  endpointId: string,
  workerId: string,
  apiKey: string,
): Record<string, string> {
  return {
    RUNPOD_WEBHOOK_GET_JOB: `${base}/job-take/$ID?gpu=local`,
    RUNPOD_WEBHOOK_POST_OUTPUT: `${base}/job-done/$RUNPOD_POD_ID/$ID?gpu=local`,
    RUNPOD_WEBHOOK_POST_STREAM: `${base}/job-stream/$RUNPOD_POD_ID/$ID?gpu=local`,
    RUNPOD_WEBHOOK_PING: `${base}/ping/$RUNPOD_POD_ID?gpu=local`,
    RUNPOD_PING_INTERVAL: '5000',
    RUNPOD_AI_API_KEY: apiKey,
    RUNPOD_POD_ID: workerId,
    RUNPOD_POD_HOSTNAME: 'localhost',
    RUNPOD_ENDPOINT_ID: endpointId,
    // RunPod's own worker checks the network and the GPU before it starts; neither is a given here.
    RUNPOD_SKIP_AUTO_SYSTEM_CHECKS: 'true',
    RUNPOD_SKIP_GPU_CHECK: 'true',
  }
}
