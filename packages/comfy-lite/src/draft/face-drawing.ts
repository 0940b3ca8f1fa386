import { type FeatureMasks, featureMasks } from './feature-masks.ts'
import { type Field, makeField, smoothStep } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { gaussianBlur } from './gaussian-blur.ts'
import { irisColour } from './iris-colour.ts'
import type { Rgb } from './lab-colour.ts'
import { CHEEKS, EYES, FOREHEAD, MOUTH_MIDDLE, NOSE_TIP } from './landmark-groups.ts'
import type { PhotoFace } from './photo-face.ts'
import { storybookShape } from './storybook-shape.ts'
import { paintedTone, toneMap } from './tone-map.ts'
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
  /** How loudly the photo's tones speak on cheeks and jaw. */
  readonly cheeks: number
  /** Factor on the depth of the photo's darks. */
  readonly contrast: number
  /** Strength of thin dark lines. */
  readonly lines: number
  /** Canvas pixels: wider shading counts as light and goes. */
  readonly lightSigma: number
}

export const STORYBOOK_STYLE: DrawingStyle = {
  ownShape: 0.6,
  ownSides: 0.5,
  ownShading: 0.5,
  cheeks: 0.9,
  contrast: 1.15,
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
  const painted = makeField(tone.width, tone.height)
  for (let y = 0; y < tone.height; y++) {
    for (let x = 0; x < tone.width; x++) {
      const i = y * tone.width + x
      const voice = (fade.values[i] ?? 0) * photoVoice(shape, x, y, style.cheeks)
      const shade = paintedTone(tone.values[i] ?? 1, style.contrast) - style.lines * (line.values[i] ?? 0)
      painted.values[i] = 1 + (shade - 1) * voice
    }
  }
  return { tone: painted, masks, blush: blushOf(shape, tone), iris: irisColour(photo, masks) }
}

/** Where the photo's tones may speak: at eyes, nose and mouth; on the cheeks they would age a child. */
function photoVoice(shape: readonly Point[], x: number, y: number, cheeks: number): number {
  const near = (centre: Point, across: number, down: number) =>
    Math.exp(-((((x - centre[0]) / across) ** 2 + ((y - centre[1]) / down) ** 2) ** 2))
  const eyes = EYES.map((eye) => near(middle(shape, [...eye.upperLid, ...eye.browBottom]), 46, 34))
  const nose = middle(shape, [NOSE_TIP])
  const mouth = middle(shape, [MOUTH_MIDDLE])
  const brow = Math.min(...EYES.map((eye) => middle(shape, eye.browTop)[1]))
  // Above the brows a photo shows its own hair, a page shows the child's.
  const belowForehead = smoothStep(brow - 20, brow - 7, y)
  // Beside the outer corners of the eyes hair begins.
  const middleX = middle(shape, [FOREHEAD])[0]
  const corner = Math.max(
    ...EYES.map((eye) => Math.abs(middle(shape, eye.upperLid.slice(0, 1))[0] - middleX)),
  )
  const insideHair = 1 - smoothStep(corner + 6, corner + 24, Math.abs(x - middleX))
  return (
    belowForehead *
    insideHair *
    Math.max(cheeks, ...eyes, 0.95 * near([nose[0], nose[1] - 12], 30, 36), 0.95 * near(mouth, 42, 24))
  )
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
