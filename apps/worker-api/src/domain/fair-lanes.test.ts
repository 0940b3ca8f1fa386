import fc from 'fast-check'
import { describe, test } from 'vitest'
import { flood, offerMany, serve, start } from '../../test/samples/lane-stories.ts'
import { emptyLanes, type Lane, type LaneEntry, offer, pickNext, settle } from './fair-lanes.ts'

function countOf(served: readonly LaneEntry[], lane: Lane): number {
  return served.filter((entry) => entry.lane === lane).length
}

describe('lanes', () => {
  test('a turbo unit gets the very next slot, however many fast units wait and whenever it comes', ({
    expect,
  }) => {
    fc.assert(
      fc.property(fc.nat(31), fc.double({ min: 0.2, max: 60, noNaN: true }), (alreadyServed, costSeconds) => {
        const book = offerMany(emptyLanes(), { lane: 'fast', customerId: 'cus_book', count: 32 })
        const { state } = serve(book, alreadyServed)
        const now = start + 3_600_000
        const turbo = {
          unitId: 'unt_watched',
          lane: 'turbo',
          customerId: 'cus_parent',
          costSeconds,
          now,
        } as const
        const { picked } = pickNext(offer(state, turbo), { now, freeSlots: 1 })
        expect(picked.map((entry) => entry.unitId)).toEqual(['unt_watched'])
      }),
      { numRuns: 60 },
    )
  })

  test('all three pages of a preview go before the next page of a book', ({ expect }) => {
    const book = offerMany(emptyLanes(), { lane: 'fast', customerId: 'cus_book', count: 32 })
    const { state } = serve(book, 4)
    const preview = offerMany(state, { lane: 'turbo', customerId: 'cus_parent', count: 3 })
    const { served } = serve(preview, 4)
    expect(served.map((entry) => entry.lane)).toEqual(['turbo', 'turbo', 'turbo', 'fast'])
  })

  test.for([
    [['turbo', 'fast', 'relax'], { turbo: 0.6, fast: 0.3, relax: 0.1 }],
    [['turbo', 'relax'], { turbo: 0.9, fast: 0, relax: 0.1 }],
    [['fast', 'relax'], { turbo: 0, fast: 5 / 6, relax: 1 / 6 }],
    [['turbo', 'fast'], { turbo: 2 / 3, fast: 1 / 3, relax: 0 }],
    [['relax'], { turbo: 0, fast: 0, relax: 1 }],
  ] as const)('%j, always waiting, share by weight and floor', ([waiting, shares], { expect }) => {
    const { served } = serve(emptyLanes(), 3000, flood(waiting))
    expect(served).toHaveLength(3000)
    for (const lane of ['turbo', 'fast', 'relax'] as const) {
      expect(Math.abs(countOf(served, lane) / 3000 - shares[lane])).toBeLessThan(0.01)
    }
  })

  test('shares are of GPU-seconds really used, not of units or of estimates', ({ expect }) => {
    const used = { turbo: 0, fast: 0 }
    let state = emptyLanes()
    for (let pick = 0; pick < 3000; pick++) {
      state = flood(['turbo', 'fast'])(state, pick, start)
      const next = pickNext(state, { now: start, freeSlots: 1 })
      state = next.state
      for (const entry of next.picked) {
        const gpuSeconds = entry.lane === 'turbo' ? 30 : 4
        used[entry.lane === 'turbo' ? 'turbo' : 'fast'] += gpuSeconds
        state = settle(state, entry.unitId, { gpuSeconds, now: start })
      }
    }
    expect(Math.abs(used.turbo / used.fast - 2)).toBeLessThan(0.05)
  })

  test('a lane that was idle for long gets no more than its share when it comes back', ({ expect }) => {
    const { state } = serve(emptyLanes(), 500, flood(['fast']))
    const { served } = serve(state, 300, (current, pick, now) =>
      flood(['turbo', 'fast'])(current, pick + 500, now),
    )
    expect(Math.abs(countOf(served, 'turbo') / 300 - 2 / 3)).toBeLessThan(0.02)
  })

  test('no burst of urgent work keeps a waiting lane from its floor for longer than ten units', ({
    expect,
  }) => {
    fc.assert(
      fc.property(fc.subarray(['turbo', 'fast'] as const, { minLength: 1 }), fc.nat(40), (urgent, before) => {
        const { state } = serve(emptyLanes(), before, flood(urgent))
        const queued = offerMany(state, { lane: 'relax', customerId: 'cus_batch', count: 5 })
        const { served } = serve(queued, 55, (current, pick, now) =>
          flood(urgent)(current, pick + before, now),
        )
        expect(countOf(served.slice(0, 11), 'relax')).toBeGreaterThanOrEqual(1)
        expect(countOf(served, 'relax')).toBe(5)
      }),
      { numRuns: 40 },
    )
  })

  test('a unit that has waited five minutes lifts its lane to the weight of the one above', ({ expect }) => {
    const waited = offerMany(emptyLanes(), {
      lane: 'relax',
      customerId: 'cus_old',
      count: 200,
      now: start - 300_000,
    })
    const young = offerMany(emptyLanes(), {
      lane: 'relax',
      customerId: 'cus_new',
      count: 200,
      now: start + 1e9,
    })
    const overdue = serve(waited, 100, flood(['fast'])).served
    const inTime = serve(young, 100, flood(['fast'])).served
    expect(countOf(overdue, 'relax')).toBe(50)
    expect(countOf(inTime, 'relax')).toBe(17)
  })

  test('no slot stays free while anything waits', ({ expect }) => {
    const state = offerMany(emptyLanes(), { lane: 'relax', customerId: 'cus_batch', count: 7 })
    expect(pickNext(state, { now: start, freeSlots: 5 }).picked).toHaveLength(5)
    expect(pickNext(state, { now: start, freeSlots: 50 }).picked).toHaveLength(7)
    expect(pickNext(state, { now: start, freeSlots: 0 }).picked).toHaveLength(0)
    expect(pickNext(state, { now: start, freeSlots: -3 }).picked).toHaveLength(0)
  })
})

