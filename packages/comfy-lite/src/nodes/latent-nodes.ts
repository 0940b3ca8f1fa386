import { greyUnderMask, growForInpaint } from '../pixels/inpaint-mask.ts'
import { cropToLatentGrid } from '../pixels/latent-grid.ts'
import { resizeMask } from '../pixels/resize-tensor.ts'
import { createImage } from '../tensor.ts'
import { defineNode, type InputSpec } from './node-definition.ts'

const vae = { type: 'VAE' } as const

const side = {
  type: 'INT',
  options: { default: 512, min: 16, max: 16384, step: 8 },
} as const satisfies InputSpec

/** What an all-zero latent decodes to is a muddy grey; the draft starts from the middle of the range. */
const emptyLatentGrey = 0.5

export const emptyLatentImage = defineNode({
  classType: 'EmptyLatentImage',
  displayName: 'Empty Latent Image',
  category: 'latent',
  required: {
    width: side,
    height: side,
    batch_size: { type: 'INT', options: { default: 1, min: 1, max: 4096 } },
  },
  outputs: ['LATENT'],
  execute({ width, height, batch_size }) {
    if (batch_size !== 1) throw new Error('comfy-lite paints one image at a time: batch_size must be 1')
    return {
      outputs: [{ pixels: cropToLatentGrid(createImage(width, height, emptyLatentGrey)), noiseMask: null }],
    }
  },
})

export const vaeEncode = defineNode({
  classType: 'VAEEncode',
  displayName: 'VAE Encode',
  category: 'latent',
  required: { pixels: { type: 'IMAGE' }, vae },
  outputs: ['LATENT'],
  execute: ({ pixels }) => ({ outputs: [{ pixels: cropToLatentGrid(pixels), noiseMask: null }] }),
})

/** Greys out what is under the mask before encoding: right with denoise 1, wrong with less. */
export const vaeEncodeForInpaint = defineNode({
  classType: 'VAEEncodeForInpaint',
  displayName: 'VAE Encode (for Inpainting)',
  category: 'latent/inpaint',
  required: {
    pixels: { type: 'IMAGE' },
    vae,
    mask: { type: 'MASK' },
    grow_mask_by: { type: 'INT', options: { default: 6, min: 0, max: 64, step: 1 } },
  },
  outputs: ['LATENT'],
  execute({ pixels, mask, grow_mask_by }) {
    const cropped = cropToLatentGrid(pixels)
    const fitted = resizeMask(mask, cropped.width, cropped.height)
    return {
      outputs: [{ pixels: greyUnderMask(cropped, fitted), noiseMask: growForInpaint(fitted, grow_mask_by) }],
    }
  },
})

export const setLatentNoiseMask = defineNode({
  classType: 'SetLatentNoiseMask',
  displayName: 'Set Latent Noise Mask',
  category: 'latent/inpaint',
  required: { samples: { type: 'LATENT' }, mask: { type: 'MASK' } },
  outputs: ['LATENT'],
  execute: ({ samples, mask }) => ({ outputs: [{ ...samples, noiseMask: mask }] }),
})

export const vaeDecode = defineNode({
  classType: 'VAEDecode',
  displayName: 'VAE Decode',
  category: 'latent',
  required: { samples: { type: 'LATENT' }, vae },
  outputs: ['IMAGE'],
  execute: ({ samples }) => ({ outputs: [samples.pixels] }),
})

/** Tiles save memory in a real decoder; here there is nothing to save. */
export const vaeDecodeTiled = defineNode({
  classType: 'VAEDecodeTiled',
  displayName: 'VAE Decode (Tiled)',
  category: '_for_testing',
  required: {
    samples: { type: 'LATENT' },
    vae,
    tile_size: { type: 'INT', options: { default: 512, min: 64, max: 4096, step: 32 } },
    overlap: { type: 'INT', options: { default: 64, min: 0, max: 4096, step: 32 } },
    temporal_size: { type: 'INT', options: { default: 64, min: 8, max: 4096, step: 4 } },
    temporal_overlap: { type: 'INT', options: { default: 8, min: 4, max: 4096, step: 4 } },
  },
  outputs: ['IMAGE'],
  execute: ({ samples }) => ({ outputs: [samples.pixels] }),
})
