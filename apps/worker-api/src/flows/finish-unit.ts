import type { Message } from '@foxetales/shared-schemas/message'
import { type OutputRole, type UnitResult, unitResult } from '@foxetales/shared-schemas/unit'
import type { UnitRow } from '../db/units.ts'
import { artifactKey } from '../domain/file-keys.ts'
import { poolOf } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'newId'
  | 'together'
  | 'units'
  | 'artifacts'
  | 'journal'
  | 'files'
  | 'scheduler'
  | 'announce'
  | 'send'
  | 'report'
>

/** Failures of one unit after which it is left to a person. */
const mostFailures = 3

/**
 * From a kept result to `done`, `rejected` or `failed`. Runs again after a crash, from the result in the row: the files a
 * worker reports are believed only when the store holds them with that hash.
 */
export async function finishUnit(services: Needs, unitId: string): Promise<void> {
  const unit = await services.units.find(unitId)
  if (unit?.state !== 'checking' || unit.result === null) return
  const result = unitResult.parse(JSON.parse(unit.result))
  const missing = result.outcome === 'made' ? await missingFiles(services, unit, result.files) : []

  const failure = result.outcome === 'failed' || missing.length > 0 ? failureOf(result, missing) : undefined
  if (!failure && result.outcome === 'made') await services.together(artifactRows(services, unit, result))
  const next = failure ? await giveBack(services, unit, failure) : await succeed(services, unit)
  // The slot is freed before the unit may be offered again: the scheduler ignores an offer of what still runs.
  await services.scheduler.settle(unit.id, poolOf(unit.kind), spentMs(result) / 1000)
  await nudge(services, [next])
  await services.announce(unit.job_id)
}

async function succeed(services: Needs, unit: UnitRow): Promise<Message> {
  await services.units.move(unit.id, 'done', services.now(), { progress: 1 })
  return { kind: 'job.advance', jobId: unit.job_id }
}

interface Failure {
  readonly code: string
  readonly retryable: boolean
}

function failureOf(result: UnitResult, missing: readonly string[]): Failure {
  if (missing.length > 0) return { code: `UPLOAD_MISSING: ${missing.join(', ')}`, retryable: true }
  if (result.outcome === 'failed')
    return { code: `${result.code}: ${result.message}`, retryable: result.retryable }
  return { code: 'UNKNOWN', retryable: false }
}

async function giveBack(services: Needs, unit: UnitRow, failure: Failure): Promise<Message> {
  const again = failure.retryable && unit.failures + 1 < mostFailures
  if (again) await services.units.reject(unit.id, services.now(), failure.code, true)
  else await services.units.move(unit.id, 'failed', services.now(), { failure: failure.code })
  return again ? { kind: 'unit.schedule', unitId: unit.id } : { kind: 'job.advance', jobId: unit.job_id }
}

async function missingFiles(
  services: Needs,
  unit: UnitRow,
  files: Extract<UnitResult, { outcome: 'made' }>['files'],
): Promise<string[]> {
  const missing: string[] = []
  for (const [role, file] of Object.entries(files)) {
    const key = artifactKey(unit.job_id, unit.slot, unit.artifact_version, role as OutputRole)
    const stored = await services.files.head(key)
    if (stored?.sha256 !== file?.sha256) missing.push(role)
  }
  return missing
}

function artifactRows(
  services: Needs,
  unit: UnitRow,
  result: Extract<UnitResult, { outcome: 'made' }>,
): D1PreparedStatement[] {
  const now = services.now()
  const rows = Object.entries(result.files).flatMap(([name, file]) => {
    if (!file) return []
    const role = name as OutputRole
    return services.artifacts.insert({
      id: services.newId('artifact'),
      job_id: unit.job_id,
      unit_id: unit.id,
      slot: unit.slot,
      role,
      version: unit.artifact_version,
      key: artifactKey(unit.job_id, unit.slot, unit.artifact_version, role),
      sha256: file.sha256,
      bytes: file.bytes,
      width_px: file.widthPx,
      height_px: file.heightPx,
      draft: result.draft ? 1 : 0,
      created_at: now,
    })
  })
  const spent = { jobId: unit.job_id, unitId: unit.id, attempt: unit.attempt, gpuMs: spentMs(result) }
  return [...rows, services.journal.spend(spent, now)]
}

/** Worker time, as the worker measured it. */
function spentMs(result: UnitResult): number {
  return result.outcome === 'made' ? (result.timingsMs['total'] ?? 0) : 0
}
