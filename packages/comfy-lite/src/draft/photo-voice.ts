import { type Field, makeField, smoothStep } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { EYES, FOREHEAD, NOSE_TIP } from './landmark-groups.ts'
import { CANVAS_PX } from './storybook-shape.ts'

export type PhotoVoice = {
  /** 0..1: how much of the photo's darks is painted. */
  readonly loudness: Field
  /** 0..1: how much of its lights; they fade out earlier, or a face would look like a mask of lighter skin. */
  readonly lights: Field
  /** 0..1: the darkest that a tone may be below plain skin. */
  readonly depth: Field
}

/**
 * Where the photo's tones may speak, and how darkly. At eyes, brows and nose they make the likeness. Elsewhere deep tones
 * are folds that would age a child, strands of hair or somebody's shoulder: they stay pale, at most `paleDepth`.
 */
export function photoVoice(shape: readonly Point[], paleDepth: number): PhotoVoice {
  const eyes = EYES.map((eye) => middle(shape, [...eye.upperLid, ...eye.browBottom]))
  const [noseX, noseY] = middle(shape, [NOSE_TIP])
  const brow = Math.min(...EYES.map((eye) => middle(shape, eye.browTop)[1]))
  const [middleX] = middle(shape, [FOREHEAD])
  const corner = Math.max(
    ...EYES.map((eye) => Math.abs(middle(shape, eye.upperLid.slice(0, 1))[0] - middleX)),
  )
  const loudness = makeField(CANVAS_PX, CANVAS_PX)
  const lights = makeField(CANVAS_PX, CANVAS_PX)
  const depth = makeField(CANVAS_PX, CANVAS_PX)
  for (let y = 0; y < CANVAS_PX; y++) {
    // Above the brows a photo shows its own hair, a page shows the child's.
    const belowForehead = smoothStep(brow - 20, brow - 7, y)
    // Around the mouth a fold looks like a frown, and a beard of shadow like dirt.
    const pale = paleDepth * (1 - 0.2 * smoothStep(noseY + 8, noseY + 30, y))
    for (let x = 0; x < CANVAS_PX; x++) {
      // Beside the outer corners of the eyes hair begins.
      const insideHair = 1 - smoothStep(corner + 6, corner + 24, Math.abs(x - middleX))
      const feature = Math.max(
        ...eyes.map(([eyeX, eyeY]) => plateau((x - eyeX) / 46, (y - eyeY) / 32)),
        plateau((x - noseX) / 26, (y - noseY + 10) / 26),
      )
      const i = y * CANVAS_PX + x
      loudness.values[i] = belowForehead * insideHair
      lights.values[i] =
        smoothStep(brow - 6, brow + 34, y) * (1 - smoothStep(corner - 34, corner + 14, Math.abs(x - middleX)))
      depth.values[i] = pale + (1 - pale) * feature
    }
  }
  return { loudness, lights, depth }
}

/** 1 within the unit circle, softly falling to 0 around its rim. */
function plateau(x: number, y: number): number {
  return Math.exp(-((x * x + y * y) ** 2))
}
