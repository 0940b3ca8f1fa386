import { type Lane, lanes } from './lane-weights.ts'
import {
  type LaneAccount,
  type LaneEntry,
  type LaneState,
  orderOfService,
  type Turn,
} from './service-order.ts'

export type { Lane } from './lane-weights.ts'
export type { LaneEntry, LaneState } from './service-order.ts'

/**
 * Who renders next. Lanes share the GPU by weight, and customers share their lane evenly, both counted in GPU-seconds:
 * start-time fair queueing (Goyal, Vin, Cheng 1996) on two levels. Every lane, and every customer within it, has a clock
 * that its use advances by seconds ÷ weight; the one furthest behind is next. Whoever comes back after a pause starts
 * from the present, so idle time is lent and never saved up. All functions are pure on a state that is plain JSON.
 */

/** Even a unit said to cost nothing costs this, so that a clock always moves. */
const minCostSeconds = 0.1

export type LaneOffer = {
  unitId: string
  lane: Lane
  customerId: string
  /** What it is expected to take; `settle` puts the real figure in its place. */
  costSeconds: number
  /** Unix ms. */
  now: number
}

export function emptyLanes(): LaneState {
  const account = (): LaneAccount => ({ clock: 0, present: 0, customers: {} })
  return {
    waiting: [],
    running: {},
    present: 0,
    accounts: { turbo: account(), fast: account(), relax: account() },
  }
}

/** Lines a unit up. One that waits or runs already stays as it is. */
export function offer(state: LaneState, unit: LaneOffer): LaneState {
  if (state.running[unit.unitId] || state.waiting.some((entry) => entry.unitId === unit.unitId)) {
    return state
  }
  const entry: LaneEntry = {
    unitId: unit.unitId,
    lane: unit.lane,
    customerId: unit.customerId,
    costSeconds: Math.max(unit.costSeconds, minCostSeconds),
    offeredAt: unit.now,
    laneStart: state.present,
    customerStart: state.accounts[unit.lane].present,
  }
  return { ...state, waiting: [...state.waiting, entry] }
}

/** Takes up to `freeSlots` units, next first, and charges them what they are expected to take. */
export function pickNext(
  state: LaneState,
  { now, freeSlots }: { now: number; freeSlots: number },
): { state: LaneState; picked: LaneEntry[] } {
  const turns = firstTurns(state, now, freeSlots)
  if (turns.length === 0) {
    return { state, picked: [] }
  }
  const taken = new Set(turns.map((turn) => turn.entry.unitId))
  const running = { ...state.running }
  for (const { entry, weight } of turns) {
    running[entry.unitId] = {
      lane: entry.lane,
      customerId: entry.customerId,
      charged: entry.costSeconds,
      weight,
    }
  }
  const waiting = state.waiting.filter((entry) => !taken.has(entry.unitId))
  return {
    state: {
      waiting,
      running,
      present: Math.max(state.present, ...turns.map((turn) => turn.laneStart)),
      accounts: chargeTurns(state.accounts, turns, waiting),
    },
    picked: turns.map((turn) => turn.entry),
  }
}

/**
 * The unit is done with its slot, having used `gpuSeconds`: the estimate is put right. A unit that was not running any more
 * changes no account, so settling twice is harmless; one that waits (offered again while a late result came) stops waiting.
 */
export function settle(
  state: LaneState,
  unitId: string,
  { gpuSeconds }: { gpuSeconds: number; now: number },
): LaneState {
  const unit = state.running[unitId]
  if (unit === undefined) {
    const waiting = state.waiting.filter((entry) => entry.unitId !== unitId)
    return waiting.length === state.waiting.length ? state : { ...state, waiting }
  }
  const { [unitId]: _, ...running } = state.running
  const account = state.accounts[unit.lane]
  const difference = gpuSeconds - unit.charged
  const customers = { ...account.customers }
  customers[unit.customerId] = (customers[unit.customerId] ?? account.present) + difference
  const clock = account.clock + difference / unit.weight
  // Customers of the past are forgotten at the next pick.
  return {
    ...state,
    running,
    accounts: { ...state.accounts, [unit.lane]: { ...account, clock, customers } },
  }
}

/** Takes a unit out, waiting or running, as if it had used nothing: cancelled, or lost before it began. */
export function remove(state: LaneState, unitId: string): LaneState {
  return settle(state, unitId, { gpuSeconds: 0, now: 0 })
}

/**
 * How many units will be picked before this one if nothing else comes: 0 when it is next or running, undefined when it is
 * not here.
 */
export function positionOf(state: LaneState, unitId: string, now: number): number | undefined {
  if (state.running[unitId]) {
    return 0
  }
  let before = 0
  for (const turn of orderOfService(state, now)) {
    if (turn.entry.unitId === unitId) {
      return before
    }
    before += 1
  }
  return undefined
}

/** How many slots are taken: the cap on units in flight, less this, is `freeSlots`. */
export function inFlight(state: LaneState): number {
  return Object.keys(state.running).length
}

function firstTurns(state: LaneState, now: number, count: number): Turn[] {
  const turns: Turn[] = []
  if (count < 1) {
    return turns
  }
  for (const turn of orderOfService(state, now)) {
    turns.push(turn)
    if (turns.length >= Math.floor(count)) {
      break
    }
  }
  return turns
}

function chargeTurns(
  accounts: LaneState['accounts'],
  turns: readonly Turn[],
  waiting: readonly LaneEntry[],
): LaneState['accounts'] {
  const charged = { ...accounts }
  for (const lane of lanes) {
    const own = turns.filter((turn) => turn.entry.lane === lane)
    if (own.length > 0) {
      charged[lane] = withoutPast(chargeLane(accounts[lane], own), lane, waiting)
    }
  }
  return charged
}

function chargeLane(account: LaneAccount, turns: readonly Turn[]): LaneAccount {
  const customers = { ...account.customers }
  let { clock, present } = account
  for (const { entry, weight, customersWaiting, laneStart, customerStart } of turns) {
    clock = laneStart + entry.costSeconds / weight
    present = Math.max(present + entry.costSeconds / customersWaiting, customerStart)
    customers[entry.customerId] = customerStart + entry.costSeconds
  }
  return { clock, present, customers }
}

/** A customer who waits for nothing and is not ahead of the present would start from it: no need to remember more. */
function withoutPast(account: LaneAccount, lane: Lane, waiting: readonly LaneEntry[]): LaneAccount {
  const waitingCustomers = new Set<string>()
  for (const entry of waiting) {
    if (entry.lane === lane) {
      waitingCustomers.add(entry.customerId)
    }
  }
  const customers = Object.entries(account.customers).filter(
    ([customerId, clock]) => clock > account.present || waitingCustomers.has(customerId),
  )
  return { ...account, customers: Object.fromEntries(customers) }
}
