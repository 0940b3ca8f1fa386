import type { PageVerdict } from './checks/page-verdict.ts'

/** A page that misses a check is painted again with another seed, but no more often than this in all. */
export const MOST_PAINTINGS = 3

/**
 * Paints until a painting passes every check, and gives the least bad one where none does: then a person decides. Only
 * what is chosen is ever stored; nobody sees the others.
 *
 * @param paintOnce paints with the number 1, 2 …
 */
export async function paintUntilGood<Painting extends { readonly verdict: PageVerdict }>(
  paintOnce: (number: number) => Promise<Painting>,
): Promise<{ painting: Painting; paintings: number }> {
  let best = await paintOnce(1)
  let paintings = 1
  while (best.verdict.failedChecks.length > 0 && paintings < MOST_PAINTINGS) {
    paintings += 1
    const next = await paintOnce(paintings)
    if (next.verdict.badness < best.verdict.badness) best = next
  }
  return { painting: best, paintings }
}

/** Far apart, and the same for the same unit: a unit that is begun anew paints the same pictures. */
export function paintingSeed(seed: number, number: number): number {
  return (seed + (number - 1) * 1_000_003) % Number.MAX_SAFE_INTEGER
}
