import type { JobState } from '@foxetales/shared-schemas/preview'
import { jobMoves, sources } from '../domain/transitions.ts'
import { moved, placeholders } from './guarded-move.ts'

/** One request for pictures. `request` is the recipe's own input as JSON (for a book: child, language, dedication). */
export interface JobRow {
  id: string
  recipe: 'book-preview' | 'book-full' | 'book-page'
  customer_id: string
  photo_id: string
  book_id: string
  book_version: string
  request: string
  /** Where to say that it is ready, if anybody wants to know; forgotten with the request. */
  email: string | null
  /** `name.myshopify.com`: the shop it was asked for through; null where it was none. */
  shop: string | null
  lane: 'turbo' | 'fast' | 'relax'
  state: JobState
  reason: string | null
  created_at: number
  updated_at: number
  ready_at: number | null
}

export type NewJob = Omit<JobRow, 'reason' | 'updated_at' | 'ready_at' | 'email' | 'shop'> & {
  email?: string | null
  shop?: string | null
}

export function jobsTable(db: D1Database) {
  return {
    /** OR IGNORE: the id is chosen before, so that a flow that runs twice makes one job. */
    insert(job: NewJob): D1PreparedStatement {
      return db
        .prepare(
          `INSERT OR IGNORE INTO jobs (id, recipe, customer_id, photo_id, book_id, book_version, request, lane, state,
             email, shop, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          job.id,
          job.recipe,
          job.customer_id,
          job.photo_id,
          job.book_id,
          job.book_version,
          job.request,
          job.lane,
          job.state,
          job.email ?? null,
          job.shop ?? null,
          job.created_at,
          job.created_at,
        )
    },

    find(id: string): Promise<JobRow | null> {
      return db.prepare('SELECT * FROM jobs WHERE id = ?').bind(id).first<JobRow>()
    },

    async ofCustomer(customerId: string): Promise<JobRow[]> {
      const found = await db
        .prepare('SELECT * FROM jobs WHERE customer_id = ?')
        .bind(customerId)
        .all<JobRow>()
      return found.results
    },

    /** Guarded move; false when the job was not in a state that may become `to`. */
    async move(
      id: string,
      to: JobState,
      now: number,
      reason: string | null = null,
      from: readonly JobState[] = sources(jobMoves, to),
    ): Promise<boolean> {
      const result = await db
        .prepare(
          `UPDATE jobs SET state = ?, reason = ?, updated_at = ? WHERE id = ? AND state IN (${placeholders(from)})`,
        )
        .bind(to, reason, now, id, ...from)
        .run()
      return moved(result)
    },

    /**
     * To `ready`, if it renders and every unit that was not replaced by a redo is done. One caller wins. A redo that
     * failed ends nothing: the picture before it stands. (Whoever needs every redo looks for failures first.)
     */
    async finishIfComplete(id: string, now: number): Promise<boolean> {
      const result = await db
        .prepare(
          `UPDATE jobs SET state = 'ready', updated_at = ?1, ready_at = ?1 WHERE id = ?2 AND state = 'rendering'
             AND NOT EXISTS (SELECT 1 FROM units u WHERE u.job_id = ?2 AND u.state NOT IN ('done', 'cancelled')
               AND NOT (u.state = 'failed' AND u.redo > 0)
               AND u.redo = (SELECT MAX(v.redo) FROM units v WHERE v.job_id = u.job_id AND v.slot = u.slot))`,
        )
        .bind(now, id)
        .run()
      return moved(result)
    },

    /** Jobs of these states that nobody touched since `before`: for the sweep. */
    async stale(states: readonly JobState[], before: number, limit: number): Promise<JobRow[]> {
      const found = await db
        .prepare(
          `SELECT * FROM jobs WHERE state IN (${placeholders(states)}) AND updated_at < ? ORDER BY updated_at LIMIT ?`,
        )
        .bind(...states, before, limit)
        .all<JobRow>()
      return found.results
    },

    /** Forgets what was told about the child: for erasure and expiry. */
    async forgetRequest(id: string, now: number): Promise<void> {
      await db
        .prepare(`UPDATE jobs SET request = '{}', email = NULL, updated_at = ? WHERE id = ?`)
        .bind(now, id)
        .run()
    },
  }
}
export type JobsTable = ReturnType<typeof jobsTable>
