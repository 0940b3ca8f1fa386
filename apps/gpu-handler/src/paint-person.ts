import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  fillWorkflow,
  loadWorkflow,
  type SlotValues,
  type WorkflowName,
  workflowNames,
} from '@foxetales/comfy-workflows/load-workflow'
import type { BookPageUnit } from '@foxetales/shared-schemas/unit'
import sharp from 'sharp'
import type { ComfyHttp, InputFile } from './comfy/comfy-http.ts'
import { runGraph, untilAnswered } from './comfy/run-graph.ts'
import { isDraft } from './images/draft-mark.ts'
import { MAX_PIXELS, type RawImage, resizeSquare, toRaw } from './images/raw-image.ts'
import { UnitFailure } from './unit-failure.ts'
import { writePrompts } from './workflow/describe-child.ts'

/** The sampler's settings of the house style. */
const STEPS = 25
const DENOISE = 0.55
/** How long a finished picture may take to be handed over, a restart of ComfyUI included. */
const FETCH_MS = 60_000

export const PAGE_PX = 1024

/** Encoded pictures; `face` is absent on pages that show none, whose engine then never sees the photo. */
export type PersonInputs = {
  readonly initImage: Buffer<ArrayBuffer>
  readonly softMask: Buffer<ArrayBuffer>
  readonly face: { readonly photo: Buffer<ArrayBuffer>; readonly mask: Buffer<ArrayBuffer> } | undefined
}

export type PaintedPerson = {
  readonly image: RawImage<3>
  /** True when a stand-in painted it. */
  readonly draft: boolean
  /** ComfyUI's version. */
  readonly engine: string
}

export type PaintOptions = {
  readonly comfy: ComfyHttp
  /** ComfyUI's folder, when it is on this machine. */
  readonly comfyDir: string | undefined
  readonly onProgress: (fraction: number) => void
  readonly signal: AbortSignal
}

/**
 * Has ComfyUI paint the person of a page. Everything of this unit lies in folders of its own under random names, so that
 * no two units meet; they are removed afterwards where this machine can reach them.
 */
export async function paintPerson(
  unit: BookPageUnit,
  inputs: PersonInputs,
  { comfy, comfyDir, onProgress, signal }: PaintOptions,
): Promise<PaintedPerson> {
  const workflow = await loadWorkflow(knownWorkflow(unit.workflow))
  const folder = `foxetales/${crypto.randomUUID()}`
  try {
    const outputs = await runGraph(comfy, {
      prepare: async (runSignal) => {
        const put = (file: InputFile) => comfy.upload(file, folder, runSignal)
        return fillWorkflow(workflow, await slotValues(unit, inputs, folder, put))
      },
      onProgress,
      signal,
    })
    const [saved] = outputs[workflow.outputs.person?.node ?? '']?.images ?? []
    if (!saved) throw badAnswer('the picture engine saved no picture')
    const patience = AbortSignal.any([signal, AbortSignal.timeout(FETCH_MS)])
    const png = await untilAnswered(() => comfy.view(saved, patience), patience)
    const engine = await untilAnswered(() => comfy.version(patience), patience)
    return { ...(await readPerson(png)), engine }
  } finally {
    if (comfyDir !== undefined) await removeFolders(comfyDir, folder)
  }
}

async function slotValues(
  unit: BookPageUnit,
  inputs: PersonInputs,
  folder: string,
  put: (file: InputFile) => Promise<string>,
): Promise<SlotValues> {
  const prompts = writePrompts(unit.prompt, unit.look, unit.face)
  const [initImage, softMask] = await Promise.all([
    put({ name: 'init.png', bytes: inputs.initImage }),
    put({ name: 'soft-mask.png', bytes: inputs.softMask }),
  ])
  const values: SlotValues = {
    init_image: initImage,
    soft_mask: softMask,
    prompt_clip_l: prompts.clipL,
    prompt_t5xxl: prompts.t5xxl,
    seed: unit.seed,
    steps: STEPS,
    denoise: DENOISE,
    filename_prefix: `${folder}/person`,
  }
  if (inputs.face === undefined) return values
  values.photo = await put({ name: 'photo.jpg', bytes: inputs.face.photo })
  values.face_mask = await put({ name: 'face-mask.png', bytes: inputs.face.mask })
  return values
}

function knownWorkflow(name: string): WorkflowName {
  const known = workflowNames.find((candidate) => candidate === name)
  if (known === undefined) {
    throw new UnitFailure('WORKFLOW_UNKNOWN', 'this worker does not have that workflow', { retryable: false })
  }
  return known
}

async function readPerson(png: Buffer): Promise<{ image: RawImage<3>; draft: boolean }> {
  try {
    const picture = sharp(png, { limitInputPixels: MAX_PIXELS })
    const metadata = await picture.metadata()
    if (metadata.width !== metadata.height || metadata.width < PAGE_PX) {
      throw badAnswer(`the picture engine saved ${metadata.width} x ${metadata.height} px`)
    }
    const image = await resizeSquare(await toRaw(picture, 3), PAGE_PX)
    return { image, draft: isDraft(metadata) }
  } catch (error) {
    if (error instanceof UnitFailure) throw error
    throw badAnswer('the picture engine saved no readable picture')
  }
}

/** The engine ended well and gave nothing that can be used. */
export function badAnswer(message: string): UnitFailure {
  return new UnitFailure('ENGINE_ANSWER_INVALID', message, { retryable: true })
}

async function removeFolders(comfyDir: string, folder: string): Promise<void> {
  for (const kind of ['input', 'output', 'temp']) {
    await rm(join(comfyDir, kind, folder), { recursive: true, force: true })
  }
}
