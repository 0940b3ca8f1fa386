import type { PageCheck } from '@foxetales/shared-schemas/unit'

/**
 * One check of a page: a figure, the least or most it may be, and how far it is beyond that. What each figure means, and
 * how its bound was found, is written in docs/page-checks.md.
 */
export type CheckFigure = {
  readonly check: PageCheck
  readonly score: number
  /** 0 where the page passes; 1 is a bound missed by its own size. */
  readonly shortfall: number
}

/** @param score must be `bound` or more */
export function atLeast(check: PageCheck, score: number, bound: number, unit = Math.abs(bound)): CheckFigure {
  return { check, score, shortfall: Math.max(0, bound - score) / unit }
}

/** @param score must be `bound` or less */
export function atMost(check: PageCheck, score: number, bound: number): CheckFigure {
  return { check, score, shortfall: Math.max(0, score - bound) / bound }
}

export type PageVerdict = {
  /** By check; staff read them. */
  readonly scores: Record<string, number>
  readonly failedChecks: readonly PageCheck[]
  /**
   * Whole numbers count failed checks, the fraction how badly: a page of less badness is the better one. An unsafe page is
   * worse than any other.
   */
  readonly badness: number
}

export function pageVerdict(figures: readonly CheckFigure[]): PageVerdict {
  const failed = figures.filter((figure) => figure.shortfall > 0)
  const missed = failed.reduce((sum, figure) => sum + figure.shortfall, 0)
  return {
    scores: Object.fromEntries(figures.map(({ check, score }) => [check, Math.round(score * 1000) / 1000])),
    failedChecks: failed.map(({ check }) => check),
    badness:
      failed.length + missed / (1 + missed) + (failed.some(({ check }) => check === 'safety') ? 100 : 0),
  }
}
