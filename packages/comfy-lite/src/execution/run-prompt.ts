import { setImmediate } from 'node:timers/promises'
import type { NodeDefinition, NodeUi } from '../nodes/node-definition.ts'
import type { NodeRegistry } from '../nodes/registry.ts'
import { createExecutionList } from './execution-list.ts'
import { signNodes } from './node-signatures.ts'
import type { CachedOutput, OutputCache } from './output-cache.ts'
import { createProgressState } from './progress-state.ts'
import {
  type EventMessage,
  type EventName,
  type HistoryEntry,
  InterruptedPrompt,
  type QueueItem,
  toWireItem,
} from './prompt-types.ts'
import { clientOf, createNodeContext, gatherInputs, type RunServices } from './run-node.ts'

export type PromptServices = RunServices & { registry: NodeRegistry; cache: OutputCache; now: () => number }

/** Plain inputs as they are, the rest by kind only: pictures are not put into error messages. */
function describeInputs(inputs: Record<string, unknown>): Record<string, unknown[]> {
  const described: Record<string, unknown[]> = {}
  for (const [name, value] of Object.entries(inputs)) {
    const isPlain = value === null || typeof value !== 'object'
    described[name] = [isPlain ? value : '<object>']
  }
  return described
}

/**
 * Runs one prompt to its end: success, error or interruption, all of which are results. Frames go to the
 * prompt's client in ComfyUI's order; the caller stores the entry and then tells the client that it is over.
 */
export async function runPrompt(
  item: QueueItem,
  services: PromptServices,
  signal: AbortSignal,
): Promise<HistoryEntry> {
  const { registry, cache, events } = services
  const { promptId, graph } = item
  const clientId = clientOf(item)
  const messages: EventMessage[] = []
  const progress = createProgressState(promptId)
  const executed: string[] = []
  const uis: Record<string, NodeUi> = {}
  let current: { nodeId: string; classType: string; inputs: Record<string, unknown> } | null = null

  function tell(name: EventName, data: Record<string, unknown>): void {
    const message = { ...data, prompt_id: promptId, timestamp: services.now() }
    messages.push([name, message])
    events.send(clientId, name, message)
  }

  function showProgress(nodeId: string, value: number, state: 'running' | 'finished' | 'error'): void {
    progress.update(nodeId, { value, max: 1, state })
    events.send(clientId, 'progress_state', progress.snapshot())
  }

  function tellUi(nodeId: string, ui: NodeUi): void {
    uis[nodeId] = ui
    events.send(clientId, 'executed', { node: nodeId, display_node: nodeId, output: ui, prompt_id: promptId })
  }

  function finish(isSuccess: boolean): HistoryEntry {
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
  }

  async function runNode(nodeId: string, definition: NodeDefinition, outputOf: (id: string) => CachedOutput) {
    const running = { nodeId, classType: definition.classType, inputs: {} }
    current = running
    if (clientId !== null) events.setRunning({ clientId, nodeId })
    showProgress(nodeId, 0, 'running')
    events.send(clientId, 'executing', { node: nodeId, display_node: nodeId, prompt_id: promptId })
    running.inputs = gatherInputs(graph, nodeId, definition, outputOf)
    const context = createNodeContext(services, item, nodeId, progress, signal)
    const { outputs, ui } = await definition.execute(running.inputs, context)
    if (ui !== undefined) tellUi(nodeId, ui)
    showProgress(nodeId, 1, 'finished')
    executed.push(nodeId)
    return { outputs, ui: ui ?? null }
  }

  async function runAll(): Promise<void> {
    const signatures = await signNodes(graph, item.outputs, registry, services.files)
    cache.keepOnly(signatures.values())
    const lookUp = (nodeId: string) => cache.get(signatures.get(nodeId) ?? '')
    const outputOf = (nodeId: string) => {
      const output = lookUp(nodeId)
      if (output === undefined) throw new Error(`node ${nodeId} has not run yet`)
      return output
    }
    const cachedNodes = [...signatures.keys()].filter((id) => lookUp(id) !== undefined)
    tell('execution_cached', { nodes: cachedNodes })
    const list = createExecutionList(graph, item.outputs, (id) => lookUp(id) !== undefined)
    for (let nodeId = list.next(); nodeId !== null; nodeId = list.next()) {
      const definition = registry.get(graph[nodeId]?.class_type ?? '')
      if (definition === undefined) throw new Error(`node ${nodeId} was not validated`)
      current = { nodeId, classType: definition.classType, inputs: {} }
      await setImmediate()
      signal.throwIfAborted()
      const known = lookUp(nodeId)
      if (known === undefined) {
        cache.set(signatures.get(nodeId) ?? '', await runNode(nodeId, definition, outputOf))
      } else if (known.ui !== null) {
        tellUi(nodeId, known.ui)
      }
      list.done(nodeId)
    }
  }

  function tellFailure(error: unknown): void {
    const place = { node_id: current?.nodeId ?? null, node_type: current?.classType ?? null, executed }
    if (error instanceof InterruptedPrompt) {
      tell('execution_interrupted', place)
      return
    }
    if (current !== null) showProgress(current.nodeId, 0, 'error')
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    tell('execution_error', {
      ...place,
      exception_message: message,
      exception_type: name,
      traceback: (stack ?? '').split('\n').slice(1),
      current_inputs: describeInputs(current?.inputs ?? {}),
      current_outputs: executed,
    })
  }

  tell('execution_start', {})
  try {
    await runAll()
  } catch (error) {
    tellFailure(error)
    return finish(false)
  } finally {
    events.setRunning(null)
  }
  tell('execution_success', {})
  return finish(true)
}
