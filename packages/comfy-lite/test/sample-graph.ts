import type { ApiGraph } from '../src/graph/api-graph.ts'
import type { Frame } from './comfy-session.ts'

/** Samples a grey picture; every node is needed by the one output. */
export function sampleGraph(seed = 1): ApiGraph {
  return {
    model: {
      class_type: 'UNETLoader',
      inputs: { unet_name: 'flux1-dev.safetensors', weight_dtype: 'default' },
    },
    clip: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sd_xl_base_1.0.safetensors' } },
    text: { class_type: 'CLIPTextEncode', inputs: { text: 'a secret prompt', clip: ['clip', 1] } },
    latent: { class_type: 'EmptyLatentImage', inputs: { width: 32, height: 32, batch_size: 1 } },
    sample: {
      class_type: 'KSampler',
      inputs: {
        model: ['model', 0],
        seed,
        steps: 3,
        cfg: 1,
        sampler_name: 'euler',
        scheduler: 'simple',
        positive: ['text', 0],
        negative: ['text', 0],
        latent_image: ['latent', 0],
        denoise: 1,
      },
    },
    decode: { class_type: 'VAEDecode', inputs: { samples: ['sample', 0], vae: ['clip', 2] } },
    save: { class_type: 'SaveImage', inputs: { images: ['decode', 0], filename_prefix: 'page' } },
  }
}

/** A graph that keeps the queue busy until it is interrupted. */
export function endlessGraph(): ApiGraph {
  const graph = sampleGraph()
  Object.assign(graph['sample']?.inputs ?? {}, { steps: 10_000 })
  return graph
}

/** A frame that a sampler sends for each of its steps. */
export const isStep = (frame: Frame) => frame.type === 'progress'

export const typesOf = (frames: Frame[]) => frames.map((frame) => frame.type)
