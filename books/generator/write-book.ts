import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type ArtFile,
  type BookTemplate,
  type Localised,
  language,
  type PageArt,
} from '@foxetales/shared-schemas/book'
import { hairStyle } from '@foxetales/shared-schemas/child'
import sharp, { type Sharp } from 'sharp'
import { finishCanvas } from './paint/canvas.ts'
import type { Paper } from './paint/paper.ts'
import { artColours, openScene, type PaintedScene } from './scene.ts'
import type { Illustration, Story } from './story.ts'
import { pageUnits } from './svg.ts'

/** Side of every layer, in pixels. */
export const artPx = 1536

type Page = Omit<BookTemplate['cover'], 'titleBox' | 'ink'>

/** Paints one illustration and writes its layers under `<book>/<folder>`; says what book.json has to know of it. */
export const writeIllustration = async (
  bookDir: string,
  folder: string,
  illustration: Illustration,
  paper: Paper,
): Promise<Page> => {
  const { scene, painted } = openScene(illustration, artPx, paper)
  await illustration.paint(scene)
  // Nothing of an older painting may stay: a layer that is no longer painted is no longer there.
  await rm(path.join(bookDir, folder), { recursive: true, force: true })
  await mkdir(path.join(bookDir, folder), { recursive: true })
  const art = await writeLayers(bookDir, folder, painted, paper)
  const page = { prompt: illustration.prompt, face: faceOf(painted), light: lightOf(illustration), art }
  // Kept beside the layers, so that one page can be painted anew without painting all.
  await writeFile(path.join(bookDir, folder, 'page.json'), JSON.stringify(page))
  return page
}

