import { z } from 'zod'

/** A link to another node's output: `[node id, output index]`. In the API format every bare array is a link. */
export type NodeLink = [nodeId: string, outputIndex: number]

/** One node as a client sends it. Inputs are unknown until validated against the node table. */
export type GraphNode = {
  class_type: string
  inputs: Record<string, unknown>
  _meta?: { title?: string | undefined } | undefined
}

/** A graph in ComfyUI's API format: node id → node. */
export type ApiGraph = Record<string, GraphNode>

/**
 * The outer shape alone. `class_type` may be missing here, because ComfyUI answers that with its own 400
 * and everything coarser with a bare 500.
 */
export const promptShape = z.record(
  z.string(),
  z.object({
    class_type: z.string().optional(),
    inputs: z.record(z.string(), z.unknown()),
    _meta: z.object({ title: z.string().optional() }).optional(),
  }),
)

export type RawGraph = z.infer<typeof promptShape>

/** The link an input holds, or null when it is a literal. */
export function readLink(value: unknown): NodeLink | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [nodeId, outputIndex] = value
  if (typeof nodeId !== 'string' || typeof outputIndex !== 'number') return null
  return [nodeId, outputIndex]
}

/** The links of a node, by input name. */
export function linksOf(node: GraphNode): Array<{ input: string; link: NodeLink }> {
  const links: Array<{ input: string; link: NodeLink }> = []
  for (const [input, value] of Object.entries(node.inputs)) {
    const link = readLink(value)
    if (link !== null) links.push({ input, link })
  }
  return links
}
