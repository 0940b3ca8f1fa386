import { setImmediate } from 'node:timers/promises'
import type { NodeDefinition } from '../nodes/node-definition.ts'
import type { NodeRegistry } from '../nodes/registry.ts'
import { createExecutionList } from './execution-list.ts'
import { gatherInputs } from './gather-inputs.ts'
import { createNodeContext, type NodeServices } from './node-context.ts'
import { signNodes } from './node-signatures.ts'
import type { CachedOutput, OutputCache } from './output-cache.ts'
import { createPromptReport, type PromptReport } from './prompt-report.ts'
import { type EventSink, type HistoryEntry, InterruptedPrompt, type QueueItem } from './prompt-types.ts'

export type BeforeNode = (classType: string) => Promise<void>

export type PromptServices = NodeServices & {
  beforeNode: BeforeNode
  registry: NodeRegistry
  cache: OutputCache
  events: EventSink
  now: () => number
}

/** The node at which a run stands, for the error message if it breaks there. */
type Place = { nodeId: string; classType: string; inputs: Record<string, unknown> }

/** Plain inputs as they are, the rest by kind only: pictures are not put into error messages. */
function describeInputs(inputs: Record<string, unknown>): Record<string, unknown[]> {
  const described: Record<string, unknown[]> = {}
  for (const [name, value] of Object.entries(inputs)) {
    const isPlain = value === null || typeof value !== 'object'
    described[name] = [isPlain ? value : '<object>']
  }
  return described
}

function tellFailure(report: PromptReport, error: unknown, place: Place | null, executed: string[]): void {
  const where = { node_id: place?.nodeId ?? null, node_type: place?.classType ?? null, executed }
  if (error instanceof InterruptedPrompt) {
    report.tell('execution_interrupted', where)
    return
  }
  if (place !== null) report.nodeFails(place.nodeId)
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  report.tell('execution_error', {
    ...where,
    exception_message: message,
    exception_type: name,
    traceback: (stack ?? '').split('\n').slice(1),
    current_inputs: describeInputs(place?.inputs ?? {}),
    current_outputs: executed,
  })
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
  const { registry, cache, events, files } = services
  const { graph } = item
  const report = createPromptReport(item, events, services.now)
  const executed: string[] = []
  let place: Place | null = null

  async function runNode(here: Place, definition: NodeDefinition, outputOf: (id: string) => CachedOutput) {
    report.nodeStarts(here.nodeId)
    here.inputs = gatherInputs(graph, here.nodeId, definition, outputOf)
    const context = createNodeContext(services, item, here.nodeId, report, signal)
    await services.beforeNode(definition.classType)
    const { outputs, ui } = await definition.execute(here.inputs, context)
    if (ui !== undefined) report.nodeShows(here.nodeId, ui)
    report.nodeEnds(here.nodeId)
    executed.push(here.nodeId)
    return { outputs, ui: ui ?? null }
  }

  async function runAll(): Promise<void> {
    const signatures = await signNodes(graph, item.outputs, registry, files)
    cache.keepOnly(signatures.values())
    const lookUp = (nodeId: string) => cache.get(signatures.get(nodeId) ?? '')
    const isCached = (nodeId: string) => lookUp(nodeId) !== undefined
    const outputOf = (nodeId: string) => {
      const output = lookUp(nodeId)
      if (output === undefined) throw new Error(`node ${nodeId} has not run yet`)
      return output
    }
    report.tell('execution_cached', { nodes: [...signatures.keys()].filter(isCached) })
    const list = createExecutionList(graph, item.outputs, isCached)
    for (let nodeId = list.next(); nodeId !== null; nodeId = list.next()) {
      const definition = registry.get(graph[nodeId]?.class_type ?? '')
      if (definition === undefined) throw new Error(`node ${nodeId} was not validated`)
      const here: Place = { nodeId, classType: definition.classType, inputs: {} }
      place = here
      // A turn of the event loop, so that an interrupt can arrive between two nodes.
      await setImmediate()
      signal.throwIfAborted()
      const known = lookUp(nodeId)
      if (known === undefined) {
        cache.set(signatures.get(nodeId) ?? '', await runNode(here, definition, outputOf))
      } else if (known.ui !== null) {
        report.nodeShows(nodeId, known.ui)
      }
      list.done(nodeId)
    }
  }

  report.tell('execution_start', {})
  try {
    await runAll()
    report.tell('execution_success', {})
    return report.toHistory(true)
  } catch (error) {
    tellFailure(report, error, place, executed)
    return report.toHistory(false)
  } finally {
    events.setRunning(null)
  }
}
