import { type Field, makeField, smoothStep } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { EYES, NOSE_TIP } from './landmark-groups.ts'
import { CANVAS_PX } from './storybook-shape.ts'

export type PhotoVoice = {
  /** Around the eyes and on the nose. */
  readonly features: Field
  /** On forehead and cheeks, fading out before the rim, where hair, caps and shadows are, and above the folds of a smile. */
  readonly around: Field
  /** Of `features`, the eyes alone. */
  readonly eyes: Field
}

/**
 * Where the photo's own shading may be painted, 0..1: it makes the likeness, but its folds would age a child.
 *
 * @param glasses then there is a frame around the eyes, which the page draws in its own way
 */
export function photoVoice(shape: readonly Point[], glasses: boolean): PhotoVoice {
  const eyeSpots = (glasses ? [] : EYES).map((eye) => ({
    at: middle(shape, [...eye.upperLid, ...eye.lowerLid]),
    across: 42,
    down: 24,
  }))
  const noseSpot = { at: middle(shape, [NOSE_TIP]), across: 24, down: glasses ? 18 : 22 }
  const [noseX, noseY] = middle(shape, [NOSE_TIP])
  const brow = Math.min(...EYES.map((eye) => middle(shape, eye.browTop)[1]))
  const features = makeField(CANVAS_PX, CANVAS_PX)
  const around = makeField(CANVAS_PX, CANVAS_PX)
  const eyes = makeField(CANVAS_PX, CANVAS_PX)
  for (let y = 0; y < CANVAS_PX; y++) {
    const belowForehead = smoothStep(brow - 12, brow + 6, y)
    for (let x = 0; x < CANVAS_PX; x++) {
      const i = y * CANVAS_PX + x
      const near = ({ at, across, down }: typeof noseSpot) =>
        plateau((x - at[0]) / across, (y - at[1]) / down)
      eyes.values[i] = belowForehead * Math.max(0, ...eyeSpots.map(near))
      features.values[i] = Math.max(eyes.values[i] ?? 0, belowForehead * near(noseSpot))
      // A fringe or a cap shades the forehead.
      const forehead = 0.3 + 0.7 * belowForehead
      around.values[i] =
        forehead *
        (1 - smoothStep(noseY - 8, noseY + 14, y)) *
        (glasses ? smoothStep(noseY - 26, noseY, y) : 1) *
        plateau((x - noseX) / 112, (y - noseY + 10) / 128)
    }
  }
  return { features, around, eyes }
}

/** 1 well within the unit circle, softly falling to 0 around its rim. */
function plateau(x: number, y: number): number {
  return Math.exp(-((x * x + y * y) ** 2))
}
