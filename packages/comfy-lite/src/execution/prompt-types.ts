import type { ApiGraph } from '../graph/api-graph.ts'
import type { NodeUi } from '../nodes/node-definition.ts'

/** A prompt waiting or running. Lower numbers go first. */
export type QueueItem = {
  number: number
  promptId: string
  graph: ApiGraph
  extraData: Record<string, unknown>
  outputs: string[]
}

/** An item as `/queue` and `/history` write it. */
export type WireItem = [number, string, ApiGraph, Record<string, unknown>, string[]]

export function toWireItem(item: QueueItem): WireItem {
  return [item.number, item.promptId, item.graph, item.extraData, item.outputs]
}

export type EventName =
  | 'execution_start'
  | 'execution_cached'
  | 'execution_success'
  | 'execution_error'
  | 'execution_interrupted'

export type EventMessage = [EventName, Record<string, unknown>]

/** What `/history` keeps of a finished prompt. Interrupted counts as an error, with a message that says so. */
export type HistoryEntry = {
  prompt: WireItem
  outputs: Record<string, NodeUi>
  status: { status_str: 'success' | 'error'; completed: boolean; messages: EventMessage[] }
  meta: Record<string, Record<string, unknown>>
}

/** Where frames go. A null client hears nothing of its prompt's progress. */
export type EventSink = {
  send: (clientId: string | null, type: string, data: Record<string, unknown>) => void
  broadcast: (type: string, data: Record<string, unknown>) => void
  sendPreview: (clientId: string | null, jpeg: Buffer, metadata: Record<string, unknown>) => void
  /** The node a client is told about when it connects again in the middle of its own prompt. */
  setRunning: (running: { clientId: string; nodeId: string } | null) => void
}

/** Thrown where a running prompt notices that it was interrupted. */
export class InterruptedPrompt extends Error {
  override readonly name = 'InterruptProcessingException'
}
