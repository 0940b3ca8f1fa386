import type { PrintMasterUnit, UnitResult } from '@foxetales/shared-schemas/unit'
import sharp from 'sharp'
import { download } from './files/download.ts'
import { upload } from './files/upload.ts'
import { composePage } from './images/compose-page.ts'
import { isDraft } from './images/draft-mark.ts'
import { encodePrint } from './images/encode.ts'
import { MAX_PIXELS, type RawImage, toRaw } from './images/raw-image.ts'
import { loadScene } from './images/scene.ts'
import { startTimings } from './timings.ts'
import { UnitFailure } from './unit-failure.ts'
import type { WorkContext, Workshop } from './workshop.ts'

const MAX_PERSON_BYTES = 20_000_000

/**
 * The print master of a page the parent approved: the stored person in the book's own art again. Nothing is sampled, so
 * what is printed is what was approved.
 */
export async function makePrintMaster(
  unit: PrintMasterUnit,
  { guardedFetch, loadLayer }: Workshop,
  { signal, onProgress }: WorkContext,
): Promise<UnitResult> {
  const timings = startTimings()
  const [person, scene] = await timings.measure('fetch', () =>
    Promise.all([
      download(guardedFetch, unit.person, { maxBytes: MAX_PERSON_BYTES, signal }).then(readPerson),
      loadScene(loadLayer, unit, unit.artPx, signal),
    ]),
  )
  onProgress(0.3)
  const { print } = unit.outputs
  const master = await timings.measure('finish', async () =>
    encodePrint(await composePage(person.image, scene), print.sizePx),
  )
  onProgress(0.8)
  const stored = await timings.measure('upload', () => upload(guardedFetch, print, master, signal))
  return {
    outcome: 'made',
    files: { print: stored },
    draft: person.draft,
    engine: 'sharp',
    timingsMs: timings.read(),
    scores: {},
  }
}

async function readPerson(bytes: Buffer): Promise<{ image: RawImage<3>; draft: boolean }> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS })
    return { draft: isDraft(await picture.metadata()), image: await toRaw(picture, 3) }
  } catch {
    throw new UnitFailure('PERSON_UNREADABLE', 'the stored person cannot be read', { retryable: false })
  }
}
