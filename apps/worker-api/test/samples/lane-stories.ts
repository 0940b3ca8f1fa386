import {
  type Lane,
  type LaneEntry,
  type LaneState,
  offer,
  pickNext,
  settle,
} from '../../src/domain/fair-lanes.ts'

/** Small stories for the lanes' tests: who offers what, and one slot that serves them. */

export const start = 1_800_000_000_000

/** One slot, served again and again: the units in the order they got it. `each` runs before every pick. */
export function serve(
  state: LaneState,
  picks: number,
  each: (state: LaneState, pick: number, now: number) => LaneState = (same) => same,
): { state: LaneState; served: LaneEntry[] } {
  const served: LaneEntry[] = []
  let current = state
  let now = start
  for (let pick = 0; pick < picks; pick++) {
    current = each(current, pick, now)
    const next = pickNext(current, { now, freeSlots: 1 })
    current = next.state
    for (const entry of next.picked) {
      served.push(entry)
      now += entry.costSeconds * 1000
      current = settle(current, entry.unitId, { gpuSeconds: entry.costSeconds, now })
    }
  }
  return { state: current, served }
}

export function offerMany(
  state: LaneState,
  unit: { lane: Lane; customerId: string; count: number; costSeconds?: number; now?: number },
): LaneState {
  let current = state
  for (let index = 0; index < unit.count; index++) {
    const unitId = `${unit.customerId}-${unit.lane}-${index}`
    current = offer(current, { costSeconds: 10, now: start, ...unit, unitId })
  }
  return current
}

/** Keeps these lanes waiting for ever, with a new customer for each unit, each just arrived. */
export function flood(lanes: readonly Lane[]): (state: LaneState, pick: number, now: number) => LaneState {
  return (state, pick, now) => {
    let current = state
    for (const lane of lanes) {
      const unit = { unitId: `flood-${lane}-${pick}`, customerId: `cus-${lane}-${pick}`, costSeconds: 10 }
      const waitingHere = current.waiting.filter(
        (entry) => entry.lane === lane && entry.unitId.startsWith('flood'),
      )
      current = waitingHere.length < 2 ? offer(current, { ...unit, lane, now }) : current
    }
    return current
  }
}
