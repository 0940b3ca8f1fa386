import type { InputSpec, NodeDefinition } from '../nodes/node-definition.ts'
import type { NodeRegistry } from '../nodes/registry.ts'
import type { FileStore } from '../storage/file-store.ts'
import type { ApiGraph, GraphNode } from './api-graph.ts'
import { validateLiteral } from './validate-literal.ts'
import {
  badLink,
  dependencyCycle,
  type ErrorReason,
  innerException,
  LinkLookupError,
  missingInput,
  typeMismatch,
} from './validation-errors.ts'

/** Whether a node can run; without reasons of its own, the fault lies with a node further up. */
export type Verdict = { valid: boolean; reasons: ErrorReason[] }

/** The state of one walk over a graph: verdicts so far, and the path of nodes being looked into. */
export type Walk = {
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

/** Checks a node and everything it links to, each once. @throws {LinkLookupError} */
export function validateNode(walk: Walk, nodeId: string): Verdict {
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
