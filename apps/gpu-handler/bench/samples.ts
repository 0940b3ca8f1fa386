import process from 'node:process'

export type Samples = Record<string, number[]>

/**
 * Milliseconds of processor time of each of `rounds` runs, all threads together, after two that warm up; `before` does
 * not count. Processor time, because other work on the machine stretches any other.
 */
export async function timesOf(rounds: number, work: () => unknown, before = () => {}): Promise<number[]> {
  const spans: number[] = []
  for (let round = -2; round < rounds; round++) {
    before()
    const begun = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(begun)
    if (round >= 0) spans.push((user + system) / 1000)
  }
  return spans
}

/** A table's rows: the best and the median of each, as a ratio to a peer's and in milliseconds. */
export function ratioRows(samples: Samples, peer: string, about: string): string[] {
  const of = (name: string) => {
    const sorted = (samples[name] ?? []).toSorted((a, b) => a - b)
    return { best: sorted[0] ?? Number.NaN, median: sorted[sorted.length >> 1] ?? Number.NaN }
  }
  const unit = of(peer)
  return Object.keys(samples).map((name) => {
    const { best, median } = of(name)
    const ratios = `× ${(best / unit.best).toFixed(2)} | × ${(median / unit.median).toFixed(2)}`
    return `| ${about} ${name} | ${ratios} | ${best.toFixed(1)}, ${median.toFixed(1)} |`
  })
}
