import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fromBytes, maskFromBytes } from '../pixels/byte-image.ts'
import { readImage } from '../pixels/read-image.ts'
import { type FileStore, PathEscapeError } from '../storage/file-store.ts'
import { createMask, type MaskTensor } from '../tensor.ts'
import { type CustomCheck, defineNode } from './node-definition.ts'

/** ComfyUI's answer for a picture without the channel that was asked for. */
function emptyMask(): MaskTensor {
  return createMask(64, 64)
}

function imageFileProblem(value: unknown, files: FileStore): string | null {
  const problem = `Invalid image file: ${String(value)}`
  if (typeof value !== 'string') return problem
  try {
    return existsSync(files.pathOfAnnotated(value)) ? null : problem
  } catch (error) {
    if (error instanceof PathEscapeError) return problem
    throw error
  }
}

const checkImageFile: CustomCheck = { input: 'image', check: imageFileProblem }

async function hashOfImageFile(inputs: Readonly<Record<string, unknown>>, files: FileStore): Promise<string> {
  const bytes = await readFile(files.pathOfAnnotated(String(inputs['image'])))
  return createHash('sha256').update(bytes).digest('hex')
}

/** RGB without alpha, and `1 - alpha` as a mask: what is transparent is selected. */
export const loadImage = defineNode({
  classType: 'LoadImage',
  displayName: 'Load Image',
  category: 'image',
  // Names in subfolders are not on the list; the custom check stands in for it.
  required: { image: { choices: ['example.png'], options: { image_upload: true } } },
  outputs: ['IMAGE', 'MASK'],
  customCheck: checkImageFile,
  fingerprint: hashOfImageFile,
  async execute({ image }, { files }) {
    const { width, height, channels, bytes } = await readImage(files.pathOfAnnotated(image))
    const mask = channels === 4 ? { width, height, data: maskFromBytes(bytes, 4, 3, true) } : emptyMask()
    return { outputs: [fromBytes(bytes, width, height, channels), mask] }
  },
})

/** One channel of a picture; alpha is inverted. A picture without alpha counts as opaque. */
export const loadImageMask = defineNode({
  classType: 'LoadImageMask',
  displayName: 'Load Image (as Mask)',
  category: 'mask',
  required: {
    image: { choices: ['example.png'], options: { image_upload: true } },
    channel: { choices: ['alpha', 'red', 'green', 'blue'] },
  },
  outputs: ['MASK'],
  customCheck: checkImageFile,
  fingerprint: hashOfImageFile,
  async execute({ image, channel }, { files }) {
    const { width, height, channels, bytes } = await readImage(files.pathOfAnnotated(image))
    const index = ['red', 'green', 'blue', 'alpha'].indexOf(channel)
    if (index === 3 && channels === 3) {
      return { outputs: [createMask(width, height, 0)] }
    }
    return { outputs: [{ width, height, data: maskFromBytes(bytes, channels, index, index === 3) }] }
  },
})
