import { describe, test } from 'vitest'
import { compose } from '../src/compose.ts'
import { forgetOrders } from './print-faults/plant-order.ts'
import { type Outcome, runOnce } from './print-faults/run-once.ts'
import { testEnv } from './test-env.ts'

/** PRINT_FAULT_RUNS=10000 for a night; PRINT_FAULT_SEED begins elsewhere. docs/print-faults.md has the last results. */
const runs = Number(testEnv['PRINT_FAULT_RUNS'])
const first = Number(testEnv['PRINT_FAULT_SEED'])
/** As many orders share a world: its printers, its cron and its weather. */
const ordersAtOnce = 10

describe('printing, with printers, network and our own process failing at random', () => {
  test(
    `leaves each of ${runs} paid orders with exactly one print job, or with staff`,
    async ({ expect }) => {
      const plain = compose(testEnv)
      const tally: Record<string, number> = {}
      const count = (name: string, by = 1) => {
        tally[name] = (tally[name] ?? 0) + by
      }
      const failures: Outcome[] = []
      for (let seed = first, done = 0; done < runs; seed += 1, done += ordersAtOnce) {
        const outcomes = await runOnce(seed, ordersAtOnce, plain)
        failures.push(...outcomes.filter(({ broken }) => broken.length > 0))
        for (const outcome of outcomes) {
          count(`order ${outcome.state}`)
          count(`jobs made: ${outcome.made}`)
          count('given to another printer', outcome.fallbacks)
        }
        count('processes that died', outcomes[0]?.deaths)
        if (done % 100 === 0) console.info(`${done} runs, ${failures.length} broken`)
        await forgetOrders()
      }
      // The figures of docs/print-faults.md.
      console.info(JSON.stringify(tally))
      expect(failures.slice(0, 5)).toEqual([])
      expect(tally['order shipped']).toBeGreaterThan(0)
      expect(tally['processes that died']).toBeGreaterThan(0)
    },
    60_000 + runs * 6000,
  )
})
