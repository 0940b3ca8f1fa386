import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** The handler in this process, with main.ts's settings; comfy-lite as a process of its own, so that memory is not shared. */
export async function openPress(): Promise<Press> {
  collectRarely()
  sharp.concurrency(1)
  sharp.cache(false)
  const folder = await mkdtemp(join(tmpdir(), 'press-'))
  const edge = await startFakeEdge()
  const port = await freePort()
  const comfyDir = join(folder, 'comfy')
  const engine: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../../packages/comfy-lite/src/main.ts', import.meta.url))],
    {
      env: { ...process.env, COMFY_LITE_PORT: String(port), COMFY_LITE_DIR: comfyDir },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const comfy = createComfyHttp(`http://127.0.0.1:${port}`)
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
      if (last?.event !== 'finished' || last.result.outcome !== 'made') {
        throw new Error(`a page ended as ${JSON.stringify(last)}`)
      }
      return last.result
    },
    async [Symbol.asyncDispose]() {
      engine.kill()
      await once(engine, 'exit')
      await edge.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
