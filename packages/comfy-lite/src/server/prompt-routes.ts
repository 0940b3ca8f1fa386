import { Hono } from 'hono'
import { z } from 'zod'
import type { PromptQueue } from '../execution/prompt-queue.ts'
import { promptShape } from '../graph/api-graph.ts'
import { validatePrompt } from '../graph/validate-prompt.ts'
import type { NodeRegistry } from '../nodes/registry.ts'
import type { FileStore } from '../storage/file-store.ts'

/** The body of POST /prompt. Whatever does not fit is a 500, as it is in ComfyUI. */
const promptRequest = z.object({
  prompt: promptShape.optional(),
  client_id: z.string().nullish(),
  prompt_id: z.string().optional(),
  extra_data: z.record(z.string(), z.unknown()).optional(),
  number: z.coerce.number().optional(),
  front: z.boolean().optional(),
  partial_execution_targets: z.array(z.string()).optional(),
})

const canonicalUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const idList = z.object({ clear: z.boolean().optional(), delete: z.array(z.string()).optional() })

function refusal(type: string, message: string) {
  return { error: { type, message, details: message, extra_info: {} }, node_errors: {} }
}

/** POST and GET /prompt, /queue, /interrupt and /free. */
export function promptRoutes(queue: PromptQueue, registry: NodeRegistry, files: FileStore): Hono {
  const routes = new Hono()

  routes.post('/prompt', async (c) => {
    const request = promptRequest.parse(await c.req.json())
    if (request.prompt === undefined) return c.json(refusal('no_prompt', 'No prompt provided'), 400)
    const promptId = request.prompt_id ?? crypto.randomUUID()
    if (!canonicalUuid.test(promptId)) {
      return c.json(refusal('invalid_prompt_id', 'prompt_id must be a canonical lowercase UUID'), 400)
    }
    const verdict = validatePrompt(request.prompt, registry, files, request.partial_execution_targets ?? null)
    if (!verdict.valid) return c.json({ error: verdict.error, node_errors: verdict.nodeErrors }, 400)
    const taken = request.number ?? queue.takeNumber()
    const number = request.number === undefined && request.front === true ? -taken : taken
    const extraData = { ...request.extra_data }
    if (typeof request.client_id === 'string') extraData['client_id'] = request.client_id
    queue.put({ number, promptId, graph: verdict.graph, extraData, outputs: verdict.outputs })
    return c.json({ prompt_id: promptId, number, node_errors: verdict.nodeErrors })
  })

  routes.get('/prompt', (c) => c.json({ exec_info: { queue_remaining: queue.remaining() } }))

  routes.get('/queue', (c) => c.json(queue.list()))

  routes.post('/queue', async (c) => {
    const request = idList.parse(await c.req.json())
    if (request.clear === true) queue.deletePending('all')
    if (request.delete !== undefined) queue.deletePending(request.delete)
    return c.body(null, 200)
  })

  routes.post('/interrupt', async (c) => {
    const text = await c.req.text()
    const request = z.object({ prompt_id: z.string().optional() }).parse(text === '' ? {} : JSON.parse(text))
    queue.interrupt(request.prompt_id ?? null)
    return c.body(null, 200)
  })

  routes.post('/free', async (c) => {
    // No models are held, so `unload_models` has nothing to do.
    const request = z.object({ free_memory: z.boolean().optional() }).parse(await c.req.json())
    if (request.free_memory === true) queue.freeMemory()
    return c.body(null, 200)
  })

  return routes
}
