import { browPaint } from './brow-ink.ts'
import type { FaceDrawing } from './face-drawing.ts'
import type { Field } from './field.ts'
import { mixRgb, type Rgb } from './lab-colour.ts'
import { skinPalette, toneColour } from './skin-palette.ts'
import { CANVAS_PX } from './storybook-shape.ts'

/** The drawing in paint: three planes, 0..255, of `CANVAS_PX` squared. Plain skin comes out as exactly `skin`. */
export function colourFace(drawing: FaceDrawing, skin: Rgb): Float32Array {
  const palette = skinPalette(skin)
  const { masks } = drawing
  const painted = new Float32Array(CANVAS_PX * CANVAS_PX * 3)
  const brow = browPaint(drawing.brow, skin)
  const beard = drawing.beard && { where: drawing.beard.where, paint: browPaint(drawing.beard.ink, skin) }
  const freckle = mixRgb(palette.deep, palette.brow, 0.35)
  const line = mixRgb(palette.brow, palette.ink, 0.35)
  for (let i = 0; i < CANVAS_PX * CANVAS_PX; i++) {
    const tone = drawing.tone.values[i] ?? 1
    let colour = toneColour(palette, tone)
    const lay = (paint: Rgb, amount: number, mask: Field) => {
      const covered = amount * (mask.values[i] ?? 0)
      if (covered > 0) colour = mixRgb(colour, paint, covered)
    }
    lay(palette.blush, 0.42, drawing.blush)
    lay(freckle, 0.8, drawing.freckles)
    if (beard) lay(beard.paint, 0.82, beard.where)
    lay(palette.deep, 0.75, masks.noseShade)
    lay(palette.light, 0.6, masks.noseLight)
    lay(palette.brow, 0.85, masks.noseLine)
    lay(multiply(palette.lip, Math.min(1, tone + 0.1)), 0.62, masks.lips)
    lay(palette.mouthInside, 1, masks.mouthInside)
    lay(palette.tongue, 0.9, masks.tongue)
    lay(palette.teeth, 1, masks.teeth)
    lay(palette.mouthInside, 0.3, masks.teethShade)
    lay(line, 0.9, masks.lipLine)
    lay(palette.brow, 0.75, masks.lid)
    lay(palette.eyeWhite, 0.95, masks.eyeWhite)
    lay(drawing.iris, 1, masks.iris)
    lay(palette.pupil, 0.95, masks.pupil)
    lay(palette.brow, 0.28, masks.eyeShade)
    lay(palette.pupil, 0.95, masks.lash)
    lay([255, 255, 255], 0.95, masks.sparkle)
    lay(brow, 1, masks.brow)
    painted.set(colour, i * 3)
  }
  return painted
}

function multiply(colour: Rgb, factor: number): Rgb {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor]
}
