import { compositeImage } from '../pixels/composite.ts'
import { scaleEnlarged } from '../pixels/enlarged-image.ts'
import { blurImage } from '../pixels/gaussian-blur.ts'
import { isScaleMethod, scaleImage, scaleMethods } from '../pixels/scale-image.ts'
import { defineNode, type InputSpec } from './node-definition.ts'

const image = { type: 'IMAGE' } as const

const position = {
  type: 'INT',
  options: { default: 0, min: 0, max: 16384, step: 1 },
} as const satisfies InputSpec

/** 0 means: whatever keeps the proportions. */
const side = {
  type: 'INT',
  options: { default: 512, min: 0, max: 16384, step: 1 },
} as const satisfies InputSpec

/** `sigma` is a fraction of the radius, see `blurImage`. */
export const imageBlur = defineNode({
  classType: 'ImageBlur',
  displayName: null,
  category: 'image/postprocessing',
  pythonModule: 'comfy_extras.nodes_post_processing',
  required: {
    image,
    blur_radius: { type: 'INT', options: { default: 1, min: 1, max: 31, step: 1 } },
    sigma: { type: 'FLOAT', options: { default: 1, min: 0.1, max: 10, step: 0.1 } },
  },
  outputs: ['IMAGE'],
  execute: (inputs) => ({ outputs: [blurImage(inputs.image, inputs.blur_radius, inputs.sigma)] }),
})

export const imageCompositeMasked = defineNode({
  classType: 'ImageCompositeMasked',
  category: 'image',
  pythonModule: 'comfy_extras.nodes_mask',
  required: {
    destination: image,
    source: image,
    x: position,
    y: position,
    resize_source: { type: 'BOOLEAN', options: { default: false } },
  },
  optional: { mask: { type: 'MASK' } },
  outputs: ['IMAGE'],
  execute({ destination, source, x, y, resize_source, mask }) {
    return { outputs: [compositeImage(destination, source, x, y, resize_source, mask)] }
  },
})

export const imageScale = defineNode({
  classType: 'ImageScale',
  displayName: 'Upscale Image',
  category: 'image/upscaling',
  required: {
    image,
    upscale_method: { choices: scaleMethods },
    width: side,
    height: side,
    crop: { choices: ['disabled', 'center'] },
  },
  outputs: ['IMAGE'],
  execute(inputs) {
    const method = inputs.upscale_method
    if (!isScaleMethod(method)) throw new Error(`ImageScale has no method ${method}`)
    const cropToCentre = inputs.crop === 'center'
    if (method === 'lanczos' && !cropToCentre) {
      const scaled = scaleEnlarged(inputs.image, inputs.width, inputs.height)
      if (scaled !== null) return { outputs: [scaled] }
    }
    return { outputs: [scaleImage(inputs.image, inputs.width, inputs.height, method, cropToCentre)] }
  },
})
