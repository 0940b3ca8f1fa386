import process from 'node:process'
import { runWorker } from '@foxetales/runpod/worker/run-worker'
import sharp from 'sharp'
import { createFaceMemory } from './checks/face-memory.ts'
import { collectRarely } from './collect-rarely.ts'
import { createComfyHttp } from './comfy/comfy-http.ts'
import { waitForComfy } from './comfy/wait-for-comfy.ts'
import { readEnv } from './env.ts'
import { createGuardedFetch } from './files/guarded-fetch.ts'
import { createTemplateCache } from './files/template-cache.ts'
import { createJobHandler } from './handle-job.ts'
import { createLayerLoader } from './images/layers.ts'
import { warmUp } from './warm-up.ts'

collectRarely()
// One unit at a time on a machine whose GPU is the expensive part: more threads would only take turns.
sharp.concurrency(1)
// sharp's cache would keep a child's photo in memory after its unit.
sharp.cache(false)

const env = readEnv(process.env)
const comfy = env.COMFY_URL === undefined ? undefined : createComfyHttp(env.COMFY_URL)
if (comfy) {
  await waitForComfy(comfy)
  await warmUp(comfy, env.COMFY_DIR)
}
const guardedFetch = createGuardedFetch(env.ALLOWED_HOSTS)
const handler = createJobHandler({
  guardedFetch,
  loadLayer: createLayerLoader(createTemplateCache(guardedFetch, env.CACHE_DIR)),
  faceMemory: createFaceMemory(),
  comfy,
  comfyDir: env.COMFY_DIR,
  licences: env.MODEL_LICENCES,
})
await runWorker({ env: process.env, handler })
// Idle sockets and the face finder's WebAssembly would keep the process alive.
process.exit(0)
