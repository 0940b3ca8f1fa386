import { circle } from './feature-shapes.ts'
import { type Field, smoothStep } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { gaussianBlur } from './gaussian-blur.ts'
import { CHEEKS, EYES, NOSE_TIP } from './landmark-groups.ts'

/** Skin around a spot, in canvas pixels (standard deviation): what is wider counts as shading. */
const AROUND_SIGMA = 3.2
/** How much darker than the skin around it a spot is, as a share. */
const FAINTEST_SPOT = 0.03
const DARKEST_SPOT = 0.2
/** Fewer spots, or none on one side, are noise or a mole; from MANY on, freckles are drawn in full. */
const FEW = 9
const MANY = 18
const LEAST_ON_A_SIDE = 3
const MOST_DRAWN = 46

type Spot = { readonly at: Point; readonly depth: number }

/**
 * Freckles where the photo has them: small dark spots on both cheeks and the nose. They are drawn as dots of a brush, larger
 * than they are, or they would be lost on a page. An empty string where there are none.
 *
 * @param tone the photo's, see `softTone`
 */
export function freckleShapes(shape: readonly Point[], tone: Field): string {
  const spots = findSpots(shape, tone)
  const [noseX] = middle(shape, [NOSE_TIP])
  const onLeft = spots.filter(({ at }) => at[0] < noseX).length
  const bothSides = Math.min(onLeft, spots.length - onLeft) >= LEAST_ON_A_SIDE
  const strength = bothSides ? smoothStep(FEW, MANY, spots.length) : 0
  if (strength === 0) return ''
  return spots
    .toSorted((a, b) => b.depth - a.depth)
    .slice(0, MOST_DRAWN)
    .map(({ at, depth }) =>
      circle(at[0], at[1], 1.5 + 7 * depth, strength * Math.min(0.85, 0.35 + 5 * depth)),
    )
    .join('')
}

function findSpots(shape: readonly Point[], tone: Field): Spot[] {
  const wide = gaussianBlur(tone, AROUND_SIGMA)
  const { width, values } = tone
  const depthAt = (x: number, y: number) => {
    const i = y * width + x
    return (wide.values[i] ?? 1) - (values[i] ?? 1)
  }
  const spots: Spot[] = []
  for (const { x0, x1, y0, y1 } of freckledAreas(shape)) {
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const depth = depthAt(x, y)
        if (depth < FAINTEST_SPOT || depth > DARKEST_SPOT) continue
        if (isDeepest(depthAt, x, y, depth) && isRound(depthAt, x, y, depth))
          spots.push({ at: [x, y], depth })
      }
    }
  }
  return spots
}

/** Upper cheeks and bridge: not the lids, the wings of the nose or what may be a beard. */
function freckledAreas(shape: readonly Point[]) {
  const lids = Math.max(...EYES.flatMap((eye) => eye.lowerLid.map((i) => middle(shape, [i])[1])))
  const [noseX, tipY] = middle(shape, [NOSE_TIP])
  const top = Math.round(lids + 7)
  const cheeks = CHEEKS.map((cheek) => {
    const [x] = middle(shape, [cheek])
    return { x0: Math.round(x - 24), x1: Math.round(x + 24), y0: top, y1: Math.round(tipY + 14) }
  })
  const bridge = {
    x0: Math.round(noseX - 12),
    x1: Math.round(noseX + 12),
    y0: top - 8,
    y1: Math.round(tipY - 6),
  }
  return [...cheeks, bridge]
}

type DepthAt = (x: number, y: number) => number

function isDeepest(depthAt: DepthAt, x: number, y: number, depth: number): boolean {
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      if ((dx !== 0 || dy !== 0) && depthAt(x + dx, y + dy) >= depth) return false
    }
  }
  return true
}

/** A fold or a hair is dark along a line; around a spot all is lighter. */
function isRound(depthAt: DepthAt, x: number, y: number, depth: number): boolean {
  const ring = [0, 1, 2, 3, 4, 5, 6, 7].map((i) =>
    depthAt(x + Math.round(4 * Math.cos((i * Math.PI) / 4)), y + Math.round(4 * Math.sin((i * Math.PI) / 4))),
  )
  return Math.max(...ring) < 0.7 * depth
}
