import type { PageCheck } from '@foxetales/shared-schemas/unit'
import { describe, test } from 'vitest'
import { atMost, pageVerdict } from '../src/checks/page-verdict.ts'
import { paintingSeed, paintUntilGood } from '../src/paint-until-good.ts'

/** Paints what the list says, one after the other: the figures (bound 1) of each painting. */
async function paint(...paintings: Partial<Record<PageCheck, number>>[]) {
  const numbers: number[] = []
  const { painting, paintings: count } = await paintUntilGood(async (number) => {
    numbers.push(number)
    const figures = Object.entries(paintings[number - 1] ?? {})
    return {
      number,
      verdict: pageVerdict(figures.map(([check, score]) => atMost(check as PageCheck, score, 1))),
    }
  })
  return { stands: painting.number, count, numbers }
}

describe('a page is painted', () => {
  test('once where it passes', async ({ expect }) => {
    expect(await paint({ halo: 0.4 })).toEqual({ stands: 1, count: 1, numbers: [1] })
  })

  test('again until it passes', async ({ expect }) => {
    expect(await paint({ halo: 3 }, { halo: 0.4 })).toEqual({ stands: 2, count: 2, numbers: [1, 2] })
  })

  test('three times at most, after which the least bad stands: fewer missed checks, then by less', async ({
    expect,
  }) => {
    expect(await paint({ halo: 3 }, { halo: 1.2 }, { halo: 2 })).toMatchObject({ stands: 2, count: 3 })
    expect(await paint({ halo: 1.1, tone: 1.1 }, { halo: 90 }, { halo: 99 })).toMatchObject({ stands: 2 })
  })

  test('and an unsafe one stands only where all are', async ({ expect }) => {
    expect(await paint({ safety: 1.1 }, { halo: 9, tone: 9 }, { safety: 1.1 })).toMatchObject({ stands: 2 })
  })

  test('each time with another seed, the same for the same unit, that JSON can carry', ({ expect }) => {
    const seeds = [1, 2, 3].map((number) => paintingSeed(Number.MAX_SAFE_INTEGER - 5, number))
    expect(new Set(seeds).size).toBe(3)
    expect(seeds.every(Number.isSafeInteger)).toBe(true)
    expect(paintingSeed(7, 1)).toBe(7)
  })
})
