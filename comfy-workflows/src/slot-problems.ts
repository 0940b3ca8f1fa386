import type { Graph, Workflow } from './workflow-schema.ts'

type NodeReference = { node: string; class_type: string; input?: string }

function problemOf(label: string, reference: NodeReference, graph: Graph): string | null {
  const node = graph[reference.node]
  if (node === undefined) {
    return `${label}: no node ${reference.node}`
  }
  if (node.class_type !== reference.class_type) {
    return `${label}: node ${reference.node} is ${node.class_type}, not ${reference.class_type}`
  }
  if (reference.input === undefined) {
    return null
  }
  const current = node.inputs[reference.input]
  if (current === undefined) {
    return `${label}: node ${reference.node} has no input ${reference.input}`
  }
  if (Array.isArray(current)) {
    return `${label}: input ${reference.input} of node ${reference.node} is a link`
  }
  return null
}

/** What keeps a workflow's slots and outputs from fitting its graph, in words; empty when all fit. */
export function findSlotProblems(workflow: Workflow): string[] {
  const references: Array<[string, NodeReference]> = [
    ...Object.entries(workflow.slots),
    ...Object.entries(workflow.outputs),
  ]
  return references
    .map(([label, reference]) => problemOf(label, reference, workflow.graph))
    .filter((problem) => problem !== null)
}

/** Node ids that no output of the workflow needs: ComfyUI would never run them. */
export function findOrphanNodes(workflow: Workflow): string[] {
  const needed = new Set<string>()
  const waiting = Object.values(workflow.outputs).flatMap((output) => output?.node ?? [])
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (needed.has(id)) continue
    needed.add(id)
    for (const input of Object.values(workflow.graph[id]?.inputs ?? {})) {
      if (Array.isArray(input)) waiting.push(input[0])
    }
  }
  return Object.keys(workflow.graph).filter((id) => !needed.has(id))
}
