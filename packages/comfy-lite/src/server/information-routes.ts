import { freemem, platform, totalmem } from 'node:os'
import { Hono } from 'hono'
import { describeNode } from '../graph/object-info.ts'
import { modelFiles } from '../nodes/model-files.ts'
import type { NodeRegistry } from '../nodes/registry.ts'
import { serverFeatures } from './sockets.ts'

export const comfyLiteVersion = 'comfy-lite 1.0.0'

function isModelFolder(name: string): name is keyof typeof modelFiles {
  return Object.hasOwn(modelFiles, name)
}

function systemStats() {
  const memory = { vram_total: totalmem(), vram_free: freemem() }
  return {
    system: {
      os: platform(),
      ram_total: totalmem(),
      ram_free: freemem(),
      comfyui_version: comfyLiteVersion,
      python_version: 'none',
      pytorch_version: 'none',
      embedded_python: false,
      argv: [],
      // Not in ComfyUI: whoever asks can tell that this server only makes drafts.
      draft: true,
    },
    devices: [{ name: 'cpu', type: 'cpu', index: null, ...memory, torch_vram_total: 0, torch_vram_free: 0 }],
  }
}

/** What the server is and has: /system_stats, /object_info, /models, /features. */
export function informationRoutes(registry: NodeRegistry): Hono {
  const routes = new Hono()
  routes.get('/system_stats', (c) => c.json(systemStats()))
  routes.get('/features', (c) => c.json(serverFeatures))
  routes.get('/models', (c) => c.json(Object.keys(modelFiles)))
  routes.get('/models/:folder', (c) => {
    const folder = c.req.param('folder')
    return isModelFolder(folder) ? c.json(modelFiles[folder]) : c.body(null, 404)
  })
  routes.get('/embeddings', (c) => c.json([]))
  routes.get('/object_info', (c) =>
    c.json(Object.fromEntries([...registry].map(([name, node]) => [name, describeNode(node)]))),
  )
  routes.get('/object_info/:class', (c) => {
    const node = registry.get(c.req.param('class'))
    return c.json(node === undefined ? {} : { [node.classType]: describeNode(node) })
  })
  return routes
}
