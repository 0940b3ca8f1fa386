import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createPaintDraft } from '@foxetales/comfy-lite/draft/paint-draft'
import { type BookTemplate, bookTemplate, type FaceRegion } from '@foxetales/shared-schemas/book'
import type { HairStyle } from '@foxetales/shared-schemas/child'
import type { PageLayers } from '@foxetales/shared-schemas/unit'
import sharp from 'sharp'
import { composePage } from '../../src/images/compose-page.ts'
import { faceMask } from '../../src/images/face-mask.ts'
import { createLayerLoader } from '../../src/images/layers.ts'
import { type RawImage, toRaw } from '../../src/images/raw-image.ts'
import { loadScene, type Scene } from '../../src/images/scene.ts'
import { toneSkin } from '../../src/images/skin-tone.ts'
import { writePrompts } from '../../src/workflow/describe-child.ts'

/** Pages of the shipped book, painted as the handler and the draft engine paint them, but without a server between. */

const bookUrl = new URL('../../../../books/lantern/v1/', import.meta.url)
const PAGE_PX = 1024

export type PaintedPage = {
  readonly page: RawImage<3>
  readonly person: RawImage<3>
  readonly scene: Scene
  readonly face: FaceRegion
  readonly artPx: number
  readonly tone: number
}

export async function readBook(): Promise<BookTemplate> {
  return bookTemplate.parse(JSON.parse(await readFile(new URL('book.json', bookUrl), 'utf8')))
}

const loadLayer = createLayerLoader((source) => readFile(new URL(source.url)), 400_000_000)
const paint = createPaintDraft({ rememberedPhotos: 32 })

/** A page in the colours of a child, before its face is painted; most of a page's cost, and the same for every photo. */
export type BlankPage = {
  readonly scene: Scene
  readonly face: FaceRegion
  readonly artPx: number
  readonly tone: number
  readonly prompt: string
  readonly faceMask: RawImage<1>
}

export type PageLook = { readonly tone: number; readonly hair: HairStyle }

/** Page `number` for a Monk tone and a hair style; the book's cover is the page after its last. */
export async function blankPage(book: BookTemplate, number: number, look: PageLook): Promise<BlankPage> {
  const { artPx } = book
  const { face, prompt } = pageOf(book, number)
  if (!face) throw new Error(`page ${number} shows no face`)
  return {
    scene: await pageScene(book, number, look),
    face,
    artPx,
    tone: look.tone,
    prompt: writePrompts(prompt, { skin_tone: look.tone }, face).t5xxl,
    faceMask: await faceMask(face, artPx, PAGE_PX),
  }
}

/** The page's art in the colours of a child. */
export function pageScene(book: BookTemplate, number: number, { tone, hair }: PageLook): Promise<Scene> {
  const { art } = pageOf(book, number)
  const { back, front } = art.hair[hair] ?? {}
  const layers = {
    background: source(art.background),
    character: source(art.character),
    personMask: source(art.personMask),
    parts: source(art.parts),
    hair: { ...(back && { back: source(back) }), ...(front && { front: source(front) }), tinted: true },
    ...(art.front ? { front: source(art.front) } : {}),
  } satisfies PageLayers
  const { characterColours } = book
  return loadScene(loadLayer, { layers, characterColours, look: { skin_tone: tone } }, PAGE_PX)
}

function pageOf(book: BookTemplate, number: number): BookTemplate['pages'][number] | BookTemplate['cover'] {
  const page = [...book.pages, book.cover][number - 1]
  if (!page) throw new Error(`the book has no page ${number}`)
  return page
}

/** The page with the face of `photo`. */
export async function paintPage(blank: BlankPage, photo: RawImage<3>, seed = 7): Promise<PaintedPage> {
  const { scene, face, artPx, tone } = blank
  const painted = await paint({
    init: toTensor(scene.picture),
    noiseMask: null,
    photo: toTensor(photo),
    prompt: blank.prompt,
    signal: new AbortController().signal,
    faceMask: toTensor(blank.faceMask),
    seed,
    denoise: 0.55,
  })
  const person = await toneSkin(toImage(painted), scene.softMask, scene.skinPart, tone)
  return { page: await composePage(person, scene), person, scene, face, artPx, tone }
}

/** The same page with something done to its person. */
export async function withPerson(good: PaintedPage, person: RawImage<3>): Promise<PaintedPage> {
  return { ...good, person, page: await composePage(person, good.scene) }
}

function source({ file, sha256 }: { file: string; sha256: string }) {
  return { url: new URL(file, bookUrl).href, sha256 }
}

// Plain loops: `from` with a function takes ten times as long.
function toTensor({ data, width, height }: RawImage) {
  const values = new Float32Array(data.length)
  for (let i = 0; i < data.length; i++) values[i] = (data[i] ?? 0) / 255
  return { data: values, width, height }
}

function toImage({
  data,
  width,
  height,
}: {
  data: Float32Array
  width: number
  height: number
}): RawImage<3> {
  const bytes = new Uint8ClampedArray(data.length)
  for (let i = 0; i < data.length; i++) bytes[i] = (data[i] ?? 0) * 255
  return { data: new Uint8Array(bytes.buffer), width, height, channels: 3 }
}

/**
 * Faces in the group photos that the face-api package brings along (sample, left, top, width, height); the photos are
 * read out of the installed package and never copied here.
 */
const faces: readonly (readonly [number, number, number, number, number])[] = [
  [1, 770, 378, 330, 331],
  [1, 1430, 187, 279, 279],
  [2, 798, 187, 365, 363],
  [2, 1378, 105, 346, 346],
  [3, 1357, 251, 408, 408],
  [3, 997, 187, 367, 367],
  [3, 517, 298, 354, 354],
  [4, 1215, 131, 307, 307],
  [4, 613, 54, 277, 275],
  [5, 1321, 356, 393, 393],
  [5, 268, 847, 376, 376],
  [5, 1046, 170, 320, 320],
  [5, 723, 93, 270, 270],
  [6, 1400, 236, 378, 378],
  [6, 586, 307, 373, 373],
  [6, 1083, 283, 361, 360],
  [6, 176, 455, 360, 360],
]

/** How many people `personPhoto` knows. */
export const PEOPLE = faces.length + 1

const faceApi = dirname(
  createRequire(new URL('../../../../packages/face-finder/package.json', import.meta.url)).resolve(
    '@vladmandic/face-api/package.json',
  ),
)

/** A portrait of one of `PEOPLE` people; the last is the sample photo of this repository. */
export async function personPhoto(index: number): Promise<RawImage<3>> {
  const found = faces[index]
  if (found === undefined) {
    const sample = new URL('../../../../packages/face-finder/test/fixtures/astronaut.png', import.meta.url)
    return toRaw(sharp(await readFile(sample)), 3)
  }
  const [sample, x, y, width, height] = found
  const photo = sharp(join(faceApi, 'demo', `sample${sample}.jpg`))
  const { width: fullWidth, height: fullHeight } = await photo.metadata()
  const [left, top] = [Math.max(0, Math.round(x - 0.3 * width)), Math.max(0, Math.round(y - 0.4 * height))]
  const right = Math.min(fullWidth, Math.round(x + 1.3 * width))
  const bottom = Math.min(fullHeight, Math.round(y + 1.25 * height))
  return toRaw(photo.extract({ left, top, width: right - left, height: bottom - top }), 3)
}
