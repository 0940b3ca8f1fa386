import type { RgbImage } from './face.ts'
import type { FaceAxes } from './face-axes.ts'
import type { Rgb } from './lab-colour.ts'
import { medianColour, samplePatch } from './sample-patch.ts'

/** A place by a mesh point: widths of the face to its right, heights above it, and how surely hair is there. */
export type Place = {
  readonly from: number
  readonly across: number
  readonly up: number
  readonly weight: number
}

const FOREHEAD = 10
const CHIN = 152
const CHEEKS = [50, 280, 205, 425]

function grid(from: number, across: readonly number[], up: readonly number[], weight = 1): Place[] {
  return up.flatMap((height) => across.map((width) => ({ from, across: width, up: height, weight })))
}

function steps(first: number, last: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + ((last - first) * i) / (count - 1))
}

/** A dome over the forehead, surest where neither a high forehead nor the air above short hair is. */
const dome = grid(FOREHEAD, steps(-0.36, 0.36, 13), steps(0.03, 0.39, 13))
  .filter(({ across, up }) => (across / 0.48) ** 2 + (up / 0.42) ** 2 <= 1)
  .map((place) => ({ ...place, weight: Math.exp(-(((place.up - 0.16) / 0.11) ** 2)) }))
const temples = grid(FOREHEAD, [-0.58, -0.54, -0.5, 0.5, 0.54, 0.58], steps(-0.3, -0.05, 6), 0.35)

export const HEAD = [...dome, ...temples]
/** So far beside and above a face there is little hair of it. */
export const BEHIND = [
  ...grid(FOREHEAD, [-1.5, -1.3, -1.1, 1.1, 1.3, 1.5], steps(-0.4, 0.6, 5)),
  ...grid(FOREHEAD, steps(-0.6, 0.6, 5), [0.85]),
]
export const SKIN = [
  ...CHEEKS.flatMap((cheek) => grid(cheek, [0], [0])),
  ...grid(FOREHEAD, [-0.12, 0, 0.12], [-0.12]),
]
/** Beside the mouth and beside the neck, to one side: long hair is at both, a beard or a dark coat at one of them. */
export const besideMouth = (side: -1 | 1): Place[] =>
  grid(
    CHIN,
    [0.53, 0.59, 0.65, 0.71].map((across) => side * across),
    [0.14, 0.22, 0.3],
  )
export const besideNeck = (side: -1 | 1): Place[] =>
  grid(
    CHIN,
    [0.36, 0.44, 0.52, 0.6].map((across) => side * across),
    [-0.06, -0.14, -0.22],
  )

/** The median colour of a small patch at every place that is in the picture. */
export function coloursAt(
  image: RgbImage,
  axes: FaceAxes,
  places: readonly Place[],
): { readonly colour: Rgb; readonly weight: number }[] {
  const radius = Math.max(1, axes.width * 0.015)
  return places.flatMap(({ from, across, up, weight }) => {
    const [x, y] = axes.from(from, across, up)
    const pixels = samplePatch(image, x, y, radius)
    return pixels.length === 0 ? [] : [{ colour: medianColour(pixels), weight }]
  })
}
