import { describe, test } from 'vitest'
import { printMovesForward, printStatusRank } from './print-vendor.ts'

describe('what is known of a job', () => {
  const statuses = Object.keys(printStatusRank) as (keyof typeof printStatusRank)[]

  test('never goes back, whatever news comes late', ({ expect }) => {
    for (const from of statuses) {
      for (const to of statuses) {
        const bothWays = printMovesForward(from, to) && printMovesForward(to, from)
        expect(bothWays).toBe(false)
      }
      expect(printMovesForward(from, from)).toBe(false)
    }
    expect(printMovesForward('shipped', 'in_production')).toBe(false)
    expect(printMovesForward('submitted', 'shipped')).toBe(true)
  })

  test('is final once delivered, cancelled or failed', ({ expect }) => {
    for (const to of statuses) {
      expect(printMovesForward('delivered', to)).toBe(false)
      expect(printMovesForward('cancelled', to)).toBe(false)
      expect(printMovesForward('failed', to)).toBe(false)
    }
  })
})
