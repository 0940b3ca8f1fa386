/** A seeded source of chance (mulberry32): the same seed, the same run. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  chance(probability: number): boolean
  /** least ≤ n ≤ most, whole. */
  between(least: number, most: number): number
  pick<Item>(items: readonly Item[]): Item
  shuffled<Item>(items: readonly Item[]): Item[]
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return {
    next,
    between,
    pick,
    chance: (probability) => next() < probability,
    shuffled(items) {
      const rest = [...items]
      return items.flatMap(() => rest.splice(between(0, rest.length - 1), 1))
    },
  }
}
