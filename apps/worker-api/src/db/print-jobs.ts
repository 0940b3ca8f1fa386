import type { PrintStatus, Tracking } from '@foxetales/shared-schemas/order'
import { moved } from './guarded-move.ts'

/** One order at one printer: UNIQUE (order_id) is what makes a second print impossible. */
export interface PrintJobRow {
  id: string
  order_id: string
  vendor: string
  vendor_ref: string | null
  status: PrintStatus
  problems: string | null
  tracking: string | null
  attempts: number
  created_at: number
  updated_at: number
}

export function printJobsTable(db: D1Database) {
  return {
    /** The row before the call: OR IGNORE, so that sending twice plans one print job. */
    insert(job: Pick<PrintJobRow, 'id' | 'order_id' | 'vendor' | 'created_at'>): D1PreparedStatement {
      return db
        .prepare(
          `INSERT OR IGNORE INTO print_jobs (id, order_id, vendor, status, created_at, updated_at)
             VALUES (?, ?, ?, 'planned', ?, ?)`,
        )
        .bind(job.id, job.order_id, job.vendor, job.created_at, job.created_at)
    },

    ofOrder(orderId: string): Promise<PrintJobRow | null> {
      return db.prepare('SELECT * FROM print_jobs WHERE order_id = ?').bind(orderId).first<PrintJobRow>()
    },

    byVendorRef(vendor: string, vendorRef: string): Promise<PrintJobRow | null> {
      return db
        .prepare('SELECT * FROM print_jobs WHERE vendor = ? AND vendor_ref = ?')
        .bind(vendor, vendorRef)
        .first<PrintJobRow>()
    },

    async countAttempt(id: string, now: number): Promise<void> {
      await db
        .prepare('UPDATE print_jobs SET attempts = attempts + 1, updated_at = ? WHERE id = ?')
        .bind(now, id)
        .run()
    },

    /** What the vendor says now, written only while the row still says `was`: the reader decided on that. */
    async record(
      id: string,
      was: PrintStatus,
      now: number,
      facts: {
        status: PrintStatus
        vendorRef: string
        tracking?: Tracking | undefined
        problems?: string | undefined
      },
    ): Promise<boolean> {
      const result = await db
        .prepare(
          `UPDATE print_jobs SET status = ?, vendor_ref = ?, tracking = COALESCE(?, tracking),
             problems = COALESCE(?, problems), updated_at = ? WHERE id = ? AND status = ?`,
        )
        .bind(
          facts.status,
          facts.vendorRef,
          facts.tracking ? JSON.stringify(facts.tracking) : null,
          facts.problems ?? null,
          now,
          id,
          was,
        )
        .run()
      return moved(result)
    },

    /** Print jobs that are not final and that nobody heard of since `before`. */
    async silent(before: number, limit: number): Promise<PrintJobRow[]> {
      const found = await db
        .prepare(
          `SELECT * FROM print_jobs WHERE status NOT IN ('delivered', 'cancelled', 'failed') AND updated_at < ?
             ORDER BY updated_at LIMIT ?`,
        )
        .bind(before, limit)
        .all<PrintJobRow>()
      return found.results
    },
  }
}
export type PrintJobsTable = ReturnType<typeof printJobsTable>
