import { enlarge } from '../pixels/enlarged-image.ts'
import { defineNode } from './node-definition.ts'

/** How much larger the listed upscale model makes an image. */
const modelScale = 4

/** Stands in for the upscale model with a good resampling filter: the right size, no invented detail. */
export const imageUpscaleWithModel = defineNode({
  classType: 'ImageUpscaleWithModel',
  displayName: 'Upscale Image (using Model)',
  category: 'image/upscaling',
  pythonModule: 'comfy_extras.nodes_upscale_model',
  required: { upscale_model: { type: 'UPSCALE_MODEL' }, image: { type: 'IMAGE' } },
  outputs: ['IMAGE'],
  execute: ({ image }) => ({
    outputs: [enlarge(image, image.width * modelScale, image.height * modelScale)],
  }),
})
