import type { Rgb } from '@foxetales/face-finder/lab-colour'
import type { BrowInk } from './brow-ink.ts'
import type { Look } from './expression.ts'
import { poseOf } from './expression-pose.ts'
import { type FeatureMasks, featureMasks } from './feature-masks.ts'
import { type Field, makeField } from './field.ts'
import type { PhotoReading } from './photo-reading.ts'
import { CANVAS_PX } from './storybook-shape.ts'

/** All that a photo and a page's look decide about a drawing; skin colour and place come from the page. */
export type FaceDrawing = {
  /** The photo's own shading where it may be painted: 1 is plain skin, 0.7 three tenths darker. */
  readonly tone: Field
  readonly masks: FeatureMasks
  readonly blush: Field
  readonly iris: Rgb
  readonly brow: BrowInk
  readonly freckles: Field
  readonly beard: PhotoReading['beard']
}

/** How far below plain skin the photo's own shading may go on eyes and nose at a likeness of 1. */
const DEEPEST_SHADE = 0.55
/** The same between and around the features, where deep shade would age a child. */
const PALEST_SHADE = 0.2

/** Draws the face that was read off a photo as the page asks for it. */
export async function drawFace(reading: PhotoReading, look: Look): Promise<FaceDrawing> {
  const { shape, brows, tone, blush, iris, brow, freckles, beard } = reading
  return {
    tone: paintedShade(reading, 'closed' in poseOf(look.expression).eyes),
    masks: await featureMasks(shape, brows, tone, look),
    blush,
    iris,
    brow,
    freckles,
    beard,
  }
}

/** The photo's shading, soft as a wash, where it has a voice and no deeper than the likeness allows. */
function paintedShade({ calmTone, voice, likeness }: PhotoReading, eyesClosed: boolean): Field {
  const painted = makeField(CANVAS_PX, CANVAS_PX)
  const deepest = DEEPEST_SHADE * likeness
  const palest = PALEST_SHADE * likeness
  for (let i = 0; i < painted.values.length; i++) {
    const difference = (calmTone.values[i] ?? 1) - 1
    // Around closed lids the shading of open eyes has no place.
    const awake = eyesClosed ? 1 - (voice.eyes.values[i] ?? 0) : 1
    const features = (voice.features.values[i] ?? 0) * awake
    const around = (voice.around.values[i] ?? 0) * (1 - features) * awake
    painted.values[i] = 1 + features * shade(difference, deepest) + around * shade(difference, palest)
  }
  return painted
}

/** Darks no deeper than `deepest`, softly; of the lights, which on a photo are mostly shine, a little. */
function shade(difference: number, deepest: number): number {
  return difference < 0
    ? -deepest * Math.tanh(-difference / Math.max(0.02, deepest))
    : 0.15 * Math.min(0.2, difference)
}
