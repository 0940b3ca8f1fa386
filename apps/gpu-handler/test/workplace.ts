import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ComfyLite, type ComfyLiteOptions, startComfyLite } from '@foxetales/comfy-lite/start-comfy-lite'
import { type FakeEdge, startFakeEdge } from './fake-edge.ts'

/** Everything around the handler: an edge, a ComfyUI stand-in and a folder. Closed by `await using`. */
export type Workplace = AsyncDisposable & {
  readonly edge: FakeEdge
  readonly comfy: ComfyLite
  readonly folder: string
  readonly comfyFolder: string
}

export async function openWorkplace(options: Partial<ComfyLiteOptions> = {}): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'gpu-handler-'))
  const comfyFolder = join(folder, 'comfy')
  const edge = await startFakeEdge()
  const comfy = await startComfyLite({ port: 0, dataDir: comfyFolder, log: () => {}, ...options })
  return {
    edge,
    comfy,
    folder,
    comfyFolder,
    async [Symbol.asyncDispose]() {
      await comfy.close()
      await edge.close()
      await rm(folder, { recursive: true })
    },
  }
}
