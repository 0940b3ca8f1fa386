import type { InputSpec, NodeDefinition } from '../nodes/node-definition.ts'
import type { NodeRegistry } from '../nodes/registry.ts'
import type { FileStore } from '../storage/file-store.ts'
import type { ApiGraph, GraphNode, RawGraph } from './api-graph.ts'
import { publishSpec } from './object-info.ts'
import { validateLiteral } from './validate-literal.ts'
import type { ErrorReason, NodeErrors } from './validation-errors.ts'

/** `graph` holds the literals as their inputs' types; `outputs` are the output nodes that can run. */
export type PromptValidation =
  | { valid: true; graph: ApiGraph; outputs: string[]; nodeErrors: NodeErrors }
  | { valid: false; error: ErrorReason; nodeErrors: NodeErrors }

type Verdict = { valid: boolean; reasons: ErrorReason[] }

/** Something Python would have thrown while following a link; its type and text are part of the answer. */
class LinkLookupError extends Error {
  readonly exceptionType: string
  constructor(exceptionType: string, message: string) {
    super(message)
    this.exceptionType = exceptionType
  }
}

function missingInput(name: string): ErrorReason {
  return {
    type: 'required_input_missing',
    message: 'Required input is missing',
    details: name,
    extra_info: { input_name: name },
  }
}

function badLink(name: string, spec: InputSpec, value: unknown): ErrorReason {
  return {
    type: 'bad_linked_input',
    message: 'Bad linked input, must be a length-2 list of [node_id, slot_index]',
    details: name,
    extra_info: { input_name: name, input_config: publishSpec(spec), received_value: value },
  }
}

function typeMismatch(name: string, spec: InputSpec, received: string, link: unknown): ErrorReason {
  const expected =
    'choices' in spec ? `[${spec.choices.map((choice) => `'${choice}'`).join(', ')}]` : spec.type
  return {
    type: 'return_type_mismatch',
    message: 'Return type mismatch between linked nodes',
    details: `${name}, received_type(${received}) mismatch input_type(${expected})`,
    extra_info: {
      input_name: name,
      input_config: publishSpec(spec),
      received_type: received,
      linked_node: link,
    },
  }
}

/** Newer servers name a circle instead of running into Python's recursion limit. */
function dependencyCycle(path: readonly string[]): ErrorReason {
  return {
    type: 'dependency_cycle',
    message: 'Dependency cycle detected',
    details: path.join(' -> '),
    extra_info: { cycle_nodes: path },
  }
}

function innerException(name: string, spec: InputSpec, error: LinkLookupError, link: unknown): ErrorReason {
  return {
    type: 'exception_during_inner_validation',
    message: 'Exception when validating inner node',
    details: error.message,
    extra_info: {
      input_name: name,
      input_config: publishSpec(spec),
      exception_message: error.message,
      exception_type: error.exceptionType,
      traceback: [],
      linked_node: link,
    },
  }
}

/** The state of one walk over a graph: verdicts so far, and the path of nodes being looked into. */
type Walk = {
  graph: ApiGraph
  registry: NodeRegistry
  files: FileStore
  verdicts: Map<string, Verdict>
  path: string[]
}

function definitionOf(walk: Walk, nodeId: string): { node: GraphNode; definition: NodeDefinition } {
  const node = Object.hasOwn(walk.graph, nodeId) ? walk.graph[nodeId] : undefined
  const definition = node === undefined ? undefined : walk.registry.get(node.class_type)
  if (node === undefined || definition === undefined) throw new LinkLookupError('KeyError', `'${nodeId}'`)
  return { node, definition }
}

/** Checks one link; null reasons with `valid: false` mean that the fault lies further up and is told there. */
function validateLink(walk: Walk, name: string, spec: InputSpec, value: unknown[]): Verdict {
  const [nodeId, index] = value
  if (value.length !== 2) return { valid: false, reasons: [badLink(name, spec, value)] }
  const sourceId = String(nodeId)
  const { definition } = definitionOf(walk, sourceId)
  const received = typeof index === 'number' ? definition.outputs[index] : undefined
  if (received === undefined) throw new LinkLookupError('IndexError', 'tuple index out of range')
  if ('choices' in spec || received !== spec.type) {
    return { valid: false, reasons: [typeMismatch(name, spec, received, value)] }
  }
  const circleStart = walk.path.indexOf(sourceId)
  if (circleStart >= 0) {
    return { valid: false, reasons: [dependencyCycle([...walk.path.slice(circleStart), sourceId])] }
  }
  try {
    return { valid: validateNode(walk, sourceId).valid, reasons: [] }
  } catch (error) {
    if (!(error instanceof LinkLookupError)) throw error
    // ComfyUI books the exception on the node that could not be looked into, not on this one.
    walk.verdicts.set(sourceId, { valid: false, reasons: [innerException(name, spec, error, value)] })
    return { valid: false, reasons: [] }
  }
}

function validateNode(walk: Walk, nodeId: string): Verdict {
  const known = walk.verdicts.get(nodeId)
  if (known !== undefined) return known
  const { node, definition } = definitionOf(walk, nodeId)
  const reasons: ErrorReason[] = []
  let valid = true
  walk.path.push(nodeId)
  try {
    // Inputs that the node does not declare are never looked at: ComfyUI ignores them, misspelt or not.
    for (const [name, spec] of [
      ...Object.entries(definition.required),
      ...Object.entries(definition.optional),
    ]) {
      if (!Object.hasOwn(node.inputs, name)) {
        if (Object.hasOwn(definition.required, name)) reasons.push(missingInput(name))
        continue
      }
      const value = node.inputs[name]
      if (Array.isArray(value)) {
        const verdict = validateLink(walk, name, spec, value)
        reasons.push(...verdict.reasons)
        valid = valid && verdict.valid
      } else {
        const checked = validateLiteral(name, value, spec, definition, walk.files)
        node.inputs[name] = checked.value
        if (checked.problem !== null) reasons.push(checked.problem)
      }
    }
  } finally {
    walk.path.pop()
  }
  const verdict = { valid: valid && reasons.length === 0, reasons }
  walk.verdicts.set(nodeId, verdict)
  return verdict
}

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
