/** Median and 95th percentile of samples, by the nearest rank. */
export function quantiles(samples: readonly number[]): { p50: number; p95: number } {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

/** Runs the candidates in turn, round by round, so that a machine whose speed drifts is the same for all of them. */
export async function interleave<Name extends string>(
  rounds: number,
  candidates: Readonly<Record<Name, () => Promise<void>>>,
): Promise<Record<Name, { p50: number; p95: number }>> {
  const names = Object.keys(candidates) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const begun = performance.now()
      await candidates[name]()
      samples[name].push(performance.now() - begun)
    }
  }
  return Object.fromEntries(names.map((name) => [name, quantiles(samples[name])])) as Record<
    Name,
    { p50: number; p95: number }
  >
}
