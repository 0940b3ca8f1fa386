import { type ApiGraph, linksOf } from '../graph/api-graph.ts'

/** The nodes still to run, handed out only when everything they link to is there. */
export type ExecutionList = {
  /** The next node that can run, output nodes first; null when none is left. */
  next: () => string | null
  done: (nodeId: string) => void
}

/**
 * What has to run for the given outputs. Behind a cached node nothing is needed; a cached output node is still
 * handed out, because the client is told its result again.
 */
export function createExecutionList(
  graph: ApiGraph,
  outputs: readonly string[],
  isCached: (nodeId: string) => boolean,
): ExecutionList {
  const waitingFor = new Map<string, Set<string>>()

  function add(nodeId: string): void {
    if (waitingFor.has(nodeId)) return
    const needs = new Set<string>()
    waitingFor.set(nodeId, needs)
    const node = graph[nodeId]
    if (node === undefined || isCached(nodeId)) return
    for (const { link } of linksOf(node)) {
      if (isCached(link[0])) continue
      needs.add(link[0])
      add(link[0])
    }
  }

  for (const output of outputs) add(output)
  const outputSet = new Set(outputs)
  return {
    next() {
      const ready = [...waitingFor].filter(([, needs]) => needs.size === 0).map(([id]) => id)
      return ready.find((id) => outputSet.has(id)) ?? ready[0] ?? null
    },
    done(nodeId) {
      waitingFor.delete(nodeId)
      for (const needs of waitingFor.values()) needs.delete(nodeId)
    },
  }
}
