import { compositeMask, type MaskOperation, maskOperations } from '../pixels/composite.ts'
import { featherMask } from '../pixels/feather-mask.ts'
import { growMask } from '../pixels/morphology.ts'
import { createMask } from '../tensor.ts'
import { defineNode, type InputSpec } from './node-definition.ts'

const pythonModule = 'comfy_extras.nodes_mask'
const category = 'mask'
const mask = { type: 'MASK' } as const

/** A whole number from 0 up to ComfyUI's largest image side. */
const position = {
  type: 'INT',
  options: { default: 0, min: 0, max: 16384, step: 1 },
} as const satisfies InputSpec

const unitFloat = (value: number) =>
  ({ type: 'FLOAT', options: { default: value, min: 0, max: 1, step: 0.01 } }) as const satisfies InputSpec

const side = {
  type: 'INT',
  options: { default: 512, min: 1, max: 16384, step: 1 },
} as const satisfies InputSpec

function isMaskOperation(text: string): text is MaskOperation {
  return maskOperations.some((operation) => operation === text)
}

export const growMaskNode = defineNode({
  classType: 'GrowMask',
  category,
  pythonModule,
  required: {
    mask,
    expand: { type: 'INT', options: { default: 0, min: -16384, max: 16384, step: 1 } },
    tapered_corners: { type: 'BOOLEAN', options: { default: true } },
  },
  outputs: ['MASK'],
  execute: (inputs) => ({ outputs: [growMask(inputs.mask, inputs.expand, inputs.tapered_corners)] }),
})

export const featherMaskNode = defineNode({
  classType: 'FeatherMask',
  category,
  pythonModule,
  required: { mask, left: position, top: position, right: position, bottom: position },
  outputs: ['MASK'],
  execute: (inputs) => ({ outputs: [featherMask(inputs.mask, inputs)] }),
})

export const invertMask = defineNode({
  classType: 'InvertMask',
  category,
  pythonModule,
  required: { mask },
  outputs: ['MASK'],
  execute: (inputs) => ({ outputs: [{ ...inputs.mask, data: inputs.mask.data.map((value) => 1 - value) }] }),
})

export const thresholdMask = defineNode({
  classType: 'ThresholdMask',
  category,
  pythonModule,
  required: { mask, value: unitFloat(0.5) },
  outputs: ['MASK'],
  execute({ mask: source, value }) {
    return { outputs: [{ ...source, data: source.data.map((each) => (each > value ? 1 : 0)) }] }
  },
})

export const solidMask = defineNode({
  classType: 'SolidMask',
  category,
  pythonModule,
  required: { value: unitFloat(1), width: side, height: side },
  outputs: ['MASK'],
  execute: ({ value, width, height }) => ({ outputs: [createMask(width, height, value)] }),
})

export const maskComposite = defineNode({
  classType: 'MaskComposite',
  category,
  pythonModule,
  required: {
    destination: mask,
    source: mask,
    x: position,
    y: position,
    operation: { choices: maskOperations },
  },
  outputs: ['MASK'],
  execute({ destination, source, x, y, operation }) {
    if (!isMaskOperation(operation)) throw new Error(`MaskComposite has no operation ${operation}`)
    return { outputs: [compositeMask(destination, source, x, y, operation)] }
  },
})

export const imageToMask = defineNode({
  classType: 'ImageToMask',
  displayName: 'Convert Image to Mask',
  category,
  pythonModule,
  required: { image: { type: 'IMAGE' }, channel: { choices: ['red', 'green', 'blue', 'alpha'] } },
  outputs: ['MASK'],
  execute({ image, channel }) {
    const index = ['red', 'green', 'blue'].indexOf(channel)
    if (index < 0) throw new RangeError('index 3 is out of bounds for dimension 3 with size 3')
    const data = new Float32Array(image.width * image.height)
    for (let i = 0; i < data.length; i++) data[i] = image.data[i * 3 + index] ?? 0
    return { outputs: [{ width: image.width, height: image.height, data }] }
  },
})

export const maskToImage = defineNode({
  classType: 'MaskToImage',
  displayName: 'Convert Mask to Image',
  category,
  pythonModule,
  required: { mask },
  outputs: ['IMAGE'],
  execute({ mask: source }) {
    const data = new Float32Array(source.data.length * 3)
    for (let i = 0; i < source.data.length; i++) data.fill(source.data[i] ?? 0, i * 3, i * 3 + 3)
    return { outputs: [{ width: source.width, height: source.height, data }] }
  },
})
