import { setImmediate, setTimeout } from 'node:timers/promises'
import type { FindFace, PaintDraft } from '../draft-port.ts'
import type { NodeContext } from '../nodes/node-definition.ts'
import { encodePreviewJpeg } from '../pixels/write-png.ts'
import type { FileStore } from '../storage/file-store.ts'
import type { PromptReport } from './prompt-report.ts'
import type { QueueItem } from './prompt-types.ts'

/** What nodes are run with, whatever the prompt. */
export type NodeServices = {
  files: FileStore
  paintDraft: PaintDraft
  findFace: FindFace
  stepDelayMs: number
}

/** ComfyUI's per-prompt switch for previews; without it none are made, as with `--preview-method none`. */
function wantsPreviews(item: QueueItem): boolean {
  const method = item.extraData['preview_method']
  return method === 'auto' || method === 'latent2rgb' || method === 'taesd'
}

/** What one node may reach while it runs; its steps become frames for the client. */
export function createNodeContext(
  { files, paintDraft, findFace, stepDelayMs }: NodeServices,
  item: QueueItem,
  nodeId: string,
  report: PromptReport,
  signal: AbortSignal,
): NodeContext {
  const hasPreviews = wantsPreviews(item)
  return {
    files,
    paintDraft,
    findFace,
    signal,
    async onStep(value, max, preview) {
      // Waiting lets an interrupt arrive between two steps, however short they are.
      await (stepDelayMs > 0 ? setTimeout(stepDelayMs) : setImmediate())
      signal.throwIfAborted()
      if (hasPreviews) report.sendPreview(nodeId, await encodePreviewJpeg(preview()))
      report.nodeSteps(nodeId, value, max)
    },
  }
}
