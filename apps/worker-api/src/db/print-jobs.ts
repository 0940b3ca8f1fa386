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
  attempted_at: number | null
  /** 1: a try may have made a job that we do not know of. */
  doubt: number
  /** JSON array of printers' names. */
  passed_over: string
  down_since: number | null
  file_check: string | null
  asked_at: number | null
  links_revoked_at: number | null
  created_at: number
  updated_at: number
}

/** How long a printer may be silent about a job, by how far it is, in ms; and when nobody asks any more. */
export type Silence = { openMs: number; shippedMs: number; forgottenMs: number }

export function printJobsTable(db: D1Database) {
  return {
    /** The row before the call: OR IGNORE, so that sending twice plans one print job. */
    async plan(job: Pick<PrintJobRow, 'id' | 'order_id' | 'vendor' | 'created_at'>): Promise<void> {
      await db
        .prepare(
          `INSERT OR IGNORE INTO print_jobs (id, order_id, vendor, status, created_at, updated_at)
             VALUES (?, ?, ?, 'planned', ?, ?)`,
        )
        .bind(job.id, job.order_id, job.vendor, job.created_at, job.created_at)
        .run()
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

    /** The right to send this job now, for one caller alone; from here on its outcome is in doubt. */
    async claim(job: Pick<PrintJobRow, 'id' | 'vendor' | 'attempts'>, now: number): Promise<boolean> {
      const result = await db
        .prepare(
          `UPDATE print_jobs SET attempts = attempts + 1, attempted_at = ?, doubt = 1, updated_at = ?
             WHERE id = ? AND vendor = ? AND attempts = ? AND vendor_ref IS NULL AND status = 'planned'`,
        )
        .bind(now, now, job.id, job.vendor, job.attempts)
        .run()
      return moved(result)
    },

    /** The try that began as number `attempt` made nothing, for certain. */
    async clearDoubt(id: string, attempt: number): Promise<void> {
      await db
        .prepare('UPDATE print_jobs SET doubt = 0 WHERE id = ? AND attempts = ? AND vendor_ref IS NULL')
        .bind(id, attempt)
        .run()
    },

    /** This printer will not have the book. False where a job may exist there: then nobody else is asked. */
    async passOver(job: Pick<PrintJobRow, 'id' | 'vendor'>, now: number): Promise<boolean> {
      const result = await db
        .prepare(
          `UPDATE print_jobs SET passed_over = json_insert(passed_over, '$[#]', vendor), updated_at = ?
             WHERE id = ? AND vendor = ? AND vendor_ref IS NULL AND doubt = 0
               AND NOT EXISTS (SELECT 1 FROM json_each(passed_over) WHERE value = print_jobs.vendor)`,
        )
        .bind(now, job.id, job.vendor)
        .run()
      return moved(result)
    },

    /** To the next printer; nothing is known of the book there. */
    async reassign(job: Pick<PrintJobRow, 'id' | 'vendor'>, vendor: string, now: number): Promise<void> {
      await db
        .prepare(
          `UPDATE print_jobs SET vendor = ?, attempts = 0, attempted_at = NULL, file_check = NULL,
             down_since = NULL, problems = NULL, updated_at = ?
             WHERE id = ? AND vendor = ? AND vendor_ref IS NULL AND doubt = 0`,
        )
        .bind(vendor, now, job.id, job.vendor)
        .run()
    },

    /** From a printer that has stopped to another, by a person's word; the first one is not asked again. */
    giveTo(
      job: Pick<PrintJobRow, 'id' | 'vendor' | 'vendor_ref'>,
      vendor: string,
      now: number,
    ): D1PreparedStatement {
      return db
        .prepare(
          `UPDATE print_jobs SET vendor = ?1, vendor_ref = NULL, status = 'planned', attempts = 0,
             attempted_at = NULL, doubt = 0, passed_over = json_insert(passed_over, '$[#]', vendor),
             file_check = NULL, down_since = NULL, problems = NULL, tracking = NULL, asked_at = NULL,
             links_revoked_at = NULL, updated_at = ?2
             WHERE id = ?3 AND vendor = ?4 AND vendor_ref = ?5 AND status IN ('cancelled', 'failed')`,
        )
        .bind(vendor, now, job.id, job.vendor, job.vendor_ref)
    },

    /** Since when the printer does not answer: the first time counts. */
    async noteDown(id: string, now: number): Promise<number> {
      const row = await db
        .prepare(
          'UPDATE print_jobs SET down_since = COALESCE(down_since, ?) WHERE id = ? RETURNING down_since',
        )
        .bind(now, id)
        .first<{ down_since: number }>()
      return row?.down_since ?? now
    },

    async setFileCheck(id: string, check: string): Promise<void> {
      await db.prepare('UPDATE print_jobs SET file_check = ? WHERE id = ?').bind(check, id).run()
    },

    async setProblems(id: string, problems: string): Promise<void> {
      await db.prepare('UPDATE print_jobs SET problems = ? WHERE id = ?').bind(problems, id).run()
    },

    /** What the vendor says now, written only while the row still says `was`: the reader decided on that. */
    async record(
      job: Pick<PrintJobRow, 'id' | 'vendor'>,
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
          `UPDATE print_jobs SET status = ?, vendor_ref = ?, doubt = 0, down_since = NULL,
             tracking = COALESCE(?, tracking), problems = COALESCE(?, problems), updated_at = ?
             WHERE id = ? AND vendor = ? AND status = ? AND (vendor_ref IS NULL OR vendor_ref = ?)`,
        )
        .bind(
          facts.status,
          facts.vendorRef,
          facts.tracking ? JSON.stringify(facts.tracking) : null,
          facts.problems ?? null,
          now,
          job.id,
          job.vendor,
          was,
          facts.vendorRef,
        )
        .run()
      return moved(result)
    },

    async asked(id: string, now: number): Promise<void> {
      await db.prepare('UPDATE print_jobs SET asked_at = ? WHERE id = ?').bind(now, id).run()
    },

    /** Asks about every open job of a printer at the next occasion: its news may have been lost. */
    async askAgain(vendor: string): Promise<void> {
      await db
        .prepare(
          `UPDATE print_jobs SET asked_at = 0 WHERE vendor = ?
             AND status NOT IN ('delivered', 'cancelled', 'failed', 'planned')`,
        )
        .bind(vendor)
        .run()
    },

    /** Print jobs at a printer that are not final and that nobody heard of for too long, longest first. */
    async silent(now: number, silence: Silence, limit: number): Promise<PrintJobRow[]> {
      const found = await db
        .prepare(
          `SELECT * FROM print_jobs WHERE vendor_ref IS NOT NULL AND created_at > ?1 - ?2
             AND status NOT IN ('delivered', 'cancelled', 'failed', 'planned')
             AND COALESCE(asked_at, updated_at) < ?1 - CASE status WHEN 'shipped' THEN ?3 ELSE ?4 END
             ORDER BY COALESCE(asked_at, updated_at) LIMIT ?5`,
        )
        .bind(now, silence.forgottenMs, silence.shippedMs, silence.openMs, limit)
        .all<PrintJobRow>()
      return found.results
    },

    /** Print jobs that have come further than their orders say: the process died between the two. */
    async ahead(limit: number): Promise<PrintJobRow[]> {
      const found = await db
        .prepare(
          `SELECT p.* FROM orders o JOIN print_jobs p ON p.order_id = o.id
             WHERE (o.state = 'printing' AND p.status IN ('shipped', 'delivered', 'cancelled', 'failed'))
                OR (o.state = 'shipped' AND p.status = 'delivered') LIMIT ?`,
        )
        .bind(limit)
        .all<PrintJobRow>()
      return found.results
    },

    /** What was given to this printer since then, or may have been. */
    async ofVendor(vendor: string, since: number): Promise<PrintJobRow[]> {
      const found = await db
        .prepare('SELECT * FROM print_jobs WHERE vendor = ? AND created_at >= ?')
        .bind(vendor, since)
        .all<PrintJobRow>()
      return found.results
    },

    /** Whether the links to this job's files still open them, for the printer they were made for. */
    async linksStand(id: string, vendor: string): Promise<boolean> {
      const row = await db
        .prepare(
          `SELECT 1 FROM print_jobs WHERE id = ? AND vendor = ? AND links_revoked_at IS NULL
             AND status NOT IN ('cancelled', 'failed')`,
        )
        .bind(id, vendor)
        .first()
      return row !== null
    },

    async revokeLinks(id: string, now: number): Promise<void> {
      await db
        .prepare('UPDATE print_jobs SET links_revoked_at = COALESCE(links_revoked_at, ?) WHERE id = ?')
        .bind(now, id)
        .run()
    },

    /** Forgets where the parcel went and what was said about it; that there was a job stays. */
    async forgetPerson(orderId: string, now: number): Promise<void> {
      await db
        .prepare(
          `UPDATE print_jobs SET tracking = NULL, problems = NULL,
             links_revoked_at = COALESCE(links_revoked_at, ?) WHERE order_id = ?`,
        )
        .bind(now, orderId)
        .run()
    },

    /** True for one caller when a round of this printer is due again, and counts it as done. */
    async roundDue(vendor: string, round: string, everyMs: number, now: number): Promise<boolean> {
      const result = await db
        .prepare(
          `INSERT INTO printer_rounds (vendor, round, done_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (vendor, round) DO UPDATE SET done_at = ?3 WHERE done_at <= ?3 - ?4`,
        )
        .bind(vendor, round, now, everyMs)
        .run()
      return moved(result)
    },
  }
}
export type PrintJobsTable = ReturnType<typeof printJobsTable>
