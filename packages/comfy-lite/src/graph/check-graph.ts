import type { NodeDefinition } from '../nodes/node-definition.ts'
import type { NodeRegistry } from '../nodes/registry.ts'
import { type ApiGraph, linksOf } from './api-graph.ts'

/** A fault in a graph that ComfyUI itself would let pass or report late. */
export type GraphProblem = {
  kind: 'unknown_class' | 'unknown_input' | 'missing_node' | 'missing_output' | 'unreachable_node'
  nodeId: string
  detail: string
}

function linkProblems(graph: ApiGraph, nodeId: string, registry: NodeRegistry): GraphProblem[] {
  const node = graph[nodeId]
  if (node === undefined) return []
  return linksOf(node).flatMap(({ input, link: [sourceId, index] }): GraphProblem[] => {
    const source = graph[sourceId]
    if (source === undefined) {
      return [
        { kind: 'missing_node', nodeId, detail: `${input} links to node ${sourceId}, which is not there` },
      ]
    }
    const outputs = registry.get(source.class_type)?.outputs
    if (outputs === undefined || outputs[index] !== undefined) return []
    const detail = `${input} links to output ${index} of ${source.class_type}, which has ${outputs.length}`
    return [{ kind: 'missing_output', nodeId, detail }]
  })
}

function isDeclared(definition: NodeDefinition, input: string): boolean {
  return Object.hasOwn(definition.required, input) || Object.hasOwn(definition.optional, input)
}

function inputProblems(graph: ApiGraph, nodeId: string, registry: NodeRegistry): GraphProblem[] {
  const node = graph[nodeId]
  if (node === undefined) return []
  const definition = registry.get(node.class_type)
  if (definition === undefined) return [{ kind: 'unknown_class', nodeId, detail: node.class_type }]
  return Object.keys(node.inputs)
    .filter((name) => !isDeclared(definition, name))
    .map((name) => ({ kind: 'unknown_input', nodeId, detail: `${node.class_type} has no input ${name}` }))
}

/** The nodes whose results matter: reached from an output node by inputs that their nodes really read. */
function reachableNodes(graph: ApiGraph, registry: NodeRegistry): Set<string> {
  const reached = new Set<string>()
  const waiting = Object.keys(graph).filter(
    (id) => registry.get(graph[id]?.class_type ?? '')?.isOutputNode === true,
  )
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = graph[id]
    if (node === undefined || reached.has(id)) continue
    reached.add(id)
    const definition = registry.get(node.class_type)
    if (definition === undefined) continue
    for (const { input, link } of linksOf(node)) {
      if (isDeclared(definition, input)) waiting.push(link[0])
    }
  }
  return reached
}

/**
 * A stricter look at our own graphs than POST /prompt takes: misspelt inputs, which ComfyUI ignores without a
 * word, outputs that do not exist, and nodes that no output needs. Missing or mistyped inputs are
 * `validatePrompt`'s to find.
 */
export function checkGraph(graph: ApiGraph, registry: NodeRegistry): GraphProblem[] {
  const reached = reachableNodes(graph, registry)
  return Object.keys(graph).flatMap((nodeId) => [
    ...inputProblems(graph, nodeId, registry),
    ...linkProblems(graph, nodeId, registry),
    ...(reached.has(nodeId)
      ? []
      : [{ kind: 'unreachable_node', nodeId, detail: 'no output node needs it' } as const]),
  ])
}
