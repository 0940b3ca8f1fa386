import sharp from 'sharp'
import type { SlotValues } from '../fill-workflow.ts'
import type { Workflow } from '../workflow-schema.ts'
import type { ComfyServer } from './comfy-server.ts'
import { sampleIdentity } from './sample-identity.ts'

export type SampleOptions = {
  /** Side of the page. A trial without a GPU wants less than 1024. */
  readonly sizePx: number
  readonly steps: number
  /** A photo with a face, for workflows that look for one; a plain picture unless given. */
  readonly photo?: Uint8Array<ArrayBuffer>
  /** An identity file that the server can read; one of nobody unless given. */
  readonly identity?: Uint8Array<ArrayBuffer>
}

/** Values for every slot there is, with sample files uploaded to the server. */
export async function uploadSamples(server: ComfyServer, options: SampleOptions): Promise<SlotValues> {
  const { sizePx, steps, photo, identity } = options
  const page = await svgPng(
    sizePx,
    '<rect width="64" height="64" fill="#9cc3d6"/><circle cx="32" cy="36" r="16" fill="#b58058"/>',
  )
  const mask = await svgPng(
    sizePx,
    '<rect width="64" height="64"/><circle cx="32" cy="36" r="20" fill="#fff"/>',
  )
  const pose = await svgPng(
    sizePx,
    '<rect width="64" height="64"/><path d="M32 16V44" stroke="#0f0" stroke-width="3"/>',
  )
  const printPx = Math.round(sizePx * 2.5)
  return {
    photo: await server.upload('photo.png', photo ?? page),
    identity: await server.upload('identity.safetensors', identity ?? sampleIdentity()),
    face_mask: await server.upload('face-mask.png', mask),
    pose: await server.upload('pose.png', pose),
    person: await server.upload('person.png', page),
    init_image: await server.upload('init.png', page),
    soft_mask: await server.upload('soft-mask.png', mask),
    prompt_clip_l: 'watercolor picture book illustration of a child',
    prompt_t5xxl: 'A child stands on a green hill.',
    seed: 7,
    steps,
    denoise: 0.55,
    filename_prefix: 'workflow-check/person',
    print_width: printPx,
    print_height: printPx,
    print_prefix: 'workflow-check/print',
  }
}

/** Of all samples those that the workflow has a slot for. */
export function samplesFor({ slots }: Workflow, samples: SlotValues): SlotValues {
  return Object.fromEntries(Object.entries(samples).filter(([name]) => Object.hasOwn(slots, name)))
}

/** @param drawing in a box of 64 by 64 */
async function svgPng(sizePx: number, drawing: string): Promise<Uint8Array<ArrayBuffer>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${sizePx}" height="${sizePx}">${drawing}</svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer())
}
