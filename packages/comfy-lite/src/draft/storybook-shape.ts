import type { MeshPoint } from '@foxetales/face-finder/face-finder'
import { frontalFace, middle, type Point, symmetrised } from './frontal-face.ts'
import { CHIN, EYES, NOSE_TIP } from './landmark-groups.ts'
import { turnedAwaySide } from './turned-away-side.ts'

/**
 * Side of the square canvas on which a face is drawn. The page's face ellipse is the circle that fits into it, so the
 * same drawing serves every page.
 */
export const CANVAS_PX = 288
const HALF = CANVAS_PX / 2

/** Where the line of the eyes and the chin lie, in radii of the ellipse below its middle. */
const EYE_LINE = -0.07
const CHIN_LINE = 0.985
/** Every picture-book face has large, round eyes, or they are lost on a full-body page. */
const EYE_GROWTH = { across: 0.18, down: 0.28 }
/** Horizontal pixels per unit (a hundredth of the eyes' distance): the eyes are 0.76 radii apart. */
const PX_PER_UNIT = 1.1

export type ShapeOptions = {
  /** 0 keeps the photo's proportions, 1 gives a picture-book child’s: small nose, short chin. */
  readonly storybook: number
  /** 0 keeps the face's own asymmetry, 1 makes both halves alike. */
  readonly symmetry: number
}

/** Where each of the 478 mesh points goes on the canvas, in pixels. */
export function storybookShape(mesh: readonly MeshPoint[], options: ShapeOptions): Point[] {
  let points = symmetrised(frontalFace(mesh), options.symmetry, turnedAwaySide(mesh))
  const { storybook } = options
  const nose = middle(points, [NOSE_TIP])
  for (const eye of EYES) {
    const eyeMiddle = middle(points, [eye.upperLid[0] ?? 0, eye.upperLid.at(-1) ?? 0])
    points = swell(points, eyeMiddle, 40, EYE_GROWTH.across, EYE_GROWTH.down)
  }
  points = swell(points, nose, 38, -0.18 * storybook, -0.1 * storybook)
  points = shortenChin(points, storybook)
  const chin = middle(points, [CHIN])[1]
  const top = HALF * (1 + EYE_LINE)
  const perUnitDown = (HALF * (CHIN_LINE - EYE_LINE)) / chin
  return points.map(([x, y]): Point => [HALF + x * PX_PER_UNIT, top + y * perUnitDown])
}

/** Enlarges (or, with negative amounts, shrinks) what lies around `centre`, fading out over `radius`. */
function swell(
  points: readonly Point[],
  centre: Point,
  radius: number,
  across: number,
  down: number,
): Point[] {
  return points.map(([x, y]): Point => {
    const dx = x - centre[0]
    const dy = y - centre[1]
    const near = Math.exp(-(dx * dx + dy * dy) / (radius * radius))
    return [x + dx * across * near, y + dy * down * near]
  })
}

/** A child's chin lies close below the mouth. */
function shortenChin(points: readonly Point[], storybook: number): Point[] {
  const [, mouth] = middle(points, [17])
  return points.map(
    ([x, y]): Point => (y > mouth ? [x, mouth + (y - mouth) * (1 - 0.3 * storybook)] : [x, y]),
  )
}
