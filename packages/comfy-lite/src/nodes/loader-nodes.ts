import type { DraftModel } from './link-values.ts'
import { modelFiles } from './model-files.ts'
import { defineNode, type InputSpec } from './node-definition.ts'

/** Stand-ins: they check the file's name and pass on what a draft wants to know of it. */

const strength = {
  type: 'FLOAT',
  options: { default: 1, min: -100, max: 100, step: 0.01 },
} as const satisfies InputSpec

function plainModel(name: string): DraftModel {
  return { name, loras: [], pulid: null }
}

function withLora(model: DraftModel, name: string, amount: number): DraftModel {
  return { ...model, loras: [...model.loras, { name, strength: amount }] }
}

export const unetLoader = defineNode({
  classType: 'UNETLoader',
  displayName: 'Load Diffusion Model',
  category: 'advanced/loaders',
  required: {
    unet_name: { choices: modelFiles.diffusion_models },
    weight_dtype: { choices: ['default', 'fp8_e4m3fn', 'fp8_e4m3fn_fast', 'fp8_e5m2'] },
  },
  outputs: ['MODEL'],
  execute: ({ unet_name }) => ({ outputs: [plainModel(unet_name)] }),
})

export const dualClipLoader = defineNode({
  classType: 'DualCLIPLoader',
  category: 'advanced/loaders',
  required: {
    clip_name1: { choices: modelFiles.text_encoders },
    clip_name2: { choices: modelFiles.text_encoders },
    type: { choices: ['sdxl', 'sd3', 'flux', 'hunyuan_video', 'hidream', 'hunyuan_image'] },
  },
  optional: { device: { choices: ['default', 'cpu'], options: { advanced: true } } },
  outputs: ['CLIP'],
  execute: ({ clip_name1, clip_name2 }) => ({ outputs: [{ file: `${clip_name1}+${clip_name2}` }] }),
})

export const vaeLoader = defineNode({
  classType: 'VAELoader',
  displayName: 'Load VAE',
  category: 'loaders',
  required: { vae_name: { choices: [...modelFiles.vae, 'pixel_space'] } },
  outputs: ['VAE'],
  execute: ({ vae_name }) => ({ outputs: [{ file: vae_name }] }),
})

export const checkpointLoader = defineNode({
  classType: 'CheckpointLoaderSimple',
  displayName: 'Load Checkpoint',
  category: 'loaders',
  required: { ckpt_name: { choices: modelFiles.checkpoints } },
  outputs: ['MODEL', 'CLIP', 'VAE'],
  execute({ ckpt_name }) {
    return { outputs: [plainModel(ckpt_name), { file: ckpt_name }, { file: ckpt_name }] }
  },
})

export const loraLoaderModelOnly = defineNode({
  classType: 'LoraLoaderModelOnly',
  category: 'loaders',
  required: { model: { type: 'MODEL' }, lora_name: { choices: modelFiles.loras }, strength_model: strength },
  outputs: ['MODEL'],
  execute: ({ model, lora_name, strength_model }) => ({
    outputs: [withLora(model, lora_name, strength_model)],
  }),
})

export const loraLoader = defineNode({
  classType: 'LoraLoader',
  displayName: 'Load LoRA',
  category: 'loaders',
  required: {
    model: { type: 'MODEL' },
    clip: { type: 'CLIP' },
    lora_name: { choices: modelFiles.loras },
    strength_model: strength,
    strength_clip: strength,
  },
  outputs: ['MODEL', 'CLIP'],
  execute({ model, clip, lora_name, strength_model }) {
    return { outputs: [withLora(model, lora_name, strength_model), clip] }
  },
})

export const upscaleModelLoader = defineNode({
  classType: 'UpscaleModelLoader',
  displayName: 'Load Upscale Model',
  category: 'loaders',
  pythonModule: 'comfy_extras.nodes_upscale_model',
  required: { model_name: { choices: modelFiles.upscale_models } },
  outputs: ['UPSCALE_MODEL'],
  execute: ({ model_name }) => ({ outputs: [{ file: model_name }] }),
})
