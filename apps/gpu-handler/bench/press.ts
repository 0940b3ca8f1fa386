import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { UnitInput, UnitResult } from '@foxetales/shared-schemas/unit'
import sharp from 'sharp'
import { createFaceMemory } from '../src/checks/face-memory.ts'
import { collectRarely } from '../src/collect-rarely.ts'
import { createComfyHttp } from '../src/comfy/comfy-http.ts'
import { waitForComfy } from '../src/comfy/wait-for-comfy.ts'
import { createGuardedFetch } from '../src/files/guarded-fetch.ts'
import { createTemplateCache } from '../src/files/template-cache.ts'
import { createJobHandler } from '../src/handle-job.ts'
import { createLayerLoader } from '../src/images/layers.ts'
import { freePort } from '../test/comfy-process.ts'
import { type FakeEdge, startFakeEdge } from '../test/fake-edge.ts'
import { jobContext } from '../test/units.ts'

export type Press = AsyncDisposable & {
  readonly edge: FakeEdge
  /** Runs one unit through the handler, as main.ts does. @throws when the unit does not end well */
  make(unit: UnitInput): Promise<Extract<UnitResult, { outcome: 'made' }>>
}

/** The handler in this process, with main.ts's settings; comfy-lite as a process of its own, or the ComfyUI at COMFY_URL. */
export async function openPress(): Promise<Press> {
  collectRarely()
  sharp.concurrency(1)
  sharp.cache(false)
  const folder = await mkdtemp(join(tmpdir(), 'press-'))
  const edge = await startFakeEdge()
  const comfyDir = join(folder, 'comfy')
  const engine = process.env['COMFY_URL'] === undefined ? await startComfyLite(comfyDir) : undefined
  const comfy = createComfyHttp(engine?.url ?? process.env['COMFY_URL'] ?? '')
  await waitForComfy(comfy)
  const guardedFetch = createGuardedFetch([edge.host])
  const loadLayer = createLayerLoader(createTemplateCache(guardedFetch, join(folder, 'templates')))
  const handle = createJobHandler({
    faceMemory: createFaceMemory(),
    guardedFetch,
    loadLayer,
    comfy,
    comfyDir,
    licences: new Map(),
  })
  return {
    edge,
    async make(unit) {
      await handle({ id: unit.unitId, input: unit }, jobContext())
      const last = edge.heard.at(-1)
      edge.heard.length = 0
      // The played edge would keep every page in this process.
      if ('outputs' in unit) {
        for (const target of Object.values(unit.outputs)) {
          if (target) edge.files.delete(new URL(target.url).pathname)
        }
      }
      if (last?.event !== 'finished' || last.result.outcome !== 'made') {
        throw new Error(`a page ended as ${JSON.stringify(last)}`)
      }
      return last.result
    },
    async [Symbol.asyncDispose]() {
      await engine?.stop()
      await edge.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startComfyLite(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const program = fileURLToPath(new URL('../../../packages/comfy-lite/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, COMFY_LITE_PORT: String(port), COMFY_LITE_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}
