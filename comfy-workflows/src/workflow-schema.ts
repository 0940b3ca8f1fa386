import { z } from 'zod'

/** A node's input: a literal, or a link `[node id, output index]` as ComfyUI's API format writes it. */
const inputSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.tuple([z.string(), z.number().int().nonnegative()]),
])

/** A graph in ComfyUI's API format: node id → class and inputs. `_meta` is for people only. */
export const graphSchema = z.record(
  z.string(),
  z.strictObject({
    class_type: z.string().min(1),
    inputs: z.record(z.string(), inputSchema),
    _meta: z.strictObject({ title: z.string() }).optional(),
  }),
)

export type Graph = z.infer<typeof graphSchema>

/** The places of a graph that a caller fills in, by meaning instead of node id. */
export const slotNames = [
  'photo',
  'identity',
  'face_mask',
  'likeness',
  'pose',
  'person',
  'init_image',
  'soft_mask',
  'prompt_clip_l',
  'prompt_t5xxl',
  'seed',
  'steps',
  'denoise',
  'filename_prefix',
  'print_width',
  'print_height',
  'print_prefix',
] as const

/** Slots that may stay empty: the graph's own value then stands. */
export const optionalSlots: ReadonlySet<string> = new Set<(typeof slotNames)[number]>(['likeness'])

export type SlotName = (typeof slotNames)[number]

const slotSchema = z.strictObject({ node: z.string(), input: z.string(), class_type: z.string() })

/** What a graph hands back: the person of a page, the same enlarged for print, a child's identity embedding. */
export const outputNames = ['person', 'print_person', 'identity'] as const

export type OutputName = (typeof outputNames)[number]

const outputSchema = z.strictObject({ node: z.string(), class_type: z.string() })

/**
 * The slots file beside a graph. `class_type` repeats the graph's, so that a graph edited or renumbered in
 * ComfyUI's own editor is refused instead of being filled in the wrong place.
 */
export const slotsFileSchema = z.strictObject({
  slots: z.partialRecord(z.enum(slotNames), slotSchema),
  outputs: z
    .partialRecord(z.enum(outputNames), outputSchema)
    .refine((outputs) => Object.keys(outputs).length > 0, 'a workflow hands something back'),
})

export type SlotsFile = z.infer<typeof slotsFileSchema>

/** A graph with the names of what goes in and what comes out. */
export type Workflow = { name: string; graph: Graph } & SlotsFile
