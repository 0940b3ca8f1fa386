import { sources, type UnitState, unitMoves } from '../domain/transitions.ts'
import { moved, placeholders } from './guarded-move.ts'

/**
 * One run of the picture engine. `redo` counts staff redos of a slot, `attempt` how often it was submitted, `failures` how
 * often a worker failed it: waiting for a provider that is away is no failure.
 */
export interface UnitRow {
  id: string
  job_id: string
  kind: 'check-photo' | 'book-page' | 'print-master'
  slot: string
  redo: number
  state: UnitState
  attempt: number
  failures: number
  artifact_version: number
  seed: number
  /** A PageWish as JSON: how staff want this painting to differ. */
  wish: string | null
  provider_ref: string | null
  submitted_at: number | null
  heartbeat_at: number | null
  progress: number
  result: string | null
  failure: string | null
  created_at: number
  updated_at: number
}

export type NewUnit = Pick<UnitRow, 'id' | 'job_id' | 'kind' | 'slot' | 'redo' | 'seed' | 'created_at'> &
  Partial<Pick<UnitRow, 'wish'>>

/** Columns a move may set beside the state. */
type Patch = Partial<
  Pick<UnitRow, 'seed' | 'provider_ref' | 'heartbeat_at' | 'progress' | 'result' | 'failure'>
>

/** States in which a worker may be busy with a unit's attempt. */
const underWay = `('submitted', 'rendering')`

export function unitsTable(db: D1Database) {
  return {
    /** OR IGNORE on (job, slot, redo): planning twice plans once. */
    insert(unit: NewUnit): D1PreparedStatement {
      return db
        .prepare(
          `INSERT OR IGNORE INTO units (id, job_id, kind, slot, redo, state, seed, wish, created_at, updated_at)
             VALUES (?, ?, ?, ?, ?, 'planned', ?, ?, ?, ?)`,
        )
        .bind(
          unit.id,
          unit.job_id,
          unit.kind,
          unit.slot,
          unit.redo,
          unit.seed,
          unit.wish ?? null,
          unit.created_at,
          unit.created_at,
        )
    },

    find(id: string): Promise<UnitRow | null> {
      return db.prepare('SELECT * FROM units WHERE id = ?').bind(id).first<UnitRow>()
    },

    /** The current unit of every slot: the latest redo. */
    async ofJob(jobId: string): Promise<UnitRow[]> {
      const found = await db
        .prepare(
          `SELECT u.* FROM units u WHERE u.job_id = ?1 AND u.redo =
             (SELECT MAX(v.redo) FROM units v WHERE v.job_id = ?1 AND v.slot = u.slot) ORDER BY u.slot`,
        )
        .bind(jobId)
        .all<UnitRow>()
      return found.results
    },

    /** Every unit of a job, replaced ones too, in the order in which they were asked for. */
    async allOfJob(jobId: string): Promise<UnitRow[]> {
      const found = await db
        .prepare('SELECT * FROM units WHERE job_id = ? ORDER BY slot, redo')
        .bind(jobId)
        .all<UnitRow>()
      return found.results
    },

    /** Guarded move; false when the unit was not in a state that may become `to`. */
    async move(id: string, to: UnitState, now: number, patch: Patch = {}): Promise<boolean> {
      const from = sources(unitMoves, to)
      const columns = Object.keys(patch)
      const set = ['state = ?', 'updated_at = ?', ...columns.map((column) => `${column} = ?`)].join(', ')
      const result = await db
        .prepare(`UPDATE units SET ${set} WHERE id = ? AND state IN (${placeholders(from)})`)
        .bind(to, now, ...Object.values(patch), id, ...from)
        .run()
      return moved(result)
    },

    /**
     * queued → submitted, before the call that costs money: counts the try and takes the next artifact version of the
     * slot, so that a late twin of an older try can never overwrite a newer picture.
     */
    claimForSubmit(id: string, now: number): Promise<UnitRow | null> {
      return db
        .prepare(
          `UPDATE units SET state = 'submitted', attempt = attempt + 1, submitted_at = ?1, heartbeat_at = NULL,
             provider_ref = NULL, progress = 0, updated_at = ?1,
             artifact_version = (SELECT COALESCE(MAX(v.artifact_version), 0) + 1 FROM units v
               WHERE v.job_id = units.job_id AND v.slot = units.slot)
           WHERE id = ?2 AND state = 'queued' RETURNING *`,
        )
        .bind(now, id)
        .first<UnitRow>()
    },

    /** A try is over without a result; `counts` when a worker failed it. False when the unit was not under way. */
    async reject(id: string, now: number, failure: string, counts: boolean): Promise<boolean> {
      const from = sources(unitMoves, 'rejected')
      const result = await db
        .prepare(
          `UPDATE units SET state = 'rejected', failure = ?, failures = failures + ?, updated_at = ?
             WHERE id = ? AND state IN (${placeholders(from)})`,
        )
        .bind(failure, counts ? 1 : 0, now, id, ...from)
        .run()
      return moved(result)
    },

    async setProviderRef(id: string, attempt: number, providerRef: string): Promise<void> {
      await db
        .prepare('UPDATE units SET provider_ref = ? WHERE id = ? AND attempt = ?')
        .bind(providerRef, id, attempt)
        .run()
    },

    /** A worker began (`started`) or beats: true when this attempt is the one that may go on. */
    async beat(id: string, attempt: number, progress: number, now: number): Promise<boolean> {
      const result = await db
        .prepare(
          `UPDATE units SET state = 'rendering', heartbeat_at = ?1, progress = MAX(progress, ?2), updated_at = ?1
             WHERE id = ?3 AND attempt = ?4 AND state IN ${underWay}`,
        )
        .bind(now, progress, id, attempt)
        .run()
      return moved(result)
    },

    /** Keeps a worker's result in the row before anything is made of it; only the current attempt's counts. */
    async keepResult(id: string, attempt: number, result: string, now: number): Promise<boolean> {
      const kept = await db
        .prepare(
          `UPDATE units SET state = 'checking', result = ?, updated_at = ?
             WHERE id = ? AND attempt = ? AND state IN ${underWay}`,
        )
        .bind(result, now, id, attempt)
        .run()
      return moved(kept)
    },

    async cancelOpen(jobId: string, now: number): Promise<UnitRow[]> {
      const from = sources(unitMoves, 'cancelled')
      const found = await db
        .prepare(
          `UPDATE units SET state = 'cancelled', updated_at = ? WHERE job_id = ? AND state IN (${placeholders(from)})
             RETURNING *`,
        )
        .bind(now, jobId, ...from)
        .all<UnitRow>()
      return found.results
    },

    async stale(states: readonly UnitState[], before: number, limit: number): Promise<UnitRow[]> {
      const found = await db
        .prepare(
          `SELECT * FROM units WHERE state IN (${placeholders(states)}) AND updated_at < ? ORDER BY updated_at LIMIT ?`,
        )
        .bind(...states, before, limit)
        .all<UnitRow>()
      return found.results
    },
  }
}
export type UnitsTable = ReturnType<typeof unitsTable>
