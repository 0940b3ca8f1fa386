import { blendByMask } from '../pixels/composite.ts'
import { createMask, type ImageTensor } from '../tensor.ts'
import type { DraftConditioning, DraftLatent, DraftModel } from './link-values.ts'
import { defineNode, type InputSpec, type NodeContext } from './node-definition.ts'
import { samplerNames, schedulerNames } from './sampler-names.ts'

const latent = { type: 'LATENT' } as const
const conditioning = { type: 'CONDITIONING' } as const

/** ComfyUI's seeds are unsigned 64-bit; JSON in JavaScript holds them exactly up to 2^53 - 1. */
const seedRange = { default: 0, min: 0, max: 2 ** 64 - 1, control_after_generate: true } as const

const steps = { type: 'INT', options: { default: 20, min: 1, max: 10000 } } as const satisfies InputSpec
const denoiseRange = {
  type: 'FLOAT',
  options: { default: 1, min: 0, max: 1, step: 0.01 },
} as const satisfies InputSpec

type SamplerSettings = {
  seed: number
  steps: number
  denoise: number
  /** The custom sampler's guider keeps its text to itself. */
  positive?: DraftConditioning
}

/** What a preview shows at a step: the start giving way to the result. */
function previewAt(start: ImageTensor, result: ImageTensor, share: number): ImageTensor {
  return share >= 1 ? result : blendByMask(start, result, createMask(start.width, start.height, share))
}

/**
 * Stands in for sampling: the painter is asked once, and its pixels replace the latent's only as far as the
 * noise mask allows. Then the steps are walked through, so that progress and interrupts behave as they would.
 */
async function sampleDraft(
  model: DraftModel,
  start: DraftLatent,
  settings: SamplerSettings,
  context: NodeContext,
): Promise<DraftLatent> {
  // With nothing to denoise ComfyUI's schedule is empty and the latent comes back as it was.
  if (settings.denoise <= 0) return start
  const painted = await context.paintDraft({
    init: start.pixels,
    noiseMask: start.noiseMask,
    photo: model.pulid?.photo ?? null,
    faceMask: model.pulid?.attentionMask ?? null,
    ...(model.pulid?.face ? { face: model.pulid.face } : {}),
    ...(model.pulid ? { weight: model.pulid.weight } : {}),
    ...(settings.positive ? { prompt: settings.positive.text } : {}),
    seed: settings.seed,
    denoise: settings.denoise,
    signal: context.signal,
  })
  if (painted.width !== start.pixels.width || painted.height !== start.pixels.height) {
    throw new Error('the draft painter returned an image of another size')
  }
  const result = start.noiseMask === null ? painted : blendByMask(start.pixels, painted, start.noiseMask)
  for (let step = 1; step <= settings.steps; step++) {
    await context.onStep(step, settings.steps, () => previewAt(start.pixels, result, step / settings.steps))
  }
  return { ...start, pixels: result }
}

export const kSampler = defineNode({
  classType: 'KSampler',
  category: 'sampling',
  required: {
    model: { type: 'MODEL' },
    seed: { type: 'INT', options: seedRange },
    steps,
    cfg: { type: 'FLOAT', options: { default: 8, min: 0, max: 100, step: 0.1, round: 0.01 } },
    sampler_name: { choices: samplerNames },
    scheduler: { choices: schedulerNames },
    positive: conditioning,
    negative: conditioning,
    latent_image: latent,
    denoise: denoiseRange,
  },
  outputs: ['LATENT'],
  async execute(inputs, context) {
    return { outputs: [await sampleDraft(inputs.model, inputs.latent_image, inputs, context)] }
  },
})

export const randomNoise = defineNode({
  classType: 'RandomNoise',
  category: 'sampling/custom_sampling/noise',
  pythonModule: 'comfy_extras.nodes_custom_sampler',
  required: { noise_seed: { type: 'INT', options: seedRange } },
  outputs: ['NOISE'],
  execute: ({ noise_seed }) => ({ outputs: [{ seed: noise_seed }] }),
})

export const basicGuider = defineNode({
  classType: 'BasicGuider',
  category: 'sampling/custom_sampling/guiders',
  pythonModule: 'comfy_extras.nodes_custom_sampler',
  required: { model: { type: 'MODEL' }, conditioning },
  outputs: ['GUIDER'],
  execute: ({ model }) => ({ outputs: [{ model }] }),
})

export const kSamplerSelect = defineNode({
  classType: 'KSamplerSelect',
  category: 'sampling/custom_sampling/samplers',
  pythonModule: 'comfy_extras.nodes_custom_sampler',
  required: { sampler_name: { choices: samplerNames } },
  outputs: ['SAMPLER'],
  execute: ({ sampler_name }) => ({ outputs: [{ name: sampler_name }] }),
})

export const basicScheduler = defineNode({
  classType: 'BasicScheduler',
  category: 'sampling/custom_sampling/schedulers',
  pythonModule: 'comfy_extras.nodes_custom_sampler',
  required: {
    model: { type: 'MODEL' },
    scheduler: { choices: schedulerNames },
    steps,
    denoise: denoiseRange,
  },
  outputs: ['SIGMAS'],
  execute: (inputs) => ({ outputs: [{ steps: inputs.steps, denoise: inputs.denoise }] }),
})

export const samplerCustomAdvanced = defineNode({
  classType: 'SamplerCustomAdvanced',
  category: 'sampling/custom_sampling',
  pythonModule: 'comfy_extras.nodes_custom_sampler',
  required: {
    noise: { type: 'NOISE' },
    guider: { type: 'GUIDER' },
    sampler: { type: 'SAMPLER' },
    sigmas: { type: 'SIGMAS' },
    latent_image: latent,
  },
  outputs: ['LATENT', 'LATENT'],
  outputNames: ['output', 'denoised_output'],
  async execute({ noise, guider, sigmas, latent_image }, context) {
    const settings = { seed: noise.seed, steps: sigmas.steps, denoise: sigmas.denoise }
    const result = await sampleDraft(guider.model, latent_image, settings, context)
    return { outputs: [result, result] }
  },
})
