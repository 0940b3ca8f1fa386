import type { TextLight } from '@foxetales/book-pdf/choose-ink'
import { unitResult } from '@foxetales/shared-schemas/unit'
import type { ArtifactRow } from '../db/artifacts.ts'
import type { UnitRow } from '../db/units.ts'
import { slotPage } from '../domain/page-plan.ts'

export interface MeasuredPages {
  /** How light a story page is under its words. */
  readonly light: ReadonlyMap<number, TextLight>
  /** Share of a picture's pixels that are very vivid. */
  readonly vivid: ReadonlyMap<number | 'cover', number>
}

/**
 * What the workers that painted these pages measured on them. A page from before that was measured is absent, and keeps
 * the ink its art was painted for.
 */
export function measuredPages(pages: Iterable<ArtifactRow>, units: readonly UnitRow[]): MeasuredPages {
  const light = new Map<number, TextLight>()
  const vivid = new Map<number | 'cover', number>()
  for (const page of pages) {
    const number = page.slot === 'cover' ? page.slot : slotPage(page.slot)
    const scores = scoresOf(units.find((unit) => unit.id === page.unit_id))
    if (number === undefined || !scores) continue
    if (scores['vivid'] !== undefined) vivid.set(number, scores['vivid'])
    const { text_mean: mean, text_dark: dark, text_light: lightest } = scores
    if (number === 'cover' || mean === undefined || dark === undefined || lightest === undefined) continue
    light.set(number, { mean, dark, light: lightest })
  }
  return { light, vivid }
}

function scoresOf(unit: UnitRow | undefined): Record<string, number> | undefined {
  const result = unit?.result ? unitResult.safeParse(JSON.parse(unit.result)).data : undefined
  return result?.outcome === 'made' ? result.scores : undefined
}
