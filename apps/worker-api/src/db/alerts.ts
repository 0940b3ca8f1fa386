import type { Alert, AlertKind } from '@foxetales/shared-schemas/alert'
import { moved } from './guarded-move.ts'

/** Something a person of the staff has to look at; open until somebody settles it. */
export interface AlertRow {
  id: string
  kind: AlertKind
  subject: string
  detail: string
  raised_at: number
  settled_at: number | null
  settled_by: string | null
  settled_reason: string | null
}

export type NewAlert = Pick<AlertRow, 'id' | 'kind' | 'subject' | 'detail' | 'raised_at'>

export function alertsTable(db: D1Database) {
  return {
    /** False when the same kind is open for the same subject already. */
    async raise(alert: NewAlert): Promise<boolean> {
      const result = await db
        .prepare('INSERT OR IGNORE INTO alerts (id, kind, subject, detail, raised_at) VALUES (?, ?, ?, ?, ?)')
        .bind(alert.id, alert.kind, alert.subject, alert.detail, alert.raised_at)
        .run()
      return moved(result)
    },

    find(id: string): Promise<AlertRow | null> {
      return db.prepare('SELECT * FROM alerts WHERE id = ?').bind(id).first<AlertRow>()
    },

    /** Newest first. */
    async open(limit: number): Promise<AlertRow[]> {
      const found = await db
        .prepare('SELECT * FROM alerts WHERE settled_at IS NULL ORDER BY raised_at DESC, id LIMIT ?')
        .bind(limit)
        .all<AlertRow>()
      return found.results
    },

    /** Newest first. */
    async openOf(subject: string): Promise<AlertRow[]> {
      const found = await db
        .prepare('SELECT * FROM alerts WHERE subject = ? AND settled_at IS NULL ORDER BY raised_at DESC')
        .bind(subject)
        .all<AlertRow>()
      return found.results
    },

    async openCount(): Promise<number> {
      const row = await db
        .prepare('SELECT count(*) AS alerts FROM alerts WHERE settled_at IS NULL')
        .first<{ alerts: number }>()
      return row?.alerts ?? 0
    },

    /** False when it was settled before. */
    async settle(id: string, by: { actor: string; reason: string }, now: number): Promise<boolean> {
      const result = await db
        .prepare(
          'UPDATE alerts SET settled_at = ?, settled_by = ?, settled_reason = ? WHERE id = ? AND settled_at IS NULL',
        )
        .bind(now, by.actor, by.reason, id)
        .run()
      return moved(result)
    },

    async settleOpen(kind: AlertKind, subject: string, now: number): Promise<void> {
      await db
        .prepare(
          `UPDATE alerts SET settled_at = ?, settled_by = 'system', settled_reason = 'it is over'
             WHERE kind = ? AND subject = ? AND settled_at IS NULL`,
        )
        .bind(now, kind, subject)
        .run()
    },
  }
}
export type AlertsTable = ReturnType<typeof alertsTable>

/** An alert as the desk reads it. */
export function alertOf(row: AlertRow): Alert {
  return {
    alert_id: row.id,
    kind: row.kind,
    subject: row.subject,
    detail: row.detail,
    raised_at: new Date(row.raised_at).toISOString(),
  }
}
