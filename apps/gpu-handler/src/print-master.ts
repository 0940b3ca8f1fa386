import type { PrintMasterUnit, UnitResult } from '@foxetales/shared-schemas/unit'
import sharp from 'sharp'
import { untilAnswered } from './comfy/run-graph.ts'
import { runWorkflow } from './comfy/run-workflow.ts'
import { download } from './files/download.ts'
import { upload } from './files/upload.ts'
import { composePrint } from './images/compose-print.ts'
import { isDraft } from './images/draft-mark.ts'
import { encodePrint, encodeProof } from './images/encode.ts'
import { MAX_PIXELS } from './images/raw-image.ts'
import { loadScene } from './images/scene.ts'
import { refuseUnlicensed } from './licences.ts'
import { readPicture } from './paint-person.ts'
import { startTimings } from './timings.ts'
import { UnitFailure } from './unit-failure.ts'
import type { WorkContext, Workshop } from './workshop.ts'

const MAX_PERSON_BYTES = 20_000_000

/**
 * The print master of a page the parent approved: the stored person, enlarged by the engine's upscaler, in the book's own
 * art again. Nothing is sampled, so what is printed is what was approved.
 */
export async function makePrintMaster(
  unit: PrintMasterUnit,
  { guardedFetch, loadLayer, comfy, comfyDir, licences }: Workshop,
  { signal, onProgress }: WorkContext,
): Promise<UnitResult> {
  if (comfy === undefined) {
    throw new UnitFailure('ENGINE_MISSING', 'this worker has no picture engine', { retryable: true })
  }
  await refuseUnlicensed('upscale.v1', unit.commercial, licences)
  const timings = startTimings()
  const { print, proof } = unit.outputs
  const [person, scene] = await timings.measure('fetch', () =>
    Promise.all([
      download(guardedFetch, unit.person, { maxBytes: MAX_PERSON_BYTES, signal }),
      loadScene(loadLayer, unit, unit.artPx, signal),
    ]),
  )
  const draft = await readDraftMark(person)
  onProgress(0.2)
  const enlarged = await timings.measure('comfy', () =>
    runWorkflow(
      {
        workflow: 'upscale.v1',
        files: { person: { name: 'person.png', bytes: person } },
        values: { print_width: print.sizePx, print_height: print.sizePx },
      },
      { comfy, comfyDir, signal, onProgress: (fraction) => onProgress(0.2 + 0.4 * fraction) },
    ),
  )
  const large = await readPicture(enlarged.print_person, print.sizePx)
  const { master, small } = await timings.measure('finish', async () => {
    const page = await composePrint(large.image, scene)
    return { master: await encodePrint(page, print.sizePx), small: await encodeProof(page) }
  })
  onProgress(0.8)
  const files = await timings.measure('upload', async () => ({
    print: await upload(guardedFetch, print, master, signal),
    ...(proof ? { proof: await upload(guardedFetch, proof, small, signal) } : {}),
  }))
  return {
    outcome: 'made',
    files,
    draft: draft || large.draft,
    engine: await untilAnswered(() => comfy.version(signal), signal),
    timingsMs: timings.read(),
    scores: {},
  }
}

/** Whether a stand-in painted the person: a real upscaler would leave no mark of that. */
async function readDraftMark(person: Buffer): Promise<boolean> {
  try {
    return isDraft(await sharp(person, { limitInputPixels: MAX_PIXELS }).metadata())
  } catch {
    throw new UnitFailure('PERSON_UNREADABLE', 'the stored person cannot be read', { retryable: false })
  }
}