describe('customers of one lane', () => {
  test('a small order does not wait behind a huge one', ({ expect }) => {
    const huge = offerMany(emptyLanes(), { lane: 'fast', customerId: 'cus_huge', count: 320 })
    const { state } = serve(huge, 10)
    const both = offerMany(state, { lane: 'fast', customerId: 'cus_small', count: 3 })
    const { served } = serve(both, 6)
    expect(served.filter((entry) => entry.customerId === 'cus_small')).toHaveLength(3)
  })

  test('are not kept waiting for ever by new customers who keep coming', ({ expect }) => {
    const book = offerMany(emptyLanes(), { lane: 'fast', customerId: 'cus_old', count: 20 })
    const { served } = serve(book, 60, flood(['fast']))
    expect(served.filter((entry) => entry.customerId === 'cus_old').length).toBeGreaterThanOrEqual(19)
  })

  test('get even shares of the seconds, whatever their units cost', ({ expect }) => {
    const slow = offerMany(emptyLanes(), {
      lane: 'fast',
      customerId: 'cus_slow',
      count: 200,
      costSeconds: 30,
    })
    const both = offerMany(slow, { lane: 'fast', customerId: 'cus_quick', count: 900, costSeconds: 5 })
    const { served } = serve(both, 700)
    const seconds = (customerId: string) =>
      served
        .filter((entry) => entry.customerId === customerId)
        .reduce((sum, entry) => sum + entry.costSeconds, 0)
    expect(Math.abs(seconds('cus_slow') - seconds('cus_quick'))).toBeLessThanOrEqual(30)
  })

  test('one customer’s own units keep their order', ({ expect }) => {
    const { served } = serve(offerMany(emptyLanes(), { lane: 'fast', customerId: 'cus_a', count: 12 }), 12)
    expect(served.map((entry) => entry.unitId)).toEqual(
      Array.from({ length: 12 }, (_, at) => `cus_a-fast-${at}`),
    )
  })
})
