import type { BookPageUnit, OutputRole, UnitResult, UploadedFile } from '@foxetales/shared-schemas/unit'
import { MAX_PHOTO_BYTES } from './check-photo.ts'
import { faceScore } from './face-score.ts'
import { download } from './files/download.ts'
import { type EncodedImage, upload } from './files/upload.ts'
import { colourChanges } from './images/child-colours.ts'
import { composePage, makePrintImage } from './images/compose-page.ts'
import { paintOver } from './images/composite.ts'
import { markDraft } from './images/draft-mark.ts'
import { encodeJpeg, encodePng, encodePreviews } from './images/encode.ts'
import { faceMask } from './images/face-mask.ts'
import { type Layers, loadLayers } from './images/layers.ts'
import { onlyChannel, type RawImage } from './images/raw-image.ts'
import { recolourCharacter } from './images/recolour.ts'
import { toneSkin } from './images/skin-tone.ts'
import { softenMask } from './images/soft-mask.ts'
import { PAGE_PX, type PaintedPerson, type PersonInputs, paintPerson } from './paint-person.ts'
import { readPhoto } from './read-photo.ts'
import { startTimings } from './timings.ts'
import { UnitFailure } from './unit-failure.ts'
import type { WorkContext, Workshop } from './workshop.ts'

/** Makes one page: prepares the engine's inputs, has the person painted, finishes the pictures and stores them. */
export async function renderPage(
  unit: BookPageUnit,
  workshop: Workshop,
  { signal, onProgress }: WorkContext,
): Promise<UnitResult> {
  const timings = startTimings()
  const materials = await timings.measure('fetch', () => gatherMaterials(unit, workshop, signal))
  onProgress(0.1)
  const painted = await timings.measure('comfy', () =>
    paintPerson(unit, materials.inputs, {
      comfy: workshop.comfy,
      comfyDir: workshop.comfyDir,
      onProgress: (fraction) => onProgress(0.1 + 0.7 * fraction),
      signal,
    }),
  )
  onProgress(0.8)
  const finished = await timings.measure('finish', () =>
    finishPage(unit, workshop, materials, painted, signal),
  )
  onProgress(0.9)
  const files = await timings.measure('upload', () => storeAll(unit, workshop, finished.pictures, signal))
  return {
    outcome: 'made',
    files,
    draft: painted.draft,
    engine: painted.engine,
    timingsMs: timings.read(),
    scores: finished.scores,
  }
}

type Materials = {
  readonly layers: Layers
  readonly softMask: RawImage<1>
  readonly skinPart: RawImage<1>
  readonly inputs: PersonInputs
}

async function gatherMaterials(
  unit: BookPageUnit,
  { guardedFetch, loadLayer }: Workshop,
  signal: AbortSignal,
): Promise<Materials> {
  const [layers, character, parts, photo] = await Promise.all([
    loadLayers(loadLayer, unit.layers, PAGE_PX, signal),
    loadLayer(unit.layers.character, PAGE_PX, 4, signal),
    loadLayer(unit.layers.parts, PAGE_PX, 3, signal),
    download(guardedFetch, unit.photo, { maxBytes: MAX_PHOTO_BYTES, signal }).then(readPhoto),
  ])
  if (photo === undefined) {
    throw new UnitFailure('PHOTO_UNREADABLE', 'the photo cannot be read', { retryable: false })
  }
  const { skin, hair } = colourChanges(unit.characterColours, unit.look)
  const scene = { ...layers.background, data: Uint8Array.from(layers.background.data) }
  paintOver(scene, recolourCharacter(character, parts, skin, hair))
  const softMask = await softenMask(layers.personMask)
  const [photoJpeg, initPng, maskPng, facePng] = await Promise.all([
    encodeJpeg(photo.image),
    encodePng(scene),
    encodePng(softMask),
    unit.face && faceMask(unit.face, unit.artPx, PAGE_PX).then(encodePng),
  ])
  const inputs = {
    photo: photoJpeg.bytes,
    initImage: initPng.bytes,
    softMask: maskPng.bytes,
    faceMask: facePng?.bytes,
  }
  return { layers, softMask, skinPart: onlyChannel(parts, 0), inputs }
}

type Pictures = Partial<Record<OutputRole, EncodedImage>>

async function finishPage(
  unit: BookPageUnit,
  { loadLayer }: Workshop,
  { layers, softMask, skinPart }: Materials,
  painted: PaintedPerson,
  signal: AbortSignal,
): Promise<{ pictures: Pictures; scores: Record<string, number> }> {
  const { skin, hair } = colourChanges(unit.characterColours, unit.look)
  const person = await toneSkin(painted.image, softMask, skinPart, skin.to)
  const page = await composePage(person, layers, softMask, hair)
  const personPng = await encodePng(person)
  const pictures: Pictures = {
    page: await encodePng(page),
    person: painted.draft ? { ...personPng, bytes: markDraft(personPng.bytes) } : personPng,
    ...(await encodePreviews(page)),
  }
  if (unit.outputs.print) {
    signal.throwIfAborted()
    const printLayers = await loadLayers(loadLayer, unit.layers, unit.artPx, signal)
    pictures.print = await makePrintImage(person, printLayers, hair, unit.outputs.print.sizePx)
  }
  const scores = unit.face ? { face_found: await faceScore(page, unit.face, unit.artPx) } : {}
  return { pictures, scores }
}

async function storeAll(
  unit: BookPageUnit,
  { guardedFetch }: Workshop,
  pictures: Pictures,
  signal: AbortSignal,
): Promise<Partial<Record<OutputRole, UploadedFile>>> {
  const files: Partial<Record<OutputRole, UploadedFile>> = {}
  const store = async (role: OutputRole) => {
    const target = unit.outputs[role]
    const picture = pictures[role]
    if (target && picture) files[role] = await upload(guardedFetch, target, picture, signal)
  }
  await Promise.all((['page', 'person', 'preview', 'thumbnail', 'print'] as const).map(store))
  return files
}
