import sharp from 'sharp'
import { eyeShapes, mouthShapes, outlineShape } from './feature-shapes.ts'
import { type Field, makeField } from './field.ts'
import type { Point } from './frontal-face.ts'
import { CANVAS_PX } from './storybook-shape.ts'

/** Coverages 0..1 on the canvas, drawn from the landmarks alone. */
export type FeatureMasks = {
  /** The face without its rim, where hair and background begin. */
  readonly innerFace: Field
  readonly eyeWhite: Field
  readonly iris: Field
  /** Pupils, lashes and the line of the mouth. */
  readonly ink: Field
  readonly sparkle: Field
  readonly lips: Field
  readonly teeth: Field
  readonly mouthInside: Field
}

export async function featureMasks(shape: readonly Point[]): Promise<FeatureMasks> {
  const eyes = eyeShapes(shape)
  const mouth = mouthShapes(shape)
  const [innerFace, eyeWhite, iris, ink, sparkle, lips, teeth, mouthInside] = await Promise.all(
    [
      outlineShape(shape),
      eyes.white,
      eyes.iris,
      eyes.ink + mouth.ink,
      eyes.sparkle,
      mouth.lips,
      mouth.teeth,
      mouth.inside,
    ].map(drawMask),
  )
  if (!innerFace || !eyeWhite || !iris || !ink || !sparkle || !lips || !teeth || !mouthInside) {
    throw new Error('every mask was drawn')
  }
  return { innerFace, eyeWhite, iris, ink, sparkle, lips, teeth, mouthInside }
}

/** Draws white shapes on black. */
async function drawMask(shapes: string): Promise<Field> {
  const field = makeField(CANVAS_PX, CANVAS_PX)
  if (shapes === '') return field
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CANVAS_PX}" height="${CANVAS_PX}">` +
    `<rect width="100%" height="100%"/><g fill="#fff">${shapes}</g></svg>`
  const { data } = await sharp(Buffer.from(svg)).extractChannel(0).raw().toBuffer({ resolveWithObject: true })
  data.forEach((value, i) => {
    field.values[i] = value / 255
  })
  return field
}
