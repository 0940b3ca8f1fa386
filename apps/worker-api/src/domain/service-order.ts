import { makeHeap, removeFirst, settleFirst } from './binary-heap.ts'
import { type Lane, lanes, lanesToServe, overdueAfterMs } from './lane-weights.ts'

export type LaneEntry = {
  unitId: string
  lane: Lane
  customerId: string
  costSeconds: number
  /** Unix ms. */
  offeredAt: number
  /** The present of all lanes, and of the lane's customers, when it came: nobody starts earlier than that. */
  laneStart: number
  customerStart: number
}

/** A lane's use of the GPU so far. Clocks are in GPU-seconds ÷ weight; a customer's within the lane in GPU-seconds. */
export type LaneAccount = {
  clock: number
  /**
   * Where a new customer starts: moved on by every turn's seconds ÷ customers waiting, as if all were served at once. The
   * start of the last turn would not do here: with new customers for ever, it would stand still and old ones would starve.
   */
  present: number
  /** Only those who wait, or are ahead of the present. */
  customers: Record<string, number>
}

export type LaneState = {
  /** In the order they came. */
  waiting: LaneEntry[]
  running: Record<string, { lane: Lane; customerId: string; charged: number; weight: number }>
  /** Where the lane served last stood when its turn began. */
  present: number
  accounts: Record<Lane, LaneAccount>
}

/** One unit's turn: what its lane weighs then, how many customers wait in it, and where lane and customer stand. */
export type Turn = {
  entry: LaneEntry
  weight: number
  customersWaiting: number
  laneStart: number
  customerStart: number
}

/** A customer's units in one lane, first come first; `next` is the index of the one whose turn it would be. */
type CustomerQueue = { entries: LaneEntry[]; next: number; clock: number; cameAs: number }
type LaneQueue = { lane: Lane; clock: number; customers: CustomerQueue[] }

/**
 * Who is served, in order, as long as nobody else comes. Lazy: taking k of n waiting units costs O(n + k log n). A tie goes
 * to the more urgent lane, and within a lane to who came first.
 */
export function* orderOfService(state: LaneState, now: number): Generator<Turn, undefined> {
  const queues = queuesOf(state)
  const overdue = new Set<Lane>()
  for (const entry of state.waiting) {
    if (now - entry.offeredAt >= overdueAfterMs) {
      overdue.add(entry.lane)
    }
  }
  while (true) {
    const waiting = queues.filter((queue) => queue.customers.length > 0)
    const weights = lanesToServe(
      waiting.map((queue) => queue.lane),
      overdue,
    )
    const turns = waiting.flatMap((queue) => turnOf(queue, weights.get(queue.lane) ?? 1))
    const first = turns.reduce<(typeof turns)[number] | undefined>(
      (best, turn) => (best === undefined || turn.laneStart < best.laneStart ? turn : best),
      undefined,
    )
    if (first === undefined) {
      return
    }
    yield first
    serve(first)
  }
}

function turnOf(queue: LaneQueue, weight: number): (Turn & { queue: LaneQueue; customer: CustomerQueue })[] {
  const customer = queue.customers[0]
  const entry = customer?.entries[customer.next]
  if (customer === undefined || entry === undefined) {
    return []
  }
  const laneStart = Math.max(queue.clock, entry.laneStart)
  const customersWaiting = queue.customers.length
  return [{ entry, weight, customersWaiting, laneStart, customerStart: startOf(customer), queue, customer }]
}

function serve(turn: Turn & { queue: LaneQueue; customer: CustomerQueue }): void {
  const { queue, customer, entry } = turn
  queue.clock = turn.laneStart + entry.costSeconds / turn.weight
  customer.clock = turn.customerStart + entry.costSeconds
  customer.next += 1
  if (customer.next === customer.entries.length) {
    removeFirst(queue.customers, startsBefore)
  } else {
    settleFirst(queue.customers, startsBefore)
  }
}

function queuesOf(state: LaneState): LaneQueue[] {
  return lanes.map((lane) => {
    const account = state.accounts[lane]
    const customers = new Map<string, CustomerQueue>()
    for (const entry of state.waiting) {
      if (entry.lane !== lane) {
        continue
      }
      const customer = customers.get(entry.customerId)
      if (customer) {
        customer.entries.push(entry)
      } else {
        const clock = account.customers[entry.customerId] ?? 0
        customers.set(entry.customerId, { entries: [entry], next: 0, clock, cameAs: customers.size })
      }
    }
    return { lane, clock: account.clock, customers: makeHeap([...customers.values()], startsBefore) }
  })
}

function startOf(customer: CustomerQueue): number {
  return Math.max(customer.clock, customer.entries[customer.next]?.customerStart ?? 0)
}

function startsBefore(a: CustomerQueue, b: CustomerQueue): boolean {
  const difference = startOf(a) - startOf(b)
  return difference < 0 || (difference === 0 && a.cameAs < b.cameAs)
}
