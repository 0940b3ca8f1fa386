import { type FeatureMasks, featureMasks } from './feature-masks.ts'
import { type Field, makeField } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { gaussianBlur } from './gaussian-blur.ts'
import { irisColour } from './iris-colour.ts'
import type { Rgb } from './lab-colour.ts'
import { CHEEKS } from './landmark-groups.ts'
import type { PhotoFace } from './photo-face.ts'
import { photoVoice } from './photo-voice.ts'
import { storybookShape } from './storybook-shape.ts'
import { limitDepth, paintedTone, toneMap } from './tone-map.ts'
import { mirrorTurnedAwayHalf, turnedAwaySide } from './turned-away-side.ts'
import { warpPhoto } from './warp-photo.ts'

/** All that a photo decides about its drawing; skin colour and place come from the page. */
export type FaceDrawing = {
  /** 1 is plain skin, see `ToneMap`. */
  readonly tone: Field
  readonly masks: FeatureMasks
  readonly blush: Field
  readonly iris: Rgb
}

/** How a photo becomes a drawing. Every share runs from 0 (cleanest) to 1 (closest to the photo). */
export type DrawingStyle = {
  /** How much of the photo's own proportions stays, against those of a picture-book child. */
  readonly ownShape: number
  /** How much of the face's asymmetry stays. */
  readonly ownSides: number
  /** How much of the shading that only one half has stays. */
  readonly ownShading: number
  /** How far below plain skin a tone may be on cheeks and jaw. */
  readonly paleDepth: number
  /** Factor on the depth of the photo's darks. */
  readonly contrast: number
  /** Strength of thin dark lines. */
  readonly lines: number
  /** Canvas pixels: wider shading counts as light and goes. */
  readonly lightSigma: number
}

export const STORYBOOK_STYLE: DrawingStyle = {
  ownShape: 0.5,
  ownSides: 0.5,
  ownShading: 0.6,
  paleDepth: 0.2,
  contrast: 1.3,
  lines: 0.5,
  lightSigma: 31,
}

export async function drawFace(face: PhotoFace, style: DrawingStyle = STORYBOOK_STYLE): Promise<FaceDrawing> {
  const shape = storybookShape(face.mesh, { storybook: 1 - style.ownShape, symmetry: 1 - style.ownSides })
  const photo = warpPhoto(face, shape)
  const masks = await featureMasks(shape)
  const innerFace = gaussianBlur(masks.innerFace, 1.5)
  const turned = turnedAwaySide(face.mesh)
  const tones = toneMap(photo, innerFace, { likeness: style.ownShading, lightSigma: style.lightSigma })
  const tone = mirrorTurnedAwayHalf(tones.tone, turned)
  const line = mirrorTurnedAwayHalf(tones.line, turned)
  const fade = gaussianBlur(masks.innerFace, 7)
  const voice = photoVoice(shape, style.paleDepth)
  const painted = makeField(tone.width, tone.height)
  for (let i = 0; i < painted.values.length; i++) {
    const shade = paintedTone(tone.values[i] ?? 1, style.contrast) - style.lines * (line.values[i] ?? 0)
    const voiceHere = shade > 1 ? voice.lights : voice.loudness
    const loudness = (fade.values[i] ?? 0) * (voiceHere.values[i] ?? 0)
    painted.values[i] = 1 + (limitDepth(shade, voice.depth.values[i] ?? 1) - 1) * loudness
  }
  return { tone: painted, masks, blush: blushOf(shape, tone), iris: irisColour(photo, masks) }
}

function blushOf(shape: readonly Point[], like: Field): Field {
  const blush = makeField(like.width, like.height)
  for (const cheek of CHEEKS) {
    const [cx, cy] = middle(shape, [cheek])
    const outwards = Math.sign(cx - like.width / 2) * 10
    for (let y = 0; y < like.height; y++) {
      for (let x = 0; x < like.width; x++) {
        const away = ((x - cx - outwards) / 26) ** 2 + ((y - cy - 8) / 19) ** 2
        const i = y * like.width + x
        blush.values[i] = Math.max(blush.values[i] ?? 0, Math.exp(-away))
      }
    }
  }
  return blush
}
