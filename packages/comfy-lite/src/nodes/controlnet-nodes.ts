import { modelFiles } from './model-files.ts'
import { defineNode, type InputSpec } from './node-definition.ts'

/** Stand-ins: a draft keeps the artist's own pose, so the texts pass through. */

const conditioning = { type: 'CONDITIONING' } as const

const percent = (value: number) =>
  ({ type: 'FLOAT', options: { default: value, min: 0, max: 1, step: 0.001 } }) as const satisfies InputSpec

export const controlNetLoader = defineNode({
  classType: 'ControlNetLoader',
  displayName: 'Load ControlNet Model',
  category: 'loaders',
  required: { control_net_name: { choices: modelFiles.controlnet } },
  outputs: ['CONTROL_NET'],
  execute: ({ control_net_name }) => ({ outputs: [{ file: control_net_name }] }),
})

export const controlNetApply = defineNode({
  classType: 'ControlNetApplyAdvanced',
  displayName: 'Apply ControlNet',
  category: 'conditioning/controlnet',
  required: {
    positive: conditioning,
    negative: conditioning,
    control_net: { type: 'CONTROL_NET' },
    image: { type: 'IMAGE' },
    strength: { type: 'FLOAT', options: { default: 1, min: 0, max: 10, step: 0.01 } },
    start_percent: percent(0),
    end_percent: percent(1),
  },
  optional: { vae: { type: 'VAE' } },
  outputs: ['CONDITIONING', 'CONDITIONING'],
  outputNames: ['positive', 'negative'],
  execute: ({ positive, negative }) => ({ outputs: [positive, negative] }),
})
