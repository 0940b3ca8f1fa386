import { type Graph, optionalSlots, type SlotName, slotNames, type Workflow } from './workflow-schema.ts'

/** File names and texts for string slots, numbers for seed, steps and denoise. */
export type SlotValues = Partial<Record<SlotName, string | number>>

/**
 * A copy of the workflow's graph with every slot filled; the workflow itself stays as it is.
 * @throws {Error} when a value is missing that may not be, is for a slot that this workflow has not, or is of the wrong type
 */
export function fillWorkflow(workflow: Workflow, values: SlotValues): Graph {
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(workflow.slots, name)) {
      throw new Error(`workflow ${workflow.name} has no slot ${name}`)
    }
  }
  const graph = structuredClone(workflow.graph)
  for (const name of slotNames) {
    const slot = workflow.slots[name]
    if (slot === undefined) continue
    const value = values[name]
    if (value === undefined) {
      if (optionalSlots.has(name)) continue
      throw new Error(`workflow ${workflow.name} needs a value for slot ${name}`)
    }
    const node = graph[slot.node]
    const placeholder = node?.inputs[slot.input]
    if (node === undefined || placeholder === undefined) {
      throw new Error(`slot ${name} of workflow ${workflow.name} points at nothing`)
    }
    // The literal in the file tells the type: a seed sent as text would pass ComfyUI and mean something else.
    if (typeof value !== typeof placeholder) {
      throw new Error(`slot ${name} of workflow ${workflow.name} takes a ${typeof placeholder}`)
    }
    node.inputs[slot.input] = value
  }
  return graph
}
