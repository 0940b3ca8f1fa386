import { type DeskPage, type DeskPageVersion, pageWish } from '@foxetales/shared-schemas/desk'
import { unitResult } from '@foxetales/shared-schemas/unit'
import type { ArtifactRow } from '../db/artifacts.ts'
import type { AuditRow } from '../db/journal.ts'
import type { OrderRow } from '../db/orders.ts'
import type { UnitRow } from '../db/units.ts'
import { mayRedo, type OrderFacts } from '../domain/desk-rules.ts'
import type { Services } from '../services.ts'
import { pageState } from './page-state.ts'

type Needs = Pick<Services, 'link'>

/** All rows that tell of an order's pictures, older versions too. */
export interface PictureRows {
  readonly units: readonly UnitRow[]
  readonly artifacts: readonly ArtifactRow[]
  readonly audit: readonly AuditRow[]
}

const linkSeconds = 15 * 60

/** Every page of the book with each picture that was made for it. `words`: the story's text by slot. */
export async function deskPages(
  services: Needs,
  order: OrderRow & OrderFacts,
  rows: PictureRows,
  words: ReadonlyMap<string, string>,
): Promise<DeskPage[]> {
  const planned = rows.units.filter((unit) => unit.job_id === order.render_job_id)
  const latest = new Map(planned.map((unit) => [unit.slot, unit]))
  return Promise.all([...latest.values()].map((unit) => pageOf(services, order, unit, rows, words)))
}

async function pageOf(
  services: Needs,
  order: OrderRow & OrderFacts,
  unit: UnitRow,
  rows: PictureRows,
  words: ReadonlyMap<string, string>,
): Promise<DeskPage> {
  const text = words.get(unit.slot)
  const state = pageState(unit)
  return {
    slot: unit.slot,
    state,
    progress: state === 'done' ? 1 : unit.progress,
    ...(unit.failure && state !== 'done' ? { failure: unit.failure } : {}),
    failures: unit.failures,
    can_regenerate: mayRedo(order, unit.state),
    ...(text ? { words: text } : {}),
    versions: await versionsOf(services, order, unit.slot, rows),
  }
}

/** The preview's picture first, then what was made for the order, oldest first; the last one is printed. */
async function versionsOf(
  services: Needs,
  order: OrderRow,
  slot: string,
  { units, artifacts, audit }: PictureRows,
): Promise<DeskPageVersion[]> {
  const of = (role: string) =>
    artifacts.filter((artifact) => artifact.slot === slot && artifact.role === role)
  const fromPreview = (artifact: ArtifactRow) => artifact.job_id === order.preview_job_id
  const pages = of('page').sort(
    (a, b) => Number(fromPreview(b)) - Number(fromPreview(a)) || a.version - b.version,
  )
  const thumbnails = new Map(of('thumbnail').map((artifact) => [artifact.unit_id, artifact]))
  const redos = audit.filter((entry) => entry.action === `page.redo ${slot}`)
  const link = (artifact: ArtifactRow) => services.link({ m: 'GET', k: artifact.key }, linkSeconds)
  return Promise.all(
    pages.map(async (page, index) => {
      const unit = units.find((candidate) => candidate.id === page.unit_id)
      const thumbnail = thumbnails.get(page.unit_id)
      const asked = unit && !fromPreview(page) && unit.redo > 0 ? redos[unit.redo - 1] : undefined
      return {
        id: page.id,
        from: fromPreview(page) ? ('preview' as const) : ('order' as const),
        current: index === pages.length - 1,
        sha256: page.sha256,
        draft: page.draft === 1,
        ...(unit ? { seed: unit.seed } : {}),
        ...(unit?.wish ? { wish: pageWish.parse(JSON.parse(unit.wish)) } : {}),
        ...measured(unit),
        ...(asked?.reason ? { asked_because: asked.reason, asked_by: asked.actor } : {}),
        page_url: await link(page),
        ...(thumbnail ? { thumbnail_url: await link(thumbnail) } : {}),
        made_at: new Date(page.created_at).toISOString(),
      }
    }),
  )
}

/** What the worker said of the picture it made. */
function measured(
  unit: UnitRow | undefined,
): Pick<DeskPageVersion, 'scores' | 'engine' | 'failed_checks' | 'paintings'> {
  const result = unit?.result ? unitResult.parse(JSON.parse(unit.result)) : undefined
  if (result?.outcome !== 'made') return { scores: {}, failed_checks: [] }
  const { scores, engine, failedChecks = [], paintings } = result
  return { scores, engine, failed_checks: failedChecks, ...(paintings ? { paintings } : {}) }
}
