import fc from 'fast-check'
import { describe, test } from 'vitest'
import { offerMany, start } from '../../test/samples/lane-stories.ts'
import {
  emptyLanes,
  inFlight,
  type Lane,
  type LaneState,
  offer,
  pickNext,
  positionOf,
  remove,
  settle,
} from './fair-lanes.ts'

type Step =
  | { do: 'offer'; unit: number; lane: Lane; customer: number; costSeconds: number }
  | { do: 'pick'; freeSlots: number }
  | { do: 'settle' | 'remove'; unit: number; gpuSeconds: number }

const unit = fc.nat(25)
const steps = fc.array(
  fc.oneof(
    fc.record<Step & { do: 'offer' }>({
      do: fc.constant('offer'),
      unit,
      lane: fc.constantFrom('turbo', 'fast', 'relax'),
      customer: fc.nat(4),
      costSeconds: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
    fc.record<Step & { do: 'pick' }>({ do: fc.constant('pick'), freeSlots: fc.nat(4) }),
    fc.record<Step & { do: 'settle' | 'remove' }>({
      do: fc.constantFrom('settle', 'remove'),
      unit,
      gpuSeconds: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
  ),
  { maxLength: 120 },
)

function take(state: LaneState, step: Step, now: number): { state: LaneState; picked: string[] } {
  switch (step.do) {
    case 'offer': {
      const { lane, costSeconds } = step
      const offered = {
        unitId: `unt_${step.unit}`,
        customerId: `cus_${step.customer}`,
        lane,
        costSeconds,
        now,
      }
      return { state: offer(state, offered), picked: [] }
    }
    case 'pick': {
      const next = pickNext(state, { now, freeSlots: step.freeSlots })
      return { state: next.state, picked: next.picked.map((entry) => entry.unitId) }
    }
    case 'settle':
      return { state: settle(state, `unt_${step.unit}`, { gpuSeconds: step.gpuSeconds, now }), picked: [] }
    case 'remove':
      return { state: remove(state, `unt_${step.unit}`), picked: [] }
  }
}

describe('whatever happens, in whatever order', () => {
  test('no unit is lost and none runs twice at a time', ({ expect }) => {
    fc.assert(
      fc.property(steps, (story) => {
        let state = emptyLanes()
        const here = new Map<string, 'waiting' | 'running'>()
        story.forEach((step, minute) => {
          const after = take(state, step, start + minute * 60_000)
          state = after.state
          if (step.do === 'offer') {
            here.set(`unt_${step.unit}`, here.get(`unt_${step.unit}`) ?? 'waiting')
          }
          if (step.do === 'settle' || step.do === 'remove') {
            here.delete(`unt_${step.unit}`)
          }
          for (const unitId of after.picked) {
            expect(here.get(unitId)).toBe('waiting')
            here.set(unitId, 'running')
          }
        })
        const rest = pickNext(state, { now: start, freeSlots: 1000 })
        const ranNow = [...here].filter(([, where]) => where === 'waiting').map(([unitId]) => unitId)
        expect(rest.picked.map((entry) => entry.unitId).sort()).toEqual(ranNow.sort())
        expect(inFlight(rest.state)).toBe(here.size)
      }),
      { numRuns: 300 },
    )
  })

  test('the state survives a trip through JSON at every step, so a restart changes nothing', ({ expect }) => {
    fc.assert(
      fc.property(steps, (story) => {
        let kept = emptyLanes()
        let restarted = emptyLanes()
        story.forEach((step, minute) => {
          const now = start + minute * 60_000
          const first = take(kept, step, now)
          const second = take(JSON.parse(JSON.stringify(restarted)), step, now)
          expect(second).toEqual(first)
          kept = first.state
          restarted = second.state
        })
      }),
      { numRuns: 100 },
    )
  })

  test('no function changes the state it was given', ({ expect }) => {
    fc.assert(
      fc.property(steps, (story) => {
        let state = emptyLanes()
        story.forEach((step, minute) => {
          const before = JSON.stringify(state)
          const after = take(state, step, start + minute * 60_000)
          expect(JSON.stringify(state)).toBe(before)
          state = after.state
        })
      }),
      { numRuns: 100 },
    )
  })

  test('positions are the order in which the units are then picked', ({ expect }) => {
    fc.assert(
      fc.property(steps, (story) => {
        const now = start + 200 * 60_000
        let state = emptyLanes()
        story.forEach((step, minute) => {
          state = take(state, step, start + minute * 60_000).state
        })
        const { picked } = pickNext(state, { now, freeSlots: 1000 })
        expect(picked.map((entry) => positionOf(state, entry.unitId, now))).toEqual(picked.map((_, at) => at))
        for (const unitId of Object.keys(state.running)) {
          expect(positionOf(state, unitId, now)).toBe(0)
        }
        expect(positionOf(state, 'unt_never_seen', now)).toBeUndefined()
      }),
      { numRuns: 100 },
    )
  })
})

describe('asking twice', () => {
  const once = offerMany(emptyLanes(), { lane: 'fast', customerId: 'cus_a', count: 2 })

  test('an offer repeated, waiting or running, changes nothing', ({ expect }) => {
    expect(offerMany(once, { lane: 'fast', customerId: 'cus_a', count: 2 })).toBe(once)
    const running = pickNext(once, { now: start, freeSlots: 1 }).state
    expect(offerMany(running, { lane: 'fast', customerId: 'cus_a', count: 2 })).toBe(running)
  })

  test('a unit settled twice is charged once', ({ expect }) => {
    const running = pickNext(once, { now: start, freeSlots: 1 }).state
    const settled = settle(running, 'cus_a-fast-0', { gpuSeconds: 60, now: start })
    expect(settle(settled, 'cus_a-fast-0', { gpuSeconds: 60, now: start })).toBe(settled)
  })

  test('a unit removed before it used anything leaves the accounts as they were', ({ expect }) => {
    const running = pickNext(once, { now: start, freeSlots: 1 }).state
    expect(remove(running, 'cus_a-fast-0').accounts.fast.clock).toBe(0)
    expect(inFlight(remove(running, 'cus_a-fast-0'))).toBe(0)
  })
})

test('ten thousand units of ten thousand customers are all served, and the accounts then forget them', ({
  expect,
}) => {
  let state = emptyLanes()
  for (let index = 0; index < 10_000; index++) {
    const lane = (['turbo', 'fast', 'relax'] as const)[index % 3] ?? 'fast'
    state = offer(state, {
      unitId: `unt_${index}`,
      customerId: `cus_${index}`,
      lane,
      costSeconds: 10,
      now: start,
    })
  }
  const served = new Set<string>()
  while (state.waiting.length > 0) {
    const next = pickNext(state, { now: start, freeSlots: 200 })
    state = next.state
    for (const entry of next.picked) {
      served.add(entry.unitId)
      state = settle(state, entry.unitId, { gpuSeconds: 11, now: start })
    }
  }
  expect(served.size).toBe(10_000)
  expect(inFlight(state)).toBe(0)
  expect(JSON.stringify(state).length).toBeLessThan(30_000)
})
