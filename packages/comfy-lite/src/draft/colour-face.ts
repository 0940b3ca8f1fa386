import { mixRgb, type Rgb } from '@foxetales/face-finder/lab-colour'
import { browPaint } from './brow-ink.ts'
import type { FaceDrawing } from './face-drawing.ts'
import type { Field } from './field.ts'
import { type SkinPalette, skinPalette, toneColour } from './skin-palette.ts'
import { CANVAS_PX } from './storybook-shape.ts'

/** One coat of paint: how much of it covers where its field is 1. */
type Coat = { readonly paint: Rgb; readonly amount: number; readonly where: Field }

/** The drawing in paint: red, green and blue of every pixel, 0..255, of `CANVAS_PX` squared. Plain skin comes out as exactly `skin`. */
export function colourFace(drawing: FaceDrawing, skin: Rgb): Float32Array {
  const palette = skinPalette(skin)
  const painted = new Float32Array(CANVAS_PX * CANVAS_PX * 3)
  for (let i = 0; i < CANVAS_PX * CANVAS_PX; i++) {
    const tone = drawing.tone.values[i] ?? 1
    painted.set(tone === 1 ? skin : toneColour(palette, tone), i * 3)
  }
  for (const coat of coatsOf(drawing, palette)) lay(painted, coat)
  return painted
}

/** From the skin outwards. */
function coatsOf({ masks, blush, freckles, beard, brow, iris }: FaceDrawing, palette: SkinPalette): Coat[] {
  const freckle = mixRgb(palette.deep, palette.brow, 0.35)
  const line = mixRgb(palette.brow, palette.ink, 0.35)
  return [
    { paint: palette.blush, amount: 0.55, where: blush },
    { paint: freckle, amount: 0.8, where: freckles },
    ...(beard ? [{ paint: browPaint(beard.ink, palette.skin), amount: 0.82, where: beard.where }] : []),
    { paint: palette.deep, amount: 0.5, where: masks.noseShade },
    { paint: palette.light, amount: 0.6, where: masks.noseLight },
    { paint: palette.brow, amount: 0.6, where: masks.noseLine },
    { paint: palette.lip, amount: 0.6, where: masks.lips },
    { paint: palette.mouthInside, amount: 1, where: masks.mouthInside },
    { paint: palette.tongue, amount: 0.9, where: masks.tongue },
    { paint: palette.teeth, amount: 1, where: masks.teeth },
    { paint: palette.mouthInside, amount: 0.12, where: masks.teethShade },
    { paint: line, amount: 0.9, where: masks.lipLine },
    { paint: palette.brow, amount: 0.75, where: masks.lid },
    { paint: palette.eyeWhite, amount: 0.95, where: masks.eyeWhite },
    { paint: iris, amount: 1, where: masks.iris },
    { paint: palette.pupil, amount: 0.95, where: masks.pupil },
    { paint: palette.brow, amount: 0.28, where: masks.eyeShade },
    { paint: palette.pupil, amount: 0.95, where: masks.lash },
    { paint: [255, 255, 255], amount: 0.95, where: masks.sparkle },
    { paint: browPaint(brow, palette.skin), amount: 1, where: masks.brow },
  ]
}

function lay(painted: Float32Array, { paint, amount, where }: Coat): void {
  const { values } = where
  for (let i = 0; i < values.length; i++) {
    const covered = amount * (values[i] ?? 0)
    if (covered === 0) continue
    for (let channel = 0; channel < 3; channel++) {
      const under = painted[i * 3 + channel] ?? 0
      painted[i * 3 + channel] = under + ((paint[channel] ?? 0) - under) * covered
    }
  }
}
