/** `turbo`: a parent is watching. `fast`: a paid book. `relax`: backfill and batch. Most urgent first. */
export const lanes = ['turbo', 'fast', 'relax'] as const
export type Lane = (typeof lanes)[number]

const laneWeight: Record<Lane, number> = { turbo: 10, fast: 5, relax: 1 }
/** What an overdue lane weighs: as much as the one above it. */
const overdueWeight: Record<Lane, number> = { turbo: 10, fast: 10, relax: 5 }
/** No waiting lane gets less than this part of the GPU time. */
const floorShare = 0.1

/** A unit that has waited this long lifts its lane. */
export const overdueAfterMs = 5 * 60_000

/**
 * What each waiting lane weighs against the other waiting ones; a lane that waits for nothing has no say, so its part is
 * lent to the rest. A lane that would get less than the floor is raised to it. The whole lane is lifted when a unit is
 * overdue, not that unit alone: moving late paid books into the turbo lane would put them before a parent who watches.
 */
export function lanesToServe(waiting: readonly Lane[], overdue: ReadonlySet<Lane>): Map<Lane, number> {
  const weights = new Map(
    waiting.map((lane) => [lane, overdue.has(lane) ? overdueWeight[lane] : laneWeight[lane]] as const),
  )
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const below = [...weights].filter(([, weight]) => weight < floorShare * total).map(([lane]) => lane)
  const others = [...weights].reduce((sum, [lane, weight]) => (below.includes(lane) ? sum : sum + weight), 0)
  for (const lane of below) {
    // Solves weight / (others + all raised weights) = floor.
    weights.set(lane, (floorShare * others) / (1 - floorShare * below.length))
  }
  return weights
}
