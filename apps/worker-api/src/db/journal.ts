/** What was said to us and what was done: inbound events, idempotency keys, audit, ledger, daily counts, dead letters. */

export interface AuditRow {
  subject: string
  action: string
  actor: string
  reason: string | null
  at: number
}

export interface IdempotencyRow {
  scope: string
  key: string
  fingerprint: string
  resource_id: string
}

export interface DeadLetterRow {
  id: string
  message: string
  attempts: number
  at: number
  replayed_at: number | null
}

export function journalTables(db: D1Database) {
  return {
    /** Remembers an inbound event. False when it was there: somebody sent it again. */
    async firstSeen(source: string, eventId: string, kind: string, now: number): Promise<boolean> {
      const result = await db
        .prepare(
          'INSERT OR IGNORE INTO inbound_events (source, event_id, kind, received_at) VALUES (?, ?, ?, ?)',
        )
        .bind(source, eventId, kind, now)
        .run()
      return result.meta.changes > 0
    },

    /** Whether an event was acted upon to its end before. */
    async wasSeen(source: string, eventId: string): Promise<boolean> {
      const row = await db
        .prepare('SELECT 1 AS seen FROM inbound_events WHERE source = ? AND event_id = ?')
        .bind(source, eventId)
        .first()
      return row !== null
    },

    /** No sender repeats an event for longer than a few days. */
    async forgetEvents(before: number): Promise<void> {
      await db.prepare('DELETE FROM inbound_events WHERE received_at < ?').bind(before).run()
    },

    findKey(scope: string, key: string): Promise<IdempotencyRow | null> {
      return db
        .prepare(
          'SELECT scope, key, fingerprint, resource_id FROM idempotency_keys WHERE scope = ? AND key = ?',
        )
        .bind(scope, key)
        .first<IdempotencyRow>()
    },

    /** Fails on a key that exists: put it first in a batch, and the whole batch is undone. */
    insertKey(row: IdempotencyRow, now: number): D1PreparedStatement {
      return db
        .prepare(
          'INSERT INTO idempotency_keys (scope, key, fingerprint, resource_id, created_at) VALUES (?, ?, ?, ?, ?)',
        )
        .bind(row.scope, row.key, row.fingerprint, row.resource_id, now)
    },

    async forgetKeys(before: number): Promise<void> {
      await db.prepare('DELETE FROM idempotency_keys WHERE created_at < ?').bind(before).run()
    },

    async audit(
      entry: Omit<AuditRow, 'at' | 'reason'> & { reason?: string | null },
      now: number,
    ): Promise<void> {
      await db
        .prepare('INSERT INTO audit (subject, action, actor, reason, at) VALUES (?, ?, ?, ?, ?)')
        .bind(entry.subject, entry.action, entry.actor, entry.reason ?? null, now)
        .run()
    },

    async auditOf(subject: string): Promise<AuditRow[]> {
      const found = await db
        .prepare('SELECT subject, action, actor, reason, at FROM audit WHERE subject = ? ORDER BY at, id')
        .bind(subject)
        .all<AuditRow>()
      return found.results
    },

    /** GPU time spent on one attempt; counted once, however often it is reported. */
    spend(
      entry: { jobId: string; unitId: string; attempt: number; gpuMs: number },
      now: number,
    ): D1PreparedStatement {
      return db
        .prepare('INSERT OR IGNORE INTO ledger (job_id, unit_id, attempt, gpu_ms, at) VALUES (?, ?, ?, ?, ?)')
        .bind(entry.jobId, entry.unitId, entry.attempt, Math.round(entry.gpuMs), now)
    },

    /** Counts one more preview from an address today and says how many that makes. */
    async countPreview(day: string, addressHash: string): Promise<number> {
      const row = await db
        .prepare(
          `INSERT INTO daily_previews (day, address_hash, previews) VALUES (?, ?, 1)
             ON CONFLICT (day, address_hash) DO UPDATE SET previews = previews + 1 RETURNING previews`,
        )
        .bind(day, addressHash)
        .first<{ previews: number }>()
      return row?.previews ?? 0
    },

    async forgetDays(before: string): Promise<void> {
      await db.prepare('DELETE FROM daily_previews WHERE day < ?').bind(before).run()
    },

    async keepDeadLetter(letter: Omit<DeadLetterRow, 'replayed_at'>): Promise<void> {
      await db
        .prepare('INSERT OR IGNORE INTO dead_letters (id, message, attempts, at) VALUES (?, ?, ?, ?)')
        .bind(letter.id, letter.message, letter.attempts, letter.at)
        .run()
    },

    findDeadLetter(id: string): Promise<DeadLetterRow | null> {
      return db.prepare('SELECT * FROM dead_letters WHERE id = ?').bind(id).first<DeadLetterRow>()
    },

    /** False when it was sent again before. */
    async markReplayed(id: string, now: number): Promise<boolean> {
      const result = await db
        .prepare('UPDATE dead_letters SET replayed_at = ? WHERE id = ? AND replayed_at IS NULL')
        .bind(now, id)
        .run()
      return result.meta.changes > 0
    },

    async deadLetters(limit: number): Promise<DeadLetterRow[]> {
      const found = await db
        .prepare('SELECT * FROM dead_letters WHERE replayed_at IS NULL ORDER BY at DESC LIMIT ?')
        .bind(limit)
        .all<DeadLetterRow>()
      return found.results
    },
  }
}
export type JournalTables = ReturnType<typeof journalTables>
