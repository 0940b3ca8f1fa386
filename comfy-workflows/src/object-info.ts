import { z } from 'zod'

/** Of an input's options, what a value is held to. `options` is where newer nodes list a combo's choices. */
const optionsSchema = z.object({
  min: z.number().optional(),
  max: z.number().optional(),
  options: z.array(z.unknown()).optional(),
  image_upload: z.boolean().optional(),
})

/** `[type, options]`; older nodes write a combo's choices in place of the type. */
const specSchema = z
  .tuple([z.union([z.string(), z.array(z.unknown())])], z.unknown())
  .transform(([type, given]) => {
    const options = optionsSchema.catch({}).parse(given ?? {})
    const choices = Array.isArray(type) ? type : options.options
    // The list of uploaded pictures is a suggestion: names in subfolders are not on it, and are taken all the same.
    if (options.image_upload) return { type: 'STRING', choices: undefined, min: undefined, max: undefined }
    return { type: typeof type === 'string' ? type : 'COMBO', choices, min: options.min, max: options.max }
  })

/** What an input takes. `choices` is there for a combo alone. */
export type InputSignature = z.infer<typeof specSchema>

const specsSchema = z.record(z.string(), specSchema).default({})

const nodeSchema = z
  .object({
    input: z.object({ required: specsSchema, optional: specsSchema }),
    output: z.array(z.union([z.string(), z.array(z.unknown()).transform(() => 'COMBO')])),
    output_node: z.boolean(),
  })
  .transform(({ input, output, output_node }) => ({
    required: input.required,
    optional: input.optional,
    outputs: output,
    isOutputNode: output_node,
  }))

/** A node class as a caller sees it: inputs by name, and the types of its outputs in their order. */
export type NodeSignature = z.infer<typeof nodeSchema>

/** Node class → signature: the body of ComfyUI's `GET /object_info`. */
export const objectInfoSchema = z.record(z.string(), nodeSchema)

export type ObjectInfo = z.infer<typeof objectInfoSchema>
