import { modelFiles } from './model-files.ts'
import { defineNode, type InputSpec } from './node-definition.ts'

/**
 * Stand-ins for the stock PuLID nodes. The real Apply node logs a warning and leaves the model as it was when
 * the photo shows no face: a page with a random child. Our own nodes raise instead, and so does this server:
 * the draft painter throws NoFaceError, which becomes an `execution_error`.
 */

const pythonModule = 'custom_nodes.ComfyUI_PuLID_Flux_ll'
const category = 'pulid'

const share = (value: number) =>
  ({ type: 'FLOAT', options: { default: value, min: 0, max: 1, step: 0.001 } }) as const satisfies InputSpec

export const pulidModelLoader = defineNode({
  classType: 'PulidFluxModelLoader',
  category,
  pythonModule,
  required: { pulid_file: { choices: modelFiles.pulid } },
  outputs: ['PULIDFLUX'],
  execute: ({ pulid_file }) => ({ outputs: [{ file: pulid_file }] }),
})

export const pulidInsightFaceLoader = defineNode({
  classType: 'PulidFluxInsightFaceLoader',
  category,
  pythonModule,
  required: { provider: { choices: ['CPU', 'CUDA', 'ROCM'] } },
  outputs: ['FACEANALYSIS'],
  execute: () => ({ outputs: [{ file: 'antelopev2' }] }),
})

export const pulidEvaClipLoader = defineNode({
  classType: 'PulidFluxEvaClipLoader',
  category,
  pythonModule,
  required: {},
  outputs: ['EVA_CLIP'],
  execute: () => ({ outputs: [{ file: 'EVA02_CLIP_L_336_psz14_s6B.pt' }] }),
})

export const applyPulid = defineNode({
  classType: 'ApplyPulidFlux',
  category,
  pythonModule,
  required: {
    model: { type: 'MODEL' },
    pulid_flux: { type: 'PULIDFLUX' },
    eva_clip: { type: 'EVA_CLIP' },
    face_analysis: { type: 'FACEANALYSIS' },
    image: { type: 'IMAGE' },
    weight: { type: 'FLOAT', options: { default: 1, min: -1, max: 5, step: 0.05 } },
    start_at: share(0),
    end_at: share(1),
  },
  optional: { attn_mask: { type: 'MASK' }, options: { type: 'OPTIONS' } },
  hidden: { unique_id: 'UNIQUE_ID' },
  outputs: ['MODEL'],
  execute({ model, image, weight, attn_mask }) {
    const pulid = { photo: image, face: null, attentionMask: attn_mask ?? null, weight }
    return { outputs: [{ ...model, pulid }] }
  },
})
