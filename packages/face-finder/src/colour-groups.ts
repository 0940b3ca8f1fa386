import type { Lab } from './lab-colour.ts'

const ROUNDS = 8

/** The means of the groups, and which group each colour belongs to. A group may be empty. */
export type ColourGroups = { readonly means: readonly Lab[]; readonly groupOf: readonly number[] }

/**
 * Groups colours by k-means. Starts from colours spread evenly over lightness, so that the same colours always give the same
 * groups.
 */
export function groupColours(colours: readonly Lab[], groups: number): ColourGroups {
  const byLightness = colours.toSorted((a, b) => a[0] - b[0])
  let means = Array.from(
    { length: groups },
    (_, i): Lab => byLightness[Math.floor(((i + 0.5) / groups) * colours.length)] ?? [0, 0, 0],
  )
  let groupOf: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    groupOf = colours.map((colour) => nearestIndex(colour, means))
    means = means.map((mean, i) => meanOf(colours.filter((_, k) => groupOf[k] === i)) ?? mean)
  }
  return { means, groupOf }
}

function nearestIndex(colour: Lab, means: readonly Lab[]): number {
  const distances = means.map((mean) => Math.hypot(...mean.map((value, axis) => value - (colour[axis] ?? 0))))
  return distances.indexOf(Math.min(...distances))
}

function meanOf(colours: readonly Lab[]): Lab | undefined {
  if (colours.length === 0) return undefined
  const mean = (axis: 0 | 1 | 2) => colours.reduce((sum, colour) => sum + colour[axis], 0) / colours.length
  return [mean(0), mean(1), mean(2)]
}

/** How unlike two colours are. Lightness counts half: hair and skin shine, and lie in shade. */
export function apart(one: Lab, other: Lab): number {
  return Math.hypot(0.5 * (one[0] - other[0]), one[1] - other[1], one[2] - other[2])
}

/** How far the nearest of `others` is. */
export function nearest(colour: Lab, others: readonly Lab[]): number {
  return others.reduce((least, other) => Math.min(least, apart(colour, other)), Number.POSITIVE_INFINITY)
}
