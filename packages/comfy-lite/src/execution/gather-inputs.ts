import { type ApiGraph, readLink } from '../graph/api-graph.ts'
import type { InputSpec, NodeDefinition } from '../nodes/node-definition.ts'
import type { CachedOutput } from './output-cache.ts'

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
