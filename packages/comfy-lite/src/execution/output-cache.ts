import type { NodeUi } from '../nodes/node-definition.ts'

/** What a node left behind: its outputs and, for an output node, what it told the client. */
export type CachedOutput = { outputs: readonly unknown[]; ui: NodeUi | null }

export type OutputCache = {
  get: (signature: string) => CachedOutput | undefined
  set: (signature: string, output: CachedOutput) => void
  /** Forgets everything the coming prompt does not name. */
  keepOnly: (signatures: Iterable<string>) => void
  clear: () => void
}

/** ComfyUI's classic cache: what the last prompt made, found again by what each node's inputs were. */
export function createOutputCache(): OutputCache {
  const entries = new Map<string, CachedOutput>()
  return {
    get: (signature) => entries.get(signature),
    set: (signature, output) => entries.set(signature, output),
    keepOnly(signatures) {
      const kept = new Set(signatures)
      for (const signature of entries.keys()) {
        if (!kept.has(signature)) entries.delete(signature)
      }
    },
    clear: () => entries.clear(),
  }
}
