import type { LetterKind } from '../domain/letters/letter.ts'
import { placeholders } from './guarded-move.ts'

/** A letter on its way. Planned by triggers (see migrations); its id is `<kind>:<subject>`, so each goes out once. */
export interface MessageRow {
  id: string
  kind: LetterKind | 'staff_alert'
  /** The order, preview, photo or alert it tells of. */
  subject: string
  language: 'en' | 'vi'
  to_address: string | null
  /** `dropped`: the customer was forgotten before it went out. */
  state: 'planned' | 'sent' | 'failed' | 'dropped'
  attempts: number
  failure: string | null
  provider_ref: string | null
  due_at: number
  created_at: number
  updated_at: number
}

export function messagesTable(db: D1Database) {
  return {
    async due(now: number, limit: number): Promise<MessageRow[]> {
      const found = await db
        .prepare(`SELECT * FROM messages WHERE state = 'planned' AND due_at <= ? ORDER BY due_at LIMIT ?`)
        .bind(now, limit)
        .all<MessageRow>()
      return found.results
    },

    /** Takes a due message for one try; whoever comes second gets nothing until `again` (unix ms). */
    claim(id: string, now: number, again: number): Promise<MessageRow | null> {
      return db
        .prepare(
          `UPDATE messages SET attempts = attempts + 1, due_at = ?, updated_at = ?
             WHERE id = ? AND state = 'planned' AND due_at <= ? RETURNING *`,
        )
        .bind(again, now, id, now)
        .first<MessageRow>()
    },

    async postpone(id: string, until: number): Promise<void> {
      await db
        .prepare(`UPDATE messages SET due_at = ? WHERE id = ? AND state = 'planned'`)
        .bind(until, id)
        .run()
    },

    /** It is over with: the address is not needed any more. */
    async finish(
      id: string,
      end: { state: 'sent' | 'failed' | 'dropped'; ref?: string; failure?: string },
      now: number,
    ): Promise<void> {
      await db
        .prepare(
          `UPDATE messages SET state = ?, provider_ref = ?, failure = ?, to_address = NULL, updated_at = ?
             WHERE id = ? AND state = 'planned'`,
        )
        .bind(end.state, end.ref ?? null, end.failure ?? null, now, id)
        .run()
    },

    async ofSubject(subject: string): Promise<MessageRow[]> {
      const found = await db
        .prepare('SELECT * FROM messages WHERE subject = ? ORDER BY created_at, id')
        .bind(subject)
        .all<MessageRow>()
      return found.results
    },

    /** A customer is forgotten: what was still to be told of these orders and previews is not. */
    async forget(subjects: readonly string[], now: number): Promise<void> {
      if (subjects.length === 0) return
      await db
        .prepare(
          `UPDATE messages SET state = 'dropped', to_address = NULL, updated_at = ?
             WHERE state = 'planned' AND subject IN (${placeholders(subjects)})`,
        )
        .bind(now, ...subjects)
        .run()
    },
  }
}
export type MessagesTable = ReturnType<typeof messagesTable>
