import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Graph } from './workflow-schema.ts'

/** A version of a trained style. Only one in production is painted with for customers once there is one; a retired one never. */
const loraSchema = z.strictObject({
  style: z.string(),
  version: z.int().positive(),
  stage: z.enum(['candidate', 'production', 'retired']),
  /** Measured on the trial book: name of the score → value. Empty while nobody has measured. */
  scores: z.record(z.string(), z.number()),
})

const modelSchema = z.strictObject({
  /** Below ComfyUI's models folder. */
  folder: z.string().min(1),
  file: z.string().min(1),
  /** Null where we have not held the file. */
  bytes: z.int().positive().nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Who publishes it. */
  source: z.string().min(1),
  licence: z.string().min(1),
  /** Whether the licence lets its pictures be sold as it is. */
  commercial: z.boolean(),
  note: z.string().optional(),
  /** Node classes that load it without naming it; a file that graphs name needs none. */
  nodes: z.array(z.string()).optional(),
  lora: loraSchema.optional(),
})

/** One model file: where it lies, what it is known by, and what may be done with its pictures. */
export type Model = z.infer<typeof modelSchema>

const manifestSchema = z.strictObject({ models: z.array(modelSchema).min(1) })

/** Every model file that a workflow of ours uses. @throws {z.ZodError} */
export async function loadModels(): Promise<Model[]> {
  const text = await readFile(new URL('../models.json', import.meta.url), 'utf8')
  return manifestSchema.parse(JSON.parse(text)).models
}

/** The models that a graph loads, by the files it names and by the nodes it has. */
export function modelsOf(graph: Graph, models: readonly Model[]): Model[] {
  const nodes = Object.values(graph)
  const named = new Set(nodes.flatMap((node) => Object.values(node.inputs)))
  const classes = new Set(nodes.map((node) => node.class_type))
  return models.filter((model) => named.has(model.file) || model.nodes?.some((name) => classes.has(name)))
}
