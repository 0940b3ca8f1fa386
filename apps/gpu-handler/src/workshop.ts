import type { FaceMemory } from './checks/face-memory.ts'
import type { ComfyHttp } from './comfy/comfy-http.ts'
import type { GuardedFetch } from './files/guarded-fetch.ts'
import type { LayerLoader } from './images/layers.ts'
import type { RecordedLicences } from './licences.ts'

/** What units are made with; lives as long as the process. */
export type Workshop = {
  readonly guardedFetch: GuardedFetch
  readonly loadLayer: LayerLoader
  readonly faceMemory: FaceMemory
  /** Absent on a machine that only checks photos and prints. */
  readonly comfy: ComfyHttp | undefined
  /** ComfyUI's folder, when it is on this machine. */
  readonly comfyDir: string | undefined
  readonly licences: RecordedLicences
}

/** What one unit's work may use beside the workshop. */
export type WorkContext = {
  readonly signal: AbortSignal
  /** 0..1 of the whole unit. */
  readonly onProgress: (fraction: number) => void
}
