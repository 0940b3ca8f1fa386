import type { MeshPoint } from '@foxetales/face-finder/face-finder'
import { clamp } from './field.ts'
import { frontalFace, middle, type Point, symmetrised } from './frontal-face.ts'
import { EYES, NOSE_TIP } from './landmark-groups.ts'
import { liftLids, loweredLids } from './lowered-lids.ts'
import meanFace from './mean-face.json' with { type: 'json' }
import { turnedAwaySide } from './turned-away-side.ts'

/**
 * Side of the square canvas on which a face is drawn. The page's face ellipse is the circle that fits into it, so the
 * same drawing serves every page.
 */
export const CANVAS_PX = 288
const HALF = CANVAS_PX / 2

/** Horizontal pixels per unit (a hundredth of the eyes' distance): the eyes are 0.8 radii apart. */
const PX_PER_UNIT = 1.15

/**
 * Where the rows of a grown-up's face go on a picture-book child's: [units below the eyes' line, radii below the ellipse's
 * middle]. The eyes lie half way down, the nose is short, mouth and chin are close.
 */
const ROWS: readonly (readonly [number, number])[] = [
  [-90, -0.8],
  [-30, -0.33],
  [-12, -0.1],
  [12, 0.1],
  [62, 0.31],
  [106, 0.56],
  [130, 0.68],
  [182, 0.95],
]
/** The rows of a face that keeps its own proportions: radii per unit, and the eyes' line above the ellipse's middle. */
const ROWS_PER_UNIT = 0.0065
const EYE_LINE = 0.05
/** Eyes are drawn large and round, noses small, or a face is lost on a full-body page. */
const EYE_GROWTH = { across: 0.3, down: 0.5 }
const NOSE_GROWTH = { across: -0.2, down: -0.05 }
const MOUTH_GROWTH = { across: -0.08, down: 0 }

/**
 * Where each of the 478 mesh points goes on the canvas, in pixels.
 *
 * @param likeness 0 gives every face a picture-book child's proportions, 1 keeps its own and overdraws what sets it apart
 */
export function storybookShape(mesh: readonly MeshPoint[], likeness: number): Point[] {
  const straight = symmetrised(frontalFace(mesh), 0.9 - 0.2 * likeness, turnedAwaySide(mesh))
  const own = liftLids(straight, loweredLids(mesh))
  const overdrawn = 0.7 + likeness
  const storybook = 1 - 0.75 * likeness
  let points = own.map(([x, y], i): Point => {
    const [meanX = x, meanY = y] = meanFace[i] ?? []
    return [meanX + overdrawn * (x - meanX), meanY + overdrawn * (y - meanY)]
  })
  for (const eye of EYES) {
    const eyeMiddle = middle(points, [eye.upperLid[0] ?? 0, eye.upperLid.at(-1) ?? 0])
    points = swell(points, eyeMiddle, 34, EYE_GROWTH, storybook)
  }
  points = swell(points, middle(points, [NOSE_TIP]), 38, NOSE_GROWTH, storybook)
  points = swell(points, middle(points, [13, 14]), 52, MOUTH_GROWTH, storybook)
  return points.map(([x, y]): Point => {
    const row = storybook * rowOf(y) + (1 - storybook) * (y * ROWS_PER_UNIT - EYE_LINE)
    return [HALF + x * PX_PER_UNIT, HALF * (1 + row)]
  })
}

/** Enlarges (or, with negative amounts, shrinks) what lies around `centre`, fading out over `radius`. */
function swell(
  points: readonly Point[],
  centre: Point,
  radius: number,
  { across, down }: { readonly across: number; readonly down: number },
  amount: number,
): Point[] {
  return points.map(([x, y]): Point => {
    const dx = x - centre[0]
    const dy = y - centre[1]
    const near = Math.exp(-(dx * dx + dy * dy) / (radius * radius))
    return [x + dx * across * near * amount, y + dy * down * near * amount]
  })
}

/** Piecewise linear through ROWS, and on beyond its ends. */
function rowOf(y: number): number {
  const before = clamp(
    ROWS.findLastIndex(([unit]) => unit <= y),
    0,
    ROWS.length - 2,
  )
  const [fromUnit, fromRow] = ROWS[before] ?? [0, 0]
  const [toUnit, toRow] = ROWS[before + 1] ?? [1, 1]
  return fromRow + ((y - fromUnit) / (toUnit - fromUnit)) * (toRow - fromRow)
}
