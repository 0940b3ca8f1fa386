import { defineNode, type InputSpec } from './node-definition.ts'

/** Stand-ins for nodes that change how a model samples: a draft does not sample, so the model passes through. */

const model = { type: 'MODEL' } as const

const shift = (value: number) =>
  ({ type: 'FLOAT', options: { default: value, min: 0, max: 100, step: 0.01 } }) as const satisfies InputSpec

const side = {
  type: 'INT',
  options: { default: 1024, min: 16, max: 16384, step: 8 },
} as const satisfies InputSpec

export const modelSamplingFlux = defineNode({
  classType: 'ModelSamplingFlux',
  category: 'advanced/model',
  pythonModule: 'comfy_extras.nodes_model_advanced',
  required: { model, max_shift: shift(1.15), base_shift: shift(0.5), width: side, height: side },
  outputs: ['MODEL'],
  execute: (inputs) => ({ outputs: [inputs.model] }),
})

export const differentialDiffusion = defineNode({
  classType: 'DifferentialDiffusion',
  displayName: 'Differential Diffusion',
  category: '_for_testing',
  pythonModule: 'comfy_extras.nodes_differential_diffusion',
  required: { model },
  optional: { strength: { type: 'FLOAT', options: { default: 1, min: 0, max: 1, step: 0.01 } } },
  outputs: ['MODEL'],
  execute: (inputs) => ({ outputs: [inputs.model] }),
})
