import { wearsGlasses } from '@foxetales/face-finder/measure-glasses'
import { type BrowInk, browInk } from './brow-ink.ts'
import { findBrows } from './brows.ts'
import { type FeatureMasks, faceRegion, featureMasks } from './feature-masks.ts'
import { type Field, makeField } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { gaussianBlur } from './gaussian-blur.ts'
import { irisColour } from './iris-colour.ts'
import type { Rgb } from './lab-colour.ts'
import { CHEEKS } from './landmark-groups.ts'
import type { Mood } from './mood.ts'
import type { PhotoFace } from './photo-face.ts'
import { type PhotoVoice, photoVoice } from './photo-voice.ts'
import { lighterHalfWins, softTone } from './soft-tone.ts'
import { CANVAS_PX, storybookShape } from './storybook-shape.ts'
import { mirrorTurnedAwayHalf, turnedAwaySide } from './turned-away-side.ts'
import { warpPhoto } from './warp-photo.ts'

/** All that a photo decides about its drawing; skin colour and place come from the page. */
export type FaceDrawing = {
  /** The photo's own shading where it may be painted: 1 is plain skin, 0.7 three tenths darker. */
  readonly tone: Field
  readonly masks: FeatureMasks
  readonly blush: Field
  readonly iris: Rgb
  readonly brow: BrowInk
}

/** How far below plain skin the photo's own shading may go on eyes and nose at a likeness of 1 (at 0.6: to nearly black). */
const DEEPEST_SHADE = 1.5
/** The same between and around the features, where deep shade would age a child. */
const PALEST_SHADE = 0.33

/**
 * Draws the face of a photo.
 *
 * @param likeness 0 draws the calmest picture-book face, 1 the one most like the photo: its proportions overdrawn and its
 *   own shading around eyes and nose
 */
export async function drawFace(face: PhotoFace, likeness: number, mood: Mood): Promise<FaceDrawing> {
  const shape = storybookShape(face.mesh, likeness)
  const photo = warpPhoto(face, shape)
  const region = await faceRegion(shape)
  const turned = turnedAwaySide(face.mesh)
  const tone = mirrorTurnedAwayHalf(softTone(photo, gaussianBlur(region, 1.5)), turned)
  const glasses = wearsGlasses(face.image, face.mesh)
  const brows = findBrows(shape, tone)
  const masks = await featureMasks(shape, brows, tone, mood)
  return {
    tone: paintedShade(lighterHalfWins(tone), photoVoice(shape, glasses || mood === 'asleep'), likeness),
    masks,
    blush: blushOf(shape),
    iris: irisColour(photo, masks),
    brow: browInk(photo, masks.brow, region),
  }
}

/** The photo's shading, soft as a wash, where it has a voice and no deeper than the likeness allows. */
function paintedShade(tone: Field, voice: PhotoVoice, likeness: number): Field {
  const soft = gaussianBlur(tone, 1.5)
  const painted = makeField(CANVAS_PX, CANVAS_PX)
  const deepest = DEEPEST_SHADE * likeness
  const palest = PALEST_SHADE * likeness
  for (let i = 0; i < painted.values.length; i++) {
    const difference = (soft.values[i] ?? 1) - 1
    const features = voice.features.values[i] ?? 0
    const around = (voice.around.values[i] ?? 0) * (1 - features)
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

function blushOf(shape: readonly Point[]): Field {
  const blush = makeField(CANVAS_PX, CANVAS_PX)
  for (const cheek of CHEEKS) {
    const [cx, cy] = middle(shape, [cheek])
    const outwards = Math.sign(cx - CANVAS_PX / 2) * 16
    for (let y = 0; y < CANVAS_PX; y++) {
      for (let x = 0; x < CANVAS_PX; x++) {
        const away = ((x - cx - outwards) / 25) ** 2 + ((y - cy - 10) / 17) ** 2
        const i = y * CANVAS_PX + x
        blush.values[i] = Math.max(blush.values[i] ?? 0, Math.exp(-away))
      }
    }
  }
  return blush
}
