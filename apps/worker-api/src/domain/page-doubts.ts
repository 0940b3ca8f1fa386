import { type PageCheck, unitResult } from '@foxetales/shared-schemas/unit'

/** A picture that missed a check however often it was painted: it waits for a person. */
export interface PageDoubt {
  readonly slot: string
  readonly failedChecks: readonly PageCheck[]
  readonly scores: Readonly<Record<string, number>>
}

/** What a unit's kept result says against its picture; undefined where every check was passed. */
export function pageDoubt(unit: {
  readonly slot: string
  readonly result: string | null
}): PageDoubt | undefined {
  const result = unit.result === null ? undefined : unitResult.parse(JSON.parse(unit.result))
  if (result?.outcome !== 'made' || !result.failedChecks?.length) return undefined
  return { slot: unit.slot, failedChecks: result.failedChecks, scores: result.scores }
}

type MadeUnit = Parameters<typeof pageDoubt>[0] & { readonly kind: string }

/**
 * Pictures that will be printed though a check is against them. What staff had painted again replaces the preview's page.
 *
 * @param rendered the current unit of every slot of the order's render
 * @param previewed the same of the preview that it builds on
 */
export function printedDoubts(rendered: readonly MadeUnit[], previewed: readonly MadeUnit[]): PageDoubt[] {
  const repainted = new Set(rendered.filter((unit) => unit.kind === 'book-page').map((unit) => unit.slot))
  const printed = [...rendered, ...previewed.filter((unit) => !repainted.has(unit.slot))]
  return printed.map(pageDoubt).filter((doubt) => doubt !== undefined)
}

/** For an order's history: `page_03: likeness -0.11, halo 4.2; cover: tone 9`. */
export function doubtsInWords(doubts: readonly PageDoubt[]): string {
  return doubts
    .map(({ slot, failedChecks, scores }) => {
      const figures = failedChecks.map((check) => `${check} ${scores[check] ?? '?'}`)
      return `${slot}: ${figures.join(', ')}`
    })
    .join('; ')
}
