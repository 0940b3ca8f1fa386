import type { FaceRegion } from '@foxetales/shared-schemas/book'
import type {
  BookPageUnit,
  OutputRole,
  PageMeasures,
  UnitResult,
  UploadedFile,
} from '@foxetales/shared-schemas/unit'
import { checkPage } from './checks/check-page.ts'
import { findKnownFace } from './checks/known-face.ts'
import type { PageVerdict } from './checks/page-verdict.ts'
import type { EngineOptions } from './comfy/run-workflow.ts'
import { type EncodedImage, upload } from './files/upload.ts'
import { findIdentity, type Identity, withIdentity } from './find-identity.ts'
import { composePage } from './images/compose-page.ts'
import { composePrint } from './images/compose-print.ts'
import { markDraft } from './images/draft-mark.ts'
import { encodePassingPng, encodePng, encodePreviews, encodePrint, encodeProof } from './images/encode.ts'
import { faceMask } from './images/face-mask.ts'
import { isBlank } from './images/is-blank.ts'
import { keepPerson } from './images/keep-person.ts'
import { measurePage } from './images/measure-page.ts'
import type { RawImage } from './images/raw-image.ts'
import { loadScene, type Scene } from './images/scene.ts'
import { shrinkScene } from './images/shrink-scene.ts'
import { toneSkin } from './images/skin-tone.ts'
import { refuseUnlicensed } from './licences.ts'
import {
  badAnswer,
  knownWorkflow,
  PAGE_PX,
  type PaintedPerson,
  type PersonInputs,
  paintPerson,
} from './paint-person.ts'
import { paintingSeed, paintUntilGood } from './paint-until-good.ts'
import { startTimings } from './timings.ts'
import { UnitFailure } from './unit-failure.ts'
import type { WorkContext, Workshop } from './workshop.ts'

/** Makes one page: prepares the engine's inputs, has the person painted, finishes the pictures and stores them. */
export async function renderPage(
  unit: BookPageUnit,
  workshop: Workshop,
  { signal, onProgress }: WorkContext,
): Promise<UnitResult> {
  const { comfy, comfyDir } = workshop
  if (comfy === undefined) {
    throw new UnitFailure('ENGINE_MISSING', 'this worker has no picture engine', { retryable: true })
  }
  const workflow = knownWorkflow(unit.workflow)
  await refuseUnlicensed(workflow, unit.commercial, workshop.licences)
  if (unit.face) await refuseUnlicensed('identity.v1', unit.commercial, workshop.licences)
  const timings = startTimings()
  const engine: EngineOptions = {
    comfy,
    comfyDir,
    onProgress: (fraction) => onProgress(0.1 + 0.7 * fraction),
    signal,
  }
  const materials = await timings.measure('fetch', () => gatherMaterials(unit, workshop, engine))
  onProgress(0.1)
  const paintOnce = async (number: number): Promise<Painting> => {
    const again = { ...unit, seed: paintingSeed(unit.seed, number) }
    const painted = await timings.measure('comfy', () =>
      paintChild(again, workshop, engine, materials.inputs),
    )
    if (isBlank(painted.image, materials.scene.softMask)) {
      throw badAnswer('the picture engine painted nothing')
    }
    onProgress(0.8)
    return timings.measure('finish', () => finishPage(unit, workshop, materials, painted, signal))
  }
  const { painting: best, paintings } = await paintUntilGood(paintOnce)
  const { verdict } = best
  if (verdict.failedChecks.includes('safety')) {
    throw new UnitFailure('PAGE_UNSAFE', 'every painting of the page looked unsafe, and none was kept', {
      retryable: false,
    })
  }
  onProgress(0.9)
  const files = await timings.measure('upload', () => storeAll(unit, workshop, best.pictures, signal))
  return {
    outcome: 'made',
    files,
    draft: best.draft,
    engine: best.engine,
    timingsMs: timings.read(),
    scores: { ...verdict.scores },
    failedChecks: [...verdict.failedChecks],
    paintings,
    measures: best.measures,
  }
}

type Materials = {
  readonly scene: Scene
  /** At the art's own size, where a print is wanted. */
  readonly artScene: Scene | undefined
  readonly inputs: Omit<PersonInputs, 'face'> & { readonly face: FaceInputs | undefined }
}

type FaceInputs = { readonly identity: Identity; readonly mask: Buffer<ArrayBuffer> }