const writeLayers = async (
  bookDir: string,
  folder: string,
  painted: PaintedScene,
  paper: Paper,
): Promise<PageArt> => {
  const finished = (canvas: Float32Array) => finishCanvas(canvas, artPx, paper)
  const raw = { width: artPx, height: artPx, channels: 4 as const }
  const background = finished(painted.background)
  const character = finished(painted.character)
  const front = finished(painted.front)
  const save = async (name: string, image: Sharp): Promise<ArtFile> => {
    const file = `${folder}/${name}.webp`
    const bytes = await image.toBuffer()
    await mkdir(path.dirname(path.join(bookDir, file)), { recursive: true })
    await writeFile(path.join(bookDir, file), bytes)
    return { file, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const cutOut = async (name: string, bytes: Buffer, quality: number): Promise<ArtFile | undefined> =>
    isBlank(bytes)
      ? undefined
      : save(name, sharp(bytes, { raw }).webp({ quality, alphaQuality: 95, effort: 4 }))
  const worn = async (name: string, shapes = ''): Promise<ArtFile | undefined> =>
    shapes === '' ? undefined : cutOut(name, finished(await painted.paintWorn(shapes)), 88)
  const hair: PageArt['hair'] = {}
  for (const [style, head] of Object.entries(painted.figure?.hair ?? {})) {
    const [back, above] = await Promise.all([
      worn(`hair/${style}_back`, head.back),
      worn(`hair/${style}_front`, head.front),
    ])
    hair[hairStyle.parse(style)] = { ...(back ? { back } : {}), ...(above ? { front: above } : {}) }
  }
  const optional = {
    glasses: await worn('glasses', painted.figure?.glasses),
    hearingAid: await worn('hearing_aid', painted.figure?.hearingAid),
    front: await cutOut('front', front, 86),
  }
  return {
    background: await save(
      'background',
      sharp(background, { raw }).removeAlpha().webp({ quality: 86, effort: 5 }),
    ),
    character: await save(
      'character',
      sharp(character, { raw }).webp({ quality: 88, alphaQuality: 95, effort: 5 }),
    ),
    personMask: await save('person_mask', grey(personMask(character, front))),
    parts: await save(
      'parts',
      sharp(labels(painted.labels), { raw: { ...raw, channels: 3 } }).webp({ quality: 80, effort: 5 }),
    ),
    hair,
    ...withoutMissing(optional),
  }
}

/** The layers that exist. */
const withoutMissing = <Name extends string>(
  layers: Record<Name, ArtFile | undefined>,
): Partial<Record<Name, ArtFile>> => {
  const kept: Partial<Record<Name, ArtFile>> = {}
  for (const name in layers) if (layers[name]) kept[name] = layers[name]
  return kept
}

const grey = (bytes: Buffer) =>
  sharp(bytes, { raw: { width: artPx, height: artPx, channels: 1 } })
    .toColourspace('b-w')
    .webp({ lossless: true, effort: 5 })

/** White where the body is seen, less what stands before it. */
const personMask = (character: Buffer, front: Buffer): Buffer => {
  const mask = Buffer.alloc(artPx * artPx)
  for (let pixel = 0; pixel < mask.length; pixel++) {
    const at = pixel * 4 + 3
    mask[pixel] = ((character[at] ?? 0) * (255 - (front[at] ?? 0))) / 255
  }
  return mask
}

/** The part map: how much of each pixel of the figure is skin, clothes. */
const labels = (canvas: Float32Array): Buffer => {
  const bytes = Buffer.alloc(artPx * artPx * 3)
  for (let pixel = 0; pixel < artPx * artPx; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      bytes[pixel * 3 + channel] = Math.max(
        0,
        Math.min(255, Math.round((canvas[pixel * 4 + channel] ?? 0) * 255)),
      )
    }
  }
  return bytes
}

const isBlank = (bytes: Buffer): boolean => {
  for (let at = 3; at < bytes.length; at += 4) if ((bytes[at] ?? 0) > 8) return false
  return true
}

const toPx = (units: number): number => Math.round((units * artPx * 10) / pageUnits) / 10

const faceOf = ({ figure }: PaintedScene): Page['face'] => {
  if (!figure?.face) return null
  const { x, y, rx, ry, tilt } = figure.face
  return { cx: toPx(x), cy: toPx(y), rx: toPx(rx), ry: toPx(ry), tilt: Math.round(tilt * 10) / 10 }
}

const lightOf = ({ light = {} }: Illustration): Page['light'] => ({
  ...(light.grade ? { grade: light.grade } : {}),
  ...(light.lamp
    ? {
        lamp: {
          ...light.lamp,
          x: toPx(light.lamp.x),
          y: toPx(light.lamp.y),
          radius: toPx(light.lamp.radius),
        },
      }
    : {}),
})

export const pageFolder = (number: number): string => `pages/${String(number).padStart(2, '0')}`

const textOf = (story: Story, index: number): Localised => {
  const text = story.text[index]
  if (!text) throw new Error(`page ${index + 1} has no text`)
  return text
}

/** Gathers what every page knows of itself into book.json. */
export const writeManifest = async (bookDir: string, story: Story): Promise<void> => {
  const read = async (folder: string, { expression, gaze }: Illustration): Promise<Page> => {
    const page = JSON.parse(await readFile(path.join(bookDir, folder, 'page.json'), 'utf8')) as Page
    const looks = { ...(expression ? { expression } : {}), ...(gaze ? { gaze } : {}) }
    return { ...page, face: page.face && { ...page.face, ...looks } }
  }
  const pages = await Promise.all(
    story.pages.map(async (illustration, index) => ({
      number: index + 1,
      text: textOf(story, index),
      textBox: illustration.textBox,
      ink: illustration.ink,
      ...(await read(pageFolder(index + 1), illustration)),
    })),
  )
  const book: BookTemplate = {
    id: story.id,
    version: story.version,
    title: story.title,
    blurb: story.blurb,
    languages: language.options.filter((code) => story.title[code]),
    ageYears: story.ageYears,
    artPx,
    characterColours: artColours,
    previewPages: [...story.previewPages],
    pages,
    cover: { ...(await read('cover', story.cover)), titleBox: story.cover.textBox, ink: story.cover.ink },
    price: story.price,
  }
  await writeFile(path.join(bookDir, 'book.json'), `${JSON.stringify(book, null, 1)}\n`)
}
