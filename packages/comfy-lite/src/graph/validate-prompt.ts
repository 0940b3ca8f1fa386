import type { NodeRegistry } from '../nodes/registry.ts'
import type { FileStore } from '../storage/file-store.ts'
import type { ApiGraph, RawGraph } from './api-graph.ts'
import { validateNode, type Walk } from './validate-node.ts'
import { type ErrorReason, LinkLookupError, type NodeErrors } from './validation-errors.ts'

/** `graph` holds the literals as their inputs' types; `outputs` are the output nodes that can run. */
export type PromptValidation =
  | { valid: true; graph: ApiGraph; outputs: string[]; nodeErrors: NodeErrors }
  | { valid: false; error: ErrorReason; nodeErrors: NodeErrors }

function validateOutput(walk: Walk, nodeId: string): boolean {
  try {
    return validateNode(walk, nodeId).valid
  } catch (error) {
    if (!(error instanceof LinkLookupError)) throw error
    const reason: ErrorReason = {
      type: 'exception_during_validation',
      message: 'Exception when validating node',
      details: error.message,
      extra_info: { exception_type: error.exceptionType, traceback: [] },
    }
    walk.verdicts.set(nodeId, { valid: false, reasons: [reason] })
    return false
  }
}

/** Adds the faults known so far to the answer, as hindering this output. */
function bookErrors(walk: Walk, outputId: string, nodeErrors: NodeErrors): void {
  for (const [nodeId, verdict] of walk.verdicts) {
    if (verdict.valid || verdict.reasons.length === 0) continue
    const entry = nodeErrors[nodeId] ?? {
      errors: verdict.reasons,
      dependent_outputs: [],
      class_type: walk.graph[nodeId]?.class_type ?? '',
    }
    entry.dependent_outputs.push(outputId)
    nodeErrors[nodeId] = entry
  }
}

/** Every node must have a class that exists, reachable or not. */
function classProblem(graph: RawGraph, registry: NodeRegistry): ErrorReason | null {
  for (const [nodeId, node] of Object.entries(graph)) {
    const title = node._meta?.title ?? node.class_type ?? ''
    if (node.class_type === undefined) {
      return {
        type: 'invalid_prompt',
        message: 'Cannot execute because a node is missing the class_type property.',
        details: `Node ID '#${nodeId}'`,
        extra_info: {},
      }
    }
    if (!registry.has(node.class_type)) {
      return {
        type: 'missing_node_type',
        message: `Node '${title}' not found. The custom node may not be installed.`,
        details: `Node ID '#${nodeId}'`,
        extra_info: { node_id: nodeId, class_type: node.class_type, node_title: title },
      }
    }
  }
  return null
}

/**
 * Validates a graph as ComfyUI's POST /prompt does: walks back from every output node; nodes that no output
 * needs are checked for their class alone. `onlyOutputs` restricts the run to some output nodes.
 */
export function validatePrompt(
  raw: RawGraph,
  registry: NodeRegistry,
  files: FileStore,
  onlyOutputs: readonly string[] | null = null,
): PromptValidation {
  const unknownClass = classProblem(raw, registry)
  if (unknownClass !== null) return { valid: false, error: unknownClass, nodeErrors: {} }
  const graph: ApiGraph = Object.fromEntries(
    Object.entries(raw).map(([id, node]) => [
      id,
      { ...node, class_type: node.class_type ?? '', inputs: { ...node.inputs } },
    ]),
  )
  const outputs = Object.keys(graph).filter((id) => {
    const isOutput = registry.get(graph[id]?.class_type ?? '')?.isOutputNode === true
    return isOutput && (onlyOutputs === null || onlyOutputs.includes(id))
  })
  if (outputs.length === 0) {
    const error = { type: 'prompt_no_outputs', message: 'Prompt has no outputs', details: '', extra_info: {} }
    return { valid: false, error, nodeErrors: {} }
  }
  const walk: Walk = { graph, registry, files, verdicts: new Map(), path: [] }
  const nodeErrors: NodeErrors = {}
  const failures: ErrorReason[] = []
  const good = outputs.filter((id) => {
    if (validateOutput(walk, id)) return true
    failures.push(...(walk.verdicts.get(id)?.reasons ?? []))
    bookErrors(walk, id, nodeErrors)
    return false
  })
  if (good.length > 0) return { valid: true, graph, outputs: good, nodeErrors }
  const error: ErrorReason = {
    type: 'prompt_outputs_failed_validation',
    message: 'Prompt outputs failed validation',
    details: failures.map((reason) => `${reason.message}: ${reason.details}`).join('\n'),
    extra_info: {},
  }
  return { valid: false, error, nodeErrors }
}
