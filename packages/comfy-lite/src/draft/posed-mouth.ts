import type { MouthPose } from './expression-pose.ts'
import type { Points } from './feature-shapes.ts'
import { clamp, smoothStep } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { LIPS } from './landmark-groups.ts'
import type { LipLines } from './mouth-shapes.ts'
import { CANVAS_PX } from './storybook-shape.ts'

/** Canvas pixels between the corners of a mouth at rest, and of one that surely smiles: a smile is wider by SMILE_WIDENS. */
const REST_PX = 88
const SMILE_PX = 118
const SMILE_WIDENS = 0.22
/** A smile also stretches the lips thin. */
const SMILE_THINS = 0.3
/** No lip of a child on a page is thicker or thinner than this, in pixels. */
const LIP = { least: 2.5, most: 12 }
/** How far an open mouth opens upwards from where it was closed; the rest opens downwards with the chin. */
const UPWARDS = 0.3

/** The person's own lips, as wide and as thick as they are at rest, in another pose. */
export function posedMouth(shape: Points, pose: MouthPose): LipLines {
  const own = mouthWidth(shape)
  const smile = smileOf(shape)
  const half = (own * (1 - SMILE_WIDENS * smile) * pose.width) / 2
  const centre: Point = [CANVAS_PX / 2 + (middle(shape, [13])[0] - CANVAS_PX / 2) * 0.5, restLine(shape)]
  const stretched = clamp(pose.width - 0.9, 0, 0.3)
  const thick = (1 + SMILE_THINS * smile) * (1 - stretched)
  const opening = pose.open * half
  const rest = LIPS.upperInner.map((_, i) => {
    // Points lie closer together towards the corners, where a mouth bends.
    const u = -Math.cos((Math.PI * i) / (LIPS.upperInner.length - 1))
    const profile = pose.opening === 'bowl' ? 1 - Math.abs(u) ** 2.4 : Math.sqrt(Math.max(0, 1 - u * u))
    return { u, x: centre[0] + half * u, y: centre[1] - pose.corners * (u * u - 0.35), profile }
  })
  // A bowl's upper edge stays where the lips were, a little flatter.
  const up = pose.opening === 'bowl' ? UPWARDS * 0.35 : UPWARDS
  const upperInner = rest.map(({ x, y, profile }): Point => [x, y - opening * up * profile])
  const lowerInner = rest.map(({ x, y, profile }): Point => [x, y + opening * (1 - up) * profile])
  const offset = (line: Points, outer: readonly number[], inner: readonly number[], side: -1 | 1) => {
    const share = lipThickness(shape, outer, inner)
    return line.map(([x, y], i): Point => [x, y + side * thick * (share[i] ?? 0)])
  }
  return {
    upperInner,
    lowerInner,
    upperOuter: offset(upperInner, LIPS.upperOuter, LIPS.upperInner, -1),
    lowerOuter: offset(lowerInner, LIPS.lowerOuter, LIPS.lowerInner, 1),
  }
}

/** How surely the photo smiles, 0..1. */
export function smileOf(shape: Points): number {
  return smoothStep(REST_PX, SMILE_PX, mouthWidth(shape))
}

function mouthWidth(shape: Points): number {
  return middle(shape, [291])[0] - middle(shape, [61])[0]
}

/** Thickness of a lip at each of its points, in pixels, the same on both sides and nothing at the corners. */
function lipThickness(shape: Points, outer: readonly number[], inner: readonly number[]): number[] {
  const own = outer.map((index, i) => {
    const [, y] = middle(shape, [index])
    return Math.abs(y - middle(shape, [inner[i] ?? index])[1])
  })
  const last = own.length - 1
  const middleOf = clamp(own[last / 2] ?? 0, LIP.least, LIP.most)
  return own.map((thickness, i) => {
    const both = (thickness + (own[last - i] ?? thickness)) / 2
    return i === 0 || i === last ? 0.6 : clamp(both, 0.25 * middleOf, 1.25 * middleOf)
  })
}

/** The height at which the lips meet: an open mouth has let the lower one down. */
function restLine(shape: Points): number {
  const upper = middle(shape, [13])[1]
  const lower = middle(shape, [14])[1]
  return upper + (lower - upper) * 0.35
}
