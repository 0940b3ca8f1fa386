import sharp from 'sharp'
import { type Brow, browShapes } from './brows.ts'
import { eyeShapes, outlineShape } from './feature-shapes.ts'
import { type Field, makeField } from './field.ts'
import type { Point } from './frontal-face.ts'
import type { Mood } from './mood.ts'
import { mouthShapes } from './mouth-shapes.ts'
import { noseShapes } from './nose-shapes.ts'
import { CANVAS_PX } from './storybook-shape.ts'

const PARTS = [
  'region',
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
  'mouthInside',
] as const

/** Coverages 0..1 on the canvas. `region` is the face without its rim, where hair and background begin. */
export type FeatureMasks = Readonly<Record<(typeof PARTS)[number], Field>>

export async function featureMasks(
  shape: readonly Point[],
  brows: readonly Brow[],
  tone: Field,
  mood: Mood,
): Promise<FeatureMasks> {
  const eyes = eyeShapes(shape, mood)
  const mouth = mouthShapes(shape, tone, mood)
  const nose = noseShapes(shape)
  const shapes: Record<(typeof PARTS)[number], string> = {
    region: outlineShape(shape),
    eyeWhite: eyes.white,
    eyeShade: eyes.shade,
    iris: eyes.iris,
    pupil: eyes.pupil,
    lash: eyes.lash,
    lid: eyes.lid,
    sparkle: eyes.sparkle,
    brow: browShapes(brows),
    noseShade: nose.shade,
    noseLine: nose.line,
    noseLight: nose.light,
    lips: mouth.lips,
    lipLine: mouth.line,
    teeth: mouth.teeth,
    mouthInside: mouth.inside,
  }
  const soft: Partial<Record<(typeof PARTS)[number], number>> = {
    noseShade: 4,
    noseLight: 3,
    lips: 0.8,
    brow: 0.6,
  }
  const drawn = await Promise.all(PARTS.map(async (part) => [part, await drawMask(shapes[part], soft[part])]))
  // Every part was just drawn.
  return Object.fromEntries(drawn) as FeatureMasks
}

/** The face alone, for measuring the photo before anything is drawn. */
export function faceRegion(shape: readonly Point[]): Promise<Field> {
  return drawMask(outlineShape(shape))
}

/** Draws white shapes on black, blurred by `softness` canvas pixels. */
async function drawMask(shapes: string, softness = 0): Promise<Field> {
  const field = makeField(CANVAS_PX, CANVAS_PX)
  if (shapes === '') return field
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CANVAS_PX}" height="${CANVAS_PX}">` +
    `<rect width="100%" height="100%"/><g fill="#fff">${shapes}</g></svg>`
  const picture = sharp(Buffer.from(svg)).extractChannel(0)
  if (softness > 0) picture.blur(softness)
  const { data } = await picture.raw().toBuffer({ resolveWithObject: true })
  data.forEach((value, i) => {
    field.values[i] = value / 255
  })
  return field
}
