import { fillWorkflow, loadWorkflow } from '@foxetales/comfy-workflows/load-workflow'
import sharp from 'sharp'
import type { ComfyHttp } from '../src/comfy/comfy-http.ts'

/** A small graph of somebody else's: the faceless page on plain grey. */
export async function otherGraph(comfy: ComfyHttp) {
  const grey = sharp({ create: { width: 256, height: 256, channels: 3, background: '#808080' } })
  const bytes = Buffer.from(await grey.png().toBuffer())
  const path = await comfy.upload({ name: 'grey.png', bytes }, 'other')
  return fillWorkflow(await loadWorkflow('book-page-faceless.v1'), {
    init_image: path,
    soft_mask: path,
    prompt_clip_l: 'grey',
    prompt_t5xxl: 'grey',
    seed: 1,
    steps: 25,
    denoise: 0.55,
    filename_prefix: 'other/grey',
  })
}
