/** One thing wrong, as ComfyUI's 400 words it. */
export type ErrorReason = {
  type: string
  message: string
  details: string
  extra_info: Record<string, unknown>
}

/** What is wrong with one node, and which output nodes cannot run for it. */
export type NodeErrors = Record<
  string,
  { errors: ErrorReason[]; dependent_outputs: string[]; class_type: string }
>
