import { performance } from 'node:perf_hooks'

/** Adds up how long each part of a unit took, in whole milliseconds. */
export type Timings = {
  measure<T>(part: string, work: () => Promise<T>): Promise<T>
  /** All parts, and `total` since the clock was started. */
  read(): Record<string, number>
}

export function startTimings(): Timings {
  const began = performance.now()
  const parts = new Map<string, number>()
  return {
    async measure(part, work) {
      const start = performance.now()
      try {
        return await work()
      } finally {
        parts.set(part, (parts.get(part) ?? 0) + performance.now() - start)
      }
    },
    read() {
      const entries = [...parts, ['total', performance.now() - began] as const]
      return Object.fromEntries(entries.map(([part, ms]) => [part, Math.round(ms)]))
    },
  }
}
