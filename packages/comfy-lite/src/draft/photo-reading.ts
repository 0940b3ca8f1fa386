import type { Rgb } from '@foxetales/face-finder/lab-colour'
import { wearsGlasses } from '@foxetales/face-finder/measure-glasses'
import { findBeard } from './beard.ts'
import { blushOf } from './blush.ts'
import { type BrowInk, browInk } from './brow-ink.ts'
import { type Brow, browShapes, findBrows } from './brows.ts'
import { drawMask, faceRegion, featureMasks } from './feature-masks.ts'
import { wholeFaceShape } from './feature-shapes.ts'
import { type Field, makeField } from './field.ts'
import { freckleShapes } from './freckles.ts'
import type { Point } from './frontal-face.ts'
import { gaussianBlur } from './gaussian-blur.ts'
import { irisColour, UNSEEN_IRIS } from './iris-colour.ts'
import { loweredLids } from './lowered-lids.ts'
import type { PhotoFace } from './photo-face.ts'
import { type PhotoVoice, photoVoice } from './photo-voice.ts'
import { lighterHalfWins, softTone } from './soft-tone.ts'
import { storybookShape } from './storybook-shape.ts'
import { mirrorTurnedAwayHalf, turnedAwaySide } from './turned-away-side.ts'
import { warpPhoto } from './warp-photo.ts'

/** All that is read off a photo, once for every page and expression. */
export type PhotoReading = {
  readonly shape: readonly Point[]
  readonly brows: readonly Brow[]
  /** The photo's shading against skin (see `softTone`), as it is, and with the lighter half of the face on both sides. */
  readonly tone: Field
  readonly calmTone: Field
  readonly voice: PhotoVoice
  readonly likeness: number
  readonly iris: Rgb
  readonly brow: BrowInk
  readonly blush: Field
  readonly freckles: Field
  readonly beard: { readonly where: Field; readonly ink: BrowInk } | undefined
}

/**
 * @param likeness 0 draws the calmest picture-book face, 1 the one most like the photo: its proportions overdrawn and its
 *   own shading around eyes and nose
 */
export async function readPhoto(face: PhotoFace, likeness: number): Promise<PhotoReading> {
  const shape = storybookShape(face.mesh, likeness)
  const photo = warpPhoto(face, shape)
  const region = await faceRegion(shape)
  const turned = turnedAwaySide(face.mesh)
  const tone = mirrorTurnedAwayHalf(softTone(photo, gaussianBlur(region, 1.5)), turned)
  const brows = findBrows(shape, tone)
  const browMask = await drawMask(browShapes(brows), 0.6)
  const open = await featureMasks(shape, brows, tone, { expression: undefined, gaze: undefined })
  const lowered = loweredLids(face.mesh)
  const voice = withoutLids(photoVoice(shape, wearsGlasses(face.image, face.mesh)), lowered)
  const beard = findBeard(shape, photo, await drawMask(wholeFaceShape(shape), 2))
  return {
    shape,
    brows,
    tone,
    calmTone: gaussianBlur(lighterHalfWins(tone), WASH_SIGMA),
    voice: withoutBrows(voice, browMask),
    likeness,
    iris: lowered < 0.5 ? irisColour(photo, open, region) : UNSEEN_IRIS,
    brow: browInk(photo, browMask, region),
    blush: blushOf(shape),
    freckles: await drawMask(freckleShapes(shape, tone), 0.5),
    beard: beard && { where: beard, ink: browInk(photo, beard, region) },
  }
}

/** Canvas pixels: the photo's shading is laid on as a wash. Sharper, it models a grown-up's nose; much softer, the likeness goes. */
const WASH_SIGMA = 2.6

/** How much of the shade and paint of lowered lids is left out; all of it, and the person is less like the photo. */
const HUSHED_LIDS = 0.6
/** Below 1 this reaches further than an open eye's shade, up to the brow and the bridge of the nose. */
const LID_SPREAD = 0.5

/** The drawn eyes are open: what the photo shows of lowered lids has little place around them. */
function withoutLids(voice: PhotoVoice, lowered: number): PhotoVoice {
  const hushed = ({ width, height, values }: Field): Field => ({
    width,
    height,
    values: values.map((value, i) => {
      const onLid = (voice.eyes.values[i] ?? 0) ** LID_SPREAD
      return value * (1 - HUSHED_LIDS * lowered * onLid)
    }),
  })
  return { ...voice, features: hushed(voice.features), around: hushed(voice.around) }
}

/** Brows are drawn, and an expression moves them: their shade in the photo must not stay behind. */
function withoutBrows(voice: PhotoVoice, brow: Field): PhotoVoice {
  const near = gaussianBlur(brow, 3)
  const hushed = (field: Field) => {
    const rest = makeField(field.width, field.height)
    for (let i = 0; i < rest.values.length; i++)
      rest.values[i] = (field.values[i] ?? 0) * Math.max(0, 1 - 2.5 * (near.values[i] ?? 0))
    return rest
  }
  return { features: hushed(voice.features), around: hushed(voice.around), eyes: voice.eyes }
}
