import * as z from 'zod'
import { UnitFailure } from '../unit-failure.ts'
import type { HistoryEntry } from './comfy-http.ts'

/** Inputs by which loader nodes name a model file. */
const modelInputs = new Set([
  'unet_name',
  'clip_name1',
  'clip_name2',
  'vae_name',
  'lora_name',
  'ckpt_name',
  'control_net_name',
  'model_name',
  'pulid_file',
])

const nodeErrors = z.record(
  z.string(),
  z.object({
    class_type: z.string().optional(),
    errors: z.array(
      z.object({
        type: z.string(),
        extra_info: z.object({ input_name: z.string().optional() }).optional(),
      }),
    ),
  }),
)
const refusedPrompt = z.object({
  error: z.object({ type: z.string() }).optional(),
  node_errors: nodeErrors.optional(),
})

/** Why ComfyUI did not take a graph. Its own texts quote prompts and file names, so only its type names are passed on. */
export function submitFailure(status: number, body: unknown): UnitFailure {
  const refused = refusedPrompt.safeParse(body)
  const nodes = Object.values((refused.success && refused.data.node_errors) || {})
  for (const node of nodes) {
    for (const problem of node.errors) {
      const input = problem.extra_info?.input_name
      if (problem.type === 'value_not_in_list' && input !== undefined && modelInputs.has(input)) {
        return missingModel(`${input} of ${node.class_type ?? 'a node'} names a file that is not installed`)
      }
    }
  }
  const types = nodes.flatMap((node) => node.errors.map((problem) => problem.type))
  const reason = types[0] ?? (refused.success ? refused.data.error?.type : undefined) ?? `status ${status}`
  if (reason === 'missing_node_type') return missingModel('a node of the workflow is not installed')
  return new UnitFailure('WORKFLOW_INVALID', `the picture engine refused the workflow: ${reason}`, {
    retryable: status >= 500,
  })
}

const executionError = z.object({
  node_type: z.string().default('a node'),
  exception_type: z.string().default('an error'),
  exception_message: z.string().default(''),
})

/** Why a run ended badly. `exception_message` is read but never passed on. */
export function runFailure(entry: HistoryEntry): UnitFailure {
  if (entry.status.messages.some(([event]) => event === 'execution_interrupted')) {
    return new UnitFailure('ENGINE_INTERRUPTED', 'the picture engine was interrupted', { retryable: true })
  }
  const found = entry.status.messages.find(([event]) => event === 'execution_error')
  const error = executionError.parse(found?.[1] ?? {})
  const { exception_type: type, exception_message: message, node_type: node } = error
  if (/NoFace/i.test(type) || /no face/i.test(message)) {
    return new UnitFailure('NO_FACE_IN_PHOTO', 'the picture engine found no face in the photo', {
      retryable: false,
    })
  }
  if (/IdentityUnusable/i.test(type)) {
    return new UnitFailure('IDENTITY_UNUSABLE', 'the kept identity is not of this engine', {
      retryable: true,
    })
  }
  if (/OutOfMemory/i.test(type) || /out of memory|allocation on device/i.test(message)) {
    return new UnitFailure('GPU_OUT_OF_MEMORY', `the GPU ran out of memory in ${node}`, { retryable: true })
  }
  if (/Safetensor/i.test(type) || (/Loader/.test(node) && /FileNotFound/i.test(type))) {
    return missingModel(`a model file of ${node} cannot be read`)
  }
  return new UnitFailure('ENGINE_FAILED', `the picture engine failed in ${node}: ${type}`, {
    retryable: true,
  })
}

/** Another worker may have the file whole; the edge stops after a few tries. */
function missingModel(message: string): UnitFailure {
  return new UnitFailure('MODEL_MISSING', message, { retryable: true })
}
