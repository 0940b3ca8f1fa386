import { writeFile } from 'node:fs/promises'
import { encodeDraftPng } from '../pixels/write-png.ts'
import type { FolderType } from '../storage/file-store.ts'
import type { ImageTensor } from '../tensor.ts'
import { defineNode, type NodeContext, type NodeUi } from './node-definition.ts'

const hidden = { prompt: 'PROMPT', extra_pnginfo: 'EXTRA_PNGINFO' }

/** The size variables of a file name; ComfyUI's date variables would make a draft depend on the clock. */
function fillSizeVariables(prefix: string, image: ImageTensor): string {
  return prefix
    .replaceAll('%width%', String(image.width))
    .replaceAll('%height%', String(image.height))
    .replaceAll('%batch_num%', '0')
}

async function save(
  image: ImageTensor,
  prefix: string,
  type: FolderType,
  context: NodeContext,
): Promise<NodeUi> {
  const { path, reference } = await context.files.nextOutput(fillSizeVariables(prefix, image), type)
  await writeFile(path, await encodeDraftPng(image))
  return { images: [reference] }
}

/** Writes a PNG marked as a draft; the graph itself is never written into it. */
export const saveImage = defineNode({
  classType: 'SaveImage',
  displayName: 'Save Image',
  category: 'image',
  required: {
    images: { type: 'IMAGE' },
    filename_prefix: { type: 'STRING', options: { default: 'ComfyUI' } },
  },
  hidden,
  outputs: [],
  isOutputNode: true,
  async execute({ images, filename_prefix }, context) {
    return { outputs: [], ui: await save(images, filename_prefix, 'output', context) }
  },
})

export const previewImage = defineNode({
  classType: 'PreviewImage',
  displayName: 'Preview Image',
  category: 'image',
  required: { images: { type: 'IMAGE' } },
  hidden,
  outputs: [],
  isOutputNode: true,
  async execute({ images }, context) {
    return { outputs: [], ui: await save(images, 'ComfyUI_temp', 'temp', context) }
  },
})
