import type { InputSignature, NodeSignature, ObjectInfo } from './object-info.ts'
import type { Graph } from './workflow-schema.ts'

type GraphNode = Graph[string]
type InputValue = GraphNode['inputs'][string]

/** Something in a graph that a server with these nodes would refuse, ignore or trip over. */
export type GraphProblem = { readonly nodeId: string; readonly detail: string }

/**
 * A stricter look at a graph than `POST /prompt` takes. Beside what ComfyUI refuses (unknown classes, missing inputs,
 * wrong types, values outside their range or list) it finds what ComfyUI lets pass: inputs that the node does not
 * have, which are ignored without a word, links to outputs that do not exist, and nodes that no output needs.
 */
export function findGraphProblems(graph: Graph, info: ObjectInfo): GraphProblem[] {
  const needed = neededNodes(graph, info)
  return Object.entries(graph).flatMap(([nodeId, node]) => {
    const say = (detail: string): GraphProblem => ({ nodeId, detail: `${node.class_type} ${detail}` })
    const signature = info[node.class_type]
    if (signature === undefined) return [say('is not installed')]
    const missing = Object.keys(signature.required).filter((name) => !Object.hasOwn(node.inputs, name))
    const values = Object.entries(node.inputs).map(([name, value]) =>
      valueProblem(name, value, signature, graph, info),
    )
    return [
      ...missing.map((name) => say(`lacks its input ${name}`)),
      ...values.filter((problem) => problem !== null).map(say),
      ...(needed.has(nodeId) ? [] : [say('is needed by no output')]),
    ]
  })
}

/** The ids of nodes that an output node leads back to through inputs that their nodes really have. */
function neededNodes(graph: Graph, info: ObjectInfo): Set<string> {
  const needed = new Set<string>()
  const waiting = Object.keys(graph).filter((id) => info[graph[id]?.class_type ?? '']?.isOutputNode)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = graph[id]
    if (node === undefined || needed.has(id)) continue
    needed.add(id)
    const signature = info[node.class_type]
    for (const [name, value] of Object.entries(node.inputs)) {
      if (Array.isArray(value) && signature && inputOf(signature, name)) waiting.push(value[0])
    }
  }
  return needed
}

function inputOf(signature: NodeSignature, name: string): InputSignature | undefined {
  if (Object.hasOwn(signature.required, name)) return signature.required[name]
  return Object.hasOwn(signature.optional, name) ? signature.optional[name] : undefined
}

function valueProblem(
  name: string,
  value: InputValue,
  signature: NodeSignature,
  graph: Graph,
  info: ObjectInfo,
): string | null {
  const input = inputOf(signature, name)
  if (input === undefined) return `has no input ${name}`
  return Array.isArray(value)
    ? linkProblem(name, value, input, graph, info)
    : literalProblem(name, value, input)
}

function linkProblem(
  name: string,
  [sourceId, index]: readonly [string, number],
  input: InputSignature,
  graph: Graph,
  info: ObjectInfo,
): string | null {
  const source = graph[sourceId]
  if (source === undefined) return `links ${name} to node ${sourceId}, which is not there`
  const outputs = info[source.class_type]?.outputs
  // A source that is not installed is told of once, at its own node.
  if (outputs === undefined) return null
  const given = outputs[index]
  if (given === undefined)
    return `links ${name} to output ${index} of ${source.class_type}, which has ${outputs.length}`
  const fits = input.type === '*' || given === '*' || input.type.split(',').includes(given)
  return fits ? null : `takes ${input.type} for ${name}, and ${source.class_type} gives ${given}`
}

const literalTypes: Record<string, 'number' | 'string' | 'boolean'> = {
  INT: 'number',
  FLOAT: 'number',
  STRING: 'string',
  BOOLEAN: 'boolean',
}

function literalProblem(
  name: string,
  value: string | number | boolean,
  input: InputSignature,
): string | null {
  if (input.choices) return input.choices.includes(value) ? null : `does not offer "${value}" for ${name}`
  const expected = literalTypes[input.type]
  if (expected === undefined) return `takes a link for ${name}`
  if (typeof value !== expected) return `takes a ${expected} for ${name}`
  if (typeof value !== 'number') return null
  if (input.type === 'INT' && !Number.isInteger(value)) return `takes a whole number for ${name}`
  if (input.min !== undefined && value < input.min) return `takes ${name} from ${input.min}`
  if (input.max !== undefined && value > input.max) return `takes ${name} up to ${input.max}`
  return null
}
