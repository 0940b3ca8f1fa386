import type { NodeUi } from '../nodes/node-definition.ts'
import { createProgressState } from './progress-state.ts'
import {
  type EventMessage,
  type EventName,
  type EventSink,
  type HistoryEntry,
  type QueueItem,
  toWireItem,
} from './prompt-types.ts'

/** Tells a prompt's client how it goes, and keeps what the history will say of it. */
export type PromptReport = {
  /** An event for the client that the history keeps as well. */
  tell: (name: EventName, data: Record<string, unknown>) => void
  nodeStarts: (nodeId: string) => void
  nodeSteps: (nodeId: string, value: number, max: number) => void
  nodeEnds: (nodeId: string) => void
  nodeFails: (nodeId: string) => void
  /** What an output node made, now or in an earlier prompt. */
  nodeShows: (nodeId: string, ui: NodeUi) => void
  sendPreview: (nodeId: string, jpeg: Buffer) => void
  toHistory: (isSuccess: boolean) => HistoryEntry
}

/** The client that asked for a prompt, if it left its id. */
export function clientOf(item: QueueItem): string | null {
  const clientId = item.extraData['client_id']
  return typeof clientId === 'string' ? clientId : null
}

/** Frames and history of one prompt, in ComfyUI's shapes and order. `now` gives milliseconds. */
export function createPromptReport(item: QueueItem, events: EventSink, now: () => number): PromptReport {
  const { promptId } = item
  const clientId = clientOf(item)
  const messages: EventMessage[] = []
  const uis: Record<string, NodeUi> = {}
  const progress = createProgressState(promptId)

  function showProgress(
    nodeId: string,
    value: number,
    max: number,
    state: 'running' | 'finished' | 'error',
  ): void {
    progress.update(nodeId, { value, max, state })
    events.send(clientId, 'progress_state', progress.snapshot())
  }

  return {
    tell(name, data) {
      const message = { ...data, prompt_id: promptId, timestamp: now() }
      messages.push([name, message])
      events.send(clientId, name, message)
    },
    nodeStarts(nodeId) {
      if (clientId !== null) events.setRunning({ clientId, nodeId })
      showProgress(nodeId, 0, 1, 'running')
      events.send(clientId, 'executing', { node: nodeId, display_node: nodeId, prompt_id: promptId })
    },
    nodeSteps(nodeId, value, max) {
      showProgress(nodeId, value, max, 'running')
      events.send(clientId, 'progress', { value, max, prompt_id: promptId, node: nodeId })
    },
    nodeEnds: (nodeId) => showProgress(nodeId, 1, 1, 'finished'),
    nodeFails: (nodeId) => showProgress(nodeId, 0, 1, 'error'),
    nodeShows(nodeId, ui) {
      uis[nodeId] = ui
      events.send(clientId, 'executed', {
        node: nodeId,
        display_node: nodeId,
        output: ui,
        prompt_id: promptId,
      })
    },
    sendPreview(nodeId, jpeg) {
      events.sendPreview(clientId, jpeg, {
        node_id: nodeId,
        prompt_id: promptId,
        display_node_id: nodeId,
        parent_node_id: null,
        real_node_id: nodeId,
        image_type: 'image/jpeg',
      })
    },
    toHistory(isSuccess) {
      const meta = Object.keys(uis).map((id) => [
        id,
        { node_id: id, display_node: id, parent_node: null, real_node_id: id },
      ])
      return {
        prompt: toWireItem(item),
        outputs: uis,
        status: { status_str: isSuccess ? 'success' : 'error', completed: isSuccess, messages },
        meta: Object.fromEntries(meta),
      }
    },
  }
}
