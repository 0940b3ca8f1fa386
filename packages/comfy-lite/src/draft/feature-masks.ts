import sharp from 'sharp'
import { type Brow, browShapes, posedBrows } from './brows.ts'
import type { Look } from './expression.ts'
import { poseOf } from './expression-pose.ts'
import { eyeShapes } from './eye-shapes.ts'
import { outlineShape } from './feature-shapes.ts'
import { type Field, makeField } from './field.ts'
import type { Point } from './frontal-face.ts'
import { mouthShapes } from './mouth-shapes.ts'
import { noseShapes } from './nose-shapes.ts'
import { CANVAS_PX } from './storybook-shape.ts'

const PARTS = [
  'eyeWhite',
  'eyeShade',
  'iris',
  'pupil',
  'lash',
  'lid',
  'sparkle',
  'brow',
  'noseShade',
  'noseLine',
  'noseLight',
  'lips',
  'lipLine',
  'teeth',
  'teethShade',
  'tongue',
  'mouthInside',
] as const

type Part = (typeof PARTS)[number]

/** Coverages 0..1 on the canvas. */
export type FeatureMasks = Readonly<Record<Part, Field>>

/** Standard deviation in canvas pixels; parts without one have a clean edge. */
const SOFTNESS: Partial<Record<Part, number>> = {
  noseShade: 4,
  noseLight: 3,
  lips: 0.8,
  tongue: 1.5,
  teethShade: 0.8,
  brow: 0.6,
}

/** Draws the person's features as the page's look moves them. */
export async function featureMasks(
  shape: readonly Point[],
  brows: readonly Brow[],
  tone: Field,
  { expression, gaze }: Look,
): Promise<FeatureMasks> {
  const pose = poseOf(expression)
  const eyes = eyeShapes(shape, tone, pose.eyes, gaze)
  const mouth = mouthShapes(shape, tone, pose.mouth)
  const nose = noseShapes(shape)
  const shapes: Record<Part, string> = {
    eyeWhite: eyes.white,
    eyeShade: eyes.shade,
    iris: eyes.iris,
    pupil: eyes.pupil,
    lash: eyes.lash,
    lid: eyes.lid,
    sparkle: eyes.sparkle,
    brow: browShapes(posedBrows(brows, pose.brows)),
    noseShade: nose.shade,
    noseLine: nose.line,
    noseLight: nose.light,
    lips: mouth.lips,
    lipLine: mouth.line,
    teeth: mouth.teeth,
    teethShade: mouth.teethShade,
    tongue: mouth.tongue,
    mouthInside: mouth.inside,
  }
  const drawn = await Promise.all(
    PARTS.map(async (part) => [part, await drawMask(shapes[part], SOFTNESS[part])]),
  )
  // Every part was just drawn.
  return Object.fromEntries(drawn) as FeatureMasks
}

/** The face without its rim, where hair and background begin: for measuring the photo before anything is drawn. */
export function faceRegion(shape: readonly Point[]): Promise<Field> {
  return drawMask(outlineShape(shape))
}

/** Draws white shapes on black, blurred by `softness` canvas pixels. */
export async function drawMask(shapes: string, softness = 0): Promise<Field> {
  const field = makeField(CANVAS_PX, CANVAS_PX)
  if (shapes === '') return field
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CANVAS_PX}" height="${CANVAS_PX}">` +
    `<rect width="100%" height="100%"/><g fill="#fff">${shapes}</g></svg>`
  const picture = sharp(Buffer.from(svg)).extractChannel(0)
  if (softness > 0) picture.blur(softness)
  const { data } = await picture.raw().toBuffer({ resolveWithObject: true })
  for (let i = 0; i < data.length; i++) field.values[i] = (data[i] ?? 0) / 255
  return field
}
