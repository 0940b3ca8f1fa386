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
  for (let i = 0; i < CANVAS_PX * CANVAS_PX; i++) {
    const tone = drawing.tone.values[i] ?? 1
    let colour = toneColour(palette, tone)
    colour = mixRgb(colour, palette.blush, 0.4 * at(drawing.blush, i))
    colour = mixRgb(colour, multiply(palette.lip, Math.min(1, tone + 0.1)), 0.5 * at(masks.lips, i))
    colour = mixRgb(colour, palette.mouthInside, at(masks.mouthInside, i))
    colour = mixRgb(colour, palette.teeth, at(masks.teeth, i))
    colour = mixRgb(colour, palette.eyeWhite, 0.9 * at(masks.eyeWhite, i))
    colour = mixRgb(colour, drawing.iris, at(masks.iris, i))
    colour = mixRgb(colour, palette.pupil, 0.92 * at(masks.ink, i))
    colour = mixRgb(colour, [255, 255, 255], 0.95 * at(masks.sparkle, i))
    painted.set(colour, i * 3)
  }
  return painted
}

function at(field: Field, i: number): number {
  return field.values[i] ?? 0
}

function multiply(colour: Rgb, factor: number): Rgb {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor]
}
