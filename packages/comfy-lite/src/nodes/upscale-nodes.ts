import sharp from 'sharp'
import { fromBytes, toBytes } from '../pixels/byte-image.ts'
import { defineNode } from './node-definition.ts'

/** How much larger the listed upscale model makes an image. */
const modelScale = 4

/**
 * Stands in for the upscale model with libvips' enlarging filter: the right size, no invented detail. Any
 * smooth filter would do here, so the fast one is used and not the PIL-exact Lanczos of ImageScale.
 */
export const imageUpscaleWithModel = defineNode({
  classType: 'ImageUpscaleWithModel',
  displayName: 'Upscale Image (using Model)',
  category: 'image/upscaling',
  pythonModule: 'comfy_extras.nodes_upscale_model',
  required: { upscale_model: { type: 'UPSCALE_MODEL' }, image: { type: 'IMAGE' } },
  outputs: ['IMAGE'],
  async execute({ image }) {
    const raw = { width: image.width, height: image.height, channels: 3 } as const
    const width = image.width * modelScale
    const height = image.height * modelScale
    const bytes = await sharp(toBytes(image), { raw })
      .resize(width, height, { kernel: 'lanczos3', fit: 'fill' })
      .raw()
      .toBuffer()
    return { outputs: [fromBytes(bytes, width, height)] }
  },
})
