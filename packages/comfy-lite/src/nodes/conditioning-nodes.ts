import { cropToLatentGrid } from '../pixels/latent-grid.ts'
import { resizeMask } from '../pixels/resize-tensor.ts'
import { defineNode, type InputSpec } from './node-definition.ts'

const conditioning = { type: 'CONDITIONING' } as const
const text = {
  type: 'STRING',
  options: { multiline: true, dynamicPrompts: true },
} as const satisfies InputSpec
const guidance = {
  type: 'FLOAT',
  options: { default: 3.5, min: 0, max: 100, step: 0.1 },
} as const satisfies InputSpec

export const clipTextEncode = defineNode({
  classType: 'CLIPTextEncode',
  displayName: 'CLIP Text Encode (Prompt)',
  category: 'conditioning',
  required: { text, clip: { type: 'CLIP' } },
  outputs: ['CONDITIONING'],
  execute: (inputs) => ({ outputs: [{ text: inputs.text, guidance: null, zeroed: false }] }),
})

export const clipTextEncodeFlux = defineNode({
  classType: 'CLIPTextEncodeFlux',
  displayName: null,
  category: 'advanced/conditioning/flux',
  pythonModule: 'comfy_extras.nodes_flux',
  required: { clip: { type: 'CLIP' }, clip_l: text, t5xxl: text, guidance },
  outputs: ['CONDITIONING'],
  execute: (inputs) => ({ outputs: [{ text: inputs.t5xxl, guidance: inputs.guidance, zeroed: false }] }),
})

export const fluxGuidance = defineNode({
  classType: 'FluxGuidance',
  displayName: null,
  category: 'advanced/conditioning/flux',
  pythonModule: 'comfy_extras.nodes_flux',
  required: { conditioning, guidance },
  outputs: ['CONDITIONING'],
  execute: (inputs) => ({ outputs: [{ ...inputs.conditioning, guidance: inputs.guidance }] }),
})

export const conditioningZeroOut = defineNode({
  classType: 'ConditioningZeroOut',
  category: 'advanced/conditioning',
  required: { conditioning },
  outputs: ['CONDITIONING'],
  execute: (inputs) => ({ outputs: [{ ...inputs.conditioning, zeroed: true }] }),
})

/** For models trained to inpaint. The latent is the untouched picture; the mask rides on it when asked. */
export const inpaintModelConditioning = defineNode({
  classType: 'InpaintModelConditioning',
  category: 'conditioning/inpaint',
  required: {
    positive: conditioning,
    negative: conditioning,
    vae: { type: 'VAE' },
    pixels: { type: 'IMAGE' },
    mask: { type: 'MASK' },
    noise_mask: { type: 'BOOLEAN', options: { default: true } },
  },
  outputs: ['CONDITIONING', 'CONDITIONING', 'LATENT'],
  outputNames: ['positive', 'negative', 'latent'],
  execute({ positive, negative, pixels, mask, noise_mask }) {
    const cropped = cropToLatentGrid(pixels)
    const noiseMask = noise_mask ? resizeMask(mask, cropped.width, cropped.height) : null
    return { outputs: [positive, negative, { pixels: cropped, noiseMask }] }
  },
})
