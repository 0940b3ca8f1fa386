import { Hono } from 'hono'
import { z } from 'zod'
import type { PromptQueue } from '../execution/prompt-queue.ts'

const pageQuery = z.object({
  max_items: z.coerce.number().int().optional(),
  offset: z.coerce.number().int().optional(),
})

const idList = z.object({ clear: z.boolean().optional(), delete: z.array(z.string()).optional() })

/** GET /history, GET /history/:id and POST /history, which really forgets. */
export function historyRoutes(queue: PromptQueue): Hono {
  const routes = new Hono()

  routes.get('/history', (c) => {
    const { max_items, offset } = pageQuery.parse(c.req.query())
    const entries = [...queue.history]
    // Without an offset ComfyUI gives the newest entries, oldest of them first.
    const newest = max_items === undefined ? 0 : Math.max(0, entries.length - max_items)
    const start = offset === undefined || offset < 0 ? newest : offset
    const end = max_items === undefined ? entries.length : start + max_items
    return c.json(Object.fromEntries(entries.slice(start, end)))
  })

  routes.get('/history/:id', (c) => {
    const id = c.req.param('id')
    const entry = queue.history.get(id)
    return c.json(entry === undefined ? {} : { [id]: entry })
  })

  routes.post('/history', async (c) => {
    const request = idList.parse(await c.req.json())
    if (request.clear === true) queue.deleteHistory('all')
    if (request.delete !== undefined) queue.deleteHistory(request.delete)
    return c.body(null, 200)
  })

  return routes
}
