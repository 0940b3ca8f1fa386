import type { TextLight } from '@foxetales/book-pdf/choose-ink'
import { type PageMeasures, unitResult } from '@foxetales/shared-schemas/unit'
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
    const measures = measuresOf(units.find((unit) => unit.id === page.unit_id))
    if (number === undefined || !measures) continue
    vivid.set(number, measures.vivid)
    if (number !== 'cover' && measures.text) light.set(number, measures.text)
  }
  return { light, vivid }
}

function measuresOf(unit: UnitRow | undefined): PageMeasures | undefined {
  const result = unit?.result ? unitResult.safeParse(JSON.parse(unit.result)).data : undefined
  return result?.outcome === 'made' ? result.measures : undefined
}
