import { setImmediate, setTimeout } from 'node:timers/promises'
import type { PaintDraft } from '../draft-port.ts'
import { type ApiGraph, readLink } from '../graph/api-graph.ts'
import type { InputSpec, NodeContext, NodeDefinition } from '../nodes/node-definition.ts'
import { encodePreviewJpeg } from '../pixels/write-png.ts'
import type { FileStore } from '../storage/file-store.ts'
import type { ImageTensor } from '../tensor.ts'
import type { CachedOutput } from './output-cache.ts'
import type { ProgressState } from './progress-state.ts'
import type { EventSink, QueueItem } from './prompt-types.ts'

/** Everything a run needs besides the graph. */
export type RunServices = {
  files: FileStore
  paintDraft: PaintDraft
  events: EventSink
  stepDelayMs: number
}

/** The client that asked for a prompt, if it left its id. */
export function clientOf(item: QueueItem): string | null {
  const clientId = item.extraData['client_id']
  return typeof clientId === 'string' ? clientId : null
}

function wantsPreviews(item: QueueItem): boolean {
  const method = item.extraData['preview_method']
  return method === 'auto' || method === 'latent2rgb' || method === 'taesd'
}

const literalTypes = ['INT', 'FLOAT', 'STRING', 'BOOLEAN']

function takesLiteral(spec: InputSpec): boolean {
  return 'choices' in spec || literalTypes.includes(spec.type)
}

/**
 * A node's inputs with every link replaced by what it leads to. Inputs the node does not declare are left out.
 * @throws {TypeError} when a model, image or mask is a literal: ComfyUI's validation lets that pass as well,
 * and its node then breaks on it
 */
export function gatherInputs(
  graph: ApiGraph,
  nodeId: string,
  definition: NodeDefinition,
  outputOf: (nodeId: string) => CachedOutput,
): Record<string, unknown> {
  const inputs: Record<string, unknown> = {}
  const given = graph[nodeId]?.inputs ?? {}
  for (const [name, spec] of [
    ...Object.entries(definition.required),
    ...Object.entries(definition.optional),
  ]) {
    const value = given[name]
    if (value === undefined) continue
    const link = readLink(value)
    if (link !== null) {
      inputs[name] = outputOf(link[0]).outputs[link[1]]
    } else if (takesLiteral(spec)) {
      inputs[name] = value
    } else {
      throw new TypeError(`input ${name} of ${definition.classType} must be a link`)
    }
  }
  return inputs
}

/** What a node may reach while it runs; its steps become frames for the client. */
export function createNodeContext(
  services: RunServices,
  item: QueueItem,
  nodeId: string,
  progress: ProgressState,
  signal: AbortSignal,
): NodeContext {
  const { events } = services
  const clientId = clientOf(item)

  async function sendPreview(image: ImageTensor): Promise<void> {
    events.sendPreview(clientId, await encodePreviewJpeg(image), {
      node_id: nodeId,
      prompt_id: item.promptId,
      display_node_id: nodeId,
      parent_node_id: null,
      real_node_id: nodeId,
      image_type: 'image/jpeg',
    })
  }

  return {
    files: services.files,
    paintDraft: services.paintDraft,
    signal,
    async onStep(value, max, preview) {
      // Waiting lets an interrupt arrive between two steps, however short they are.
      await (services.stepDelayMs > 0 ? setTimeout(services.stepDelayMs) : setImmediate())
      signal.throwIfAborted()
      progress.update(nodeId, { value, max, state: 'running' })
      events.send(clientId, 'progress_state', progress.snapshot())
      if (wantsPreviews(item)) await sendPreview(preview())
      events.send(clientId, 'progress', { value, max, prompt_id: item.promptId, node: nodeId })
    },
  }
}