async function gatherMaterials(
  unit: BookPageUnit,
  workshop: Workshop,
  engine: EngineOptions,
): Promise<Materials> {
  const [{ scene, artScene }, face] = await Promise.all([
    loadScenes(unit, workshop.loadLayer, engine.signal),
    unit.face ? prepareFace(unit, unit.face, workshop, engine) : undefined,
  ])
  const [initImage, softMask] = await Promise.all([
    encodePassingPng(scene.picture),
    encodePassingPng(scene.softMask),
  ])
  return { scene, artScene, inputs: { initImage: initImage.bytes, softMask: softMask.bytes, face } }
}

/** Where a print is wanted the larger scene is made, and the page's own of it. */
async function loadScenes(
  unit: BookPageUnit,
  loadLayer: Workshop['loadLayer'],
  signal: AbortSignal,
): Promise<Pick<Materials, 'scene' | 'artScene'>> {
  if (!unit.outputs.print || unit.artPx <= PAGE_PX) {
    const scene = await loadScene(loadLayer, unit, PAGE_PX, signal)
    return { scene, artScene: unit.outputs.print ? scene : undefined }
  }
  const artScene = await loadScene(loadLayer, unit, unit.artPx, signal)
  return { artScene, scene: await shrinkScene(artScene, PAGE_PX) }
}

/** Whose face, and the place on the page where it belongs. */
async function prepareFace(
  unit: BookPageUnit,
  region: FaceRegion,
  workshop: Workshop,
  engine: EngineOptions,
): Promise<FaceInputs> {
  const [identity, mask] = await Promise.all([
    findIdentity(unit, workshop, engine),
    faceMask(region, unit.artPx, PAGE_PX).then(encodePassingPng),
  ])
  return { identity, mask: mask.bytes }
}

function paintChild(
  unit: BookPageUnit,
  workshop: Workshop,
  engine: EngineOptions,
  { face, ...picture }: Materials['inputs'],
): Promise<PaintedPerson> {
  if (face === undefined) return paintPerson(unit, { ...picture, face }, engine)
  return withIdentity(unit, workshop, engine, face.identity, (identity) =>
    paintPerson(unit, { ...picture, face: { identity, mask: face.mask } }, engine),
  )
}

type Pictures = Partial<Record<OutputRole, EncodedImage>>

/** One painting of the page, finished, encoded and looked at. */
type Painting = {
  readonly pictures: Pictures
  readonly verdict: PageVerdict
  readonly measures: PageMeasures
  readonly draft: boolean
  readonly engine: string
}

/** The finished page is encoded while it is checked: nearly every page passes. */
async function finishPage(
  unit: BookPageUnit,
  workshop: Workshop,
  materials: Materials,
  painted: PaintedPerson,
  signal: AbortSignal,
): Promise<Painting> {
  const { scene } = materials
  const tone = unit.look.skin_tone
  const person = await toneSkin(painted.image, scene.softMask, scene.skinPart, tone)
  const page = await composePage(person, scene)
  const { draft, engine } = painted
  const knownFace = () => findKnownFace(unit, workshop, signal)
  const [pictures, verdict] = await Promise.all([
    encodeAll(unit, materials, painted, { person, page }),
    checkPage({ page, person, scene, face: unit.face, artPx: unit.artPx, tone, draft, knownFace }),
  ])
  return { pictures, verdict, measures: measurePage(page, unit.textBox), draft, engine }
}

async function encodeAll(
  unit: BookPageUnit,
  { scene, artScene }: Materials,
  { draft, printImage }: PaintedPerson,
  { person, page }: { person: RawImage<3>; page: RawImage<3> },
): Promise<Pictures> {
  const personPng = await encodePng(keepPerson(person, scene.softMask))
  const pictures: Pictures = {
    page: await encodePng(page),
    person: draft ? { ...personPng, bytes: markDraft(personPng.bytes) } : personPng,
    ...(await encodePreviews(page)),
  }
  if (unit.outputs.print && artScene && printImage) {
    const printed = await composePrint(printImage, artScene, (large, mask, skinPart) =>
      toneSkin(large, mask, skinPart, unit.look.skin_tone),
    )
    pictures.print = await encodePrint(printed, unit.outputs.print.sizePx)
    if (unit.outputs.proof) pictures.proof = await encodeProof(page)
  }
  return pictures
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
  await Promise.all((['page', 'person', 'preview', 'thumbnail', 'print', 'proof'] as const).map(store))
  return files
}
