import { readFile } from 'node:fs/promises'
import { findSlotProblems } from './slot-problems.ts'
import { graphSchema, slotsFileSchema, type Workflow } from './workflow-schema.ts'

export { fillWorkflow, type SlotValues } from './fill-workflow.ts'
export type { Graph, OutputName, SlotName, Workflow } from './workflow-schema.ts'

/** Every workflow kept in this folder. */
export const workflowNames = [
  'identity.v1',
  'book-page.v1',
  'book-page-faceless.v1',
  'book-page-print.v1',
  'book-page-faceless-print.v1',
  'book-page-pose.v1',
  'book-page-stock-pulid.v1',
  'upscale.v1',
] as const

export type WorkflowName = (typeof workflowNames)[number]

async function readJson(fileName: string): Promise<unknown> {
  const text = await readFile(new URL(`../${fileName}`, import.meta.url), 'utf8')
  return JSON.parse(text)
}

/**
 * Reads `<name>.json` and `<name>.slots.json`.
 * @throws {z.ZodError} when a file has another shape
 * @throws {Error} when a slot or output does not fit the graph
 */
export async function loadWorkflow(name: WorkflowName): Promise<Workflow> {
  const [graph, slotsFile] = await Promise.all([readJson(`${name}.json`), readJson(`${name}.slots.json`)])
  const workflow: Workflow = { name, graph: graphSchema.parse(graph), ...slotsFileSchema.parse(slotsFile) }
  const problems = findSlotProblems(workflow)
  if (problems.length > 0) {
    throw new Error(`workflow ${name} and its slots do not fit: ${problems.join('; ')}`)
  }
  return workflow
}
