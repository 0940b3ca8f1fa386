import { createServer, Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createFindFace } from './draft/find-face.ts'
import { createPaintDraft } from './draft/paint-draft.ts'
import type { PaintDraft } from './draft-port.ts'
import { createOutputCache } from './execution/output-cache.ts'
import { createPromptQueue } from './execution/prompt-queue.ts'
import type { BeforeNode } from './execution/run-prompt.ts'
import { nodeRegistry } from './nodes/registry.ts'
import { fileRoutes } from './server/file-routes.ts'
import { historyRoutes } from './server/history-routes.ts'
import { informationRoutes } from './server/information-routes.ts'
import { promptRoutes } from './server/prompt-routes.ts'
import { refuseForeignOrigin } from './server/refuse-foreign-origin.ts'
import { createSockets } from './server/sockets.ts'
import { maxUploadBytes } from './server/upload-limit.ts'
import { openFileStore } from './storage/file-store.ts'

export type ComfyLiteOptions = {
  /** 0 picks a free port. */
  port: number
  /** Loopback unless told: like ComfyUI, the server asks nobody who they are. */
  host?: string
  /** Holds the folders `input`, `output` and `temp`. */
  dataDir: string
  /** The draft painter of this package unless told. */
  draftPage?: PaintDraft
  /** How long a sampler step lasts, to try out progress and interrupts. */
  stepDelayMs?: number
  /** Called before each node runs, by its class: throws or stalls where a test has an engine break. */
  beforeNode?: BeforeNode
  /** Gets one line for each prompt that ends and each request that fails; never a prompt's text or a file's name. */
  log: (line: string) => void
  now?: () => number
}

export type ComfyLite = { url: string; close: () => Promise<void> }

/** Waits until the server listens and tells the port. */
async function listen(
  fetch: Hono['fetch'],
  port: number,
  host: string,
): Promise<{ server: Server; port: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = serve({ fetch, port, hostname: host, createServer }, (info) => resolve(info.port))
  server.once('error', reject)
  const listening = await promise
  if (!(server instanceof Server)) throw new Error('comfy-lite needs a plain HTTP server')
  return { server, port: listening }
}

/**
 * Starts a server that speaks ComfyUI's protocol and runs the graphs it is sent, with drafts in place of models.
 * @throws {Error} when the port is taken
 */
export async function startComfyLite(options: ComfyLiteOptions): Promise<ComfyLite> {
  const host = options.host ?? '127.0.0.1'
  const files = openFileStore(options.dataDir)
  const sockets = createSockets()
  const services = {
    registry: nodeRegistry,
    files,
    events: sockets,
    cache: createOutputCache(),
    paintDraft: options.draftPage ?? createPaintDraft(),
    findFace: createFindFace(),
    stepDelayMs: options.stepDelayMs ?? 0,
    beforeNode: options.beforeNode ?? (async () => {}),
    now: options.now ?? Date.now,
  }
  const queue = createPromptQueue(services, options.log)

  const api = new Hono()
  api.route('/', promptRoutes(queue, nodeRegistry, files))
  api.route('/', historyRoutes(queue))
  api.route('/', fileRoutes(files))
  api.route('/', informationRoutes(nodeRegistry))

  const app = new Hono()
  app.use(refuseForeignOrigin, bodyLimit({ maxSize: maxUploadBytes }))
  app.onError((error, c) => {
    // The message may quote the request, so only its kind is logged.
    options.log(`${c.req.method} ${c.req.routePath} failed: ${error.name}`)
    return c.text('500 Internal Server Error\n\nServer got itself in trouble', 500)
  })
  app.route('/', api)
  app.route('/api', api)

  const { server, port } = await listen(app.fetch, options.port, host)
  sockets.attach(server, queue.remaining)
  return {
    url: `http://${host}:${port}`,
    async close() {
      await queue.close()
      sockets.close()
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      server.closeAllConnections()
      await closed.promise
    },
  }
}
