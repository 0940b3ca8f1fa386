import { createHash } from 'node:crypto'
import { type ApiGraph, readLink } from '../graph/api-graph.ts'
import type { NodeRegistry } from '../nodes/registry.ts'
import type { FileStore } from '../storage/file-store.ts'

/**
 * For every node that the given outputs need, a text that is the same whenever the node would give the same
 * result: its class, its inputs (links by what they lead to, not by node id), and for files their content.
 */
export async function signNodes(
  graph: ApiGraph,
  outputs: readonly string[],
  registry: NodeRegistry,
  files: FileStore,
): Promise<Map<string, string>> {
  const signatures = new Map<string, string>()

  async function sign(nodeId: string): Promise<string> {
    const known = signatures.get(nodeId)
    if (known !== undefined) return known
    const node = graph[nodeId]
    const definition = registry.get(node?.class_type ?? '')
    if (node === undefined || definition === undefined) throw new Error(`node ${nodeId} was not validated`)
    const parts: unknown[] = [node.class_type]
    if (Object.values(definition.hidden).includes('UNIQUE_ID')) parts.push(nodeId)
    if (definition.fingerprint !== null) {
      // A file that cannot be read matches nothing; the node itself then reports it when it runs.
      parts.push(await definition.fingerprint(node.inputs, files).catch(() => crypto.randomUUID()))
    }
    for (const name of Object.keys(node.inputs).sort()) {
      const value = node.inputs[name]
      const link = readLink(value)
      parts.push(link === null ? [name, 'literal', value] : [name, 'link', await sign(link[0]), link[1]])
    }
    const signature = createHash('sha256').update(JSON.stringify(parts)).digest('base64')
    signatures.set(nodeId, signature)
    return signature
  }

  for (const output of outputs) await sign(output)
  return signatures
}
