import { type WorkflowName, workflowNames } from '@foxetales/comfy-workflows/load-workflow'
import type { BookPageUnit } from '@foxetales/shared-schemas/unit'
import sharp from 'sharp'
import { untilAnswered } from './comfy/run-graph.ts'
import { type EngineOptions, runWorkflow, type WorkflowRun } from './comfy/run-workflow.ts'
import { isDraft } from './images/draft-mark.ts'
import { MAX_PIXELS, type RawImage, resizeSquare, toRaw } from './images/raw-image.ts'
import { UnitFailure } from './unit-failure.ts'
import { writePrompts } from './workflow/describe-child.ts'

/** The sampler's settings of the house style. */
const STEPS = 25
const DENOISE = 0.55
/** How long ComfyUI may take to say which version it is, a restart included. */
const VERSION_MS = 60_000

export const PAGE_PX = 1024

/** Encoded files; `face` is absent on pages that show none. The photo itself is never among them. */
export type PersonInputs = {
  readonly initImage: Buffer<ArrayBuffer>
  readonly softMask: Buffer<ArrayBuffer>
  readonly face: { readonly identity: Buffer<ArrayBuffer>; readonly mask: Buffer<ArrayBuffer> } | undefined
}

export type PaintedPerson = {
  readonly image: RawImage<3>
  /** The same at print size, by the engine's upscaler, where the unit asks for a print. */
  readonly printImage: RawImage<3> | undefined
  /** True when a stand-in painted it. */
  readonly draft: boolean
  /** ComfyUI's version. */
  readonly engine: string
}

/** Has ComfyUI paint the person of a page, and enlarge it in the same run where a print is wanted. */
export async function paintPerson(
  unit: BookPageUnit,
  inputs: PersonInputs,
  engine: EngineOptions,
): Promise<PaintedPerson> {
  const made = await runWorkflow(
    { workflow: knownWorkflow(unit.workflow), files: inputFiles(inputs), values: samplerValues(unit) },
    engine,
  )
  const { image, draft } = await readPicture(made.person, PAGE_PX)
  const printPx = unit.outputs.print?.sizePx
  const printed = printPx === undefined ? undefined : await readPicture(made.print_person, printPx)
  const patience = AbortSignal.any([engine.signal, AbortSignal.timeout(VERSION_MS)])
  const version = await untilAnswered(() => engine.comfy.version(patience), patience)
  return { image, printImage: printed?.image, draft, engine: version }
}

function inputFiles({ initImage, softMask, face }: PersonInputs): WorkflowRun['files'] {
  return {
    init_image: { name: 'init.png', bytes: initImage },
    soft_mask: { name: 'soft-mask.png', bytes: softMask },
    ...(face
      ? {
          identity: { name: 'identity.safetensors', bytes: face.identity },
          face_mask: { name: 'face-mask.png', bytes: face.mask },
        }
      : {}),
  }
}

function samplerValues(unit: BookPageUnit): WorkflowRun['values'] {
  const prompts = writePrompts(unit.prompt, unit.look, unit.face)
  const { print } = unit.outputs
  return {
    prompt_clip_l: prompts.clipL,
    prompt_t5xxl: prompts.t5xxl,
    seed: unit.seed,
    steps: STEPS,
    denoise: DENOISE,
    ...(unit.likeness === undefined || unit.face === null ? {} : { likeness: unit.likeness }),
    ...(print ? { print_width: print.sizePx, print_height: print.sizePx } : {}),
  }
}

/** @throws {UnitFailure} WORKFLOW_UNKNOWN */
export function knownWorkflow(name: string): WorkflowName {
  const known = workflowNames.find((candidate) => candidate === name)
  if (known === undefined) {
    throw new UnitFailure('WORKFLOW_UNKNOWN', 'this worker does not have that workflow', { retryable: false })
  }
  return known
}

/** A picture that the engine saved, at `sizePx`. @throws {UnitFailure} when it is not square, too small or no picture */
export async function readPicture(
  png: Buffer | undefined,
  sizePx: number,
): Promise<{ image: RawImage<3>; draft: boolean }> {
  if (png === undefined) throw badAnswer('the picture engine saved no picture')
  try {
    const picture = sharp(png, { limitInputPixels: MAX_PIXELS })
    const metadata = await picture.metadata()
    if (metadata.width !== metadata.height || metadata.width < sizePx) {
      throw badAnswer(`the picture engine saved ${metadata.width} x ${metadata.height} px`)
    }
    const image = await resizeSquare(await toRaw(picture, 3), sizePx)
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
