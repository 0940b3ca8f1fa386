import { type ObjectInfo, objectInfoSchema } from '@foxetales/comfy-workflows/object-info'
import { describeNode } from '../src/graph/object-info.ts'
import { nodeRegistry } from '../src/nodes/registry.ts'

/** This server's node table as `/object_info` tells it. */
export function ourNodes(): ObjectInfo {
  const told = Object.fromEntries([...nodeRegistry].map(([name, node]) => [name, describeNode(node)]))
  return objectInfoSchema.parse(JSON.parse(JSON.stringify(told)))
}
