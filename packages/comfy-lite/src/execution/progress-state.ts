/** Where one node stands; every id is the same, because there are no nodes made of nodes here. */
type NodeProgress = { value: number; max: number; state: 'running' | 'finished' | 'error' }

export type ProgressState = {
  update: (nodeId: string, progress: NodeProgress) => void
  /** The data of a `progress_state` frame: every node that has begun. */
  snapshot: () => Record<string, unknown>
}

export function createProgressState(promptId: string): ProgressState {
  const nodes: Record<string, Record<string, unknown>> = {}
  return {
    update(nodeId, { value, max, state }) {
      nodes[nodeId] = {
        value,
        max,
        state,
        node_id: nodeId,
        prompt_id: promptId,
        display_node_id: nodeId,
        parent_node_id: null,
        real_node_id: nodeId,
      }
    },
    snapshot: () => ({ prompt_id: promptId, nodes: { ...nodes } }),
  }
}
