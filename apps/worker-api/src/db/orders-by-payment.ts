import type { OrderRow } from './orders.ts'

/** Orders as the money sees them: by payment and checkout, and those whose money is not settled. */
export function ordersByPayment(db: D1Database) {
  return {
    ofPayment(source: string, paymentRef: string): Promise<OrderRow | null> {
      return db
        .prepare('SELECT * FROM orders WHERE payment_source = ? AND payment_ref = ?')
        .bind(source, paymentRef)
        .first<OrderRow>()
    },

    ofSession(source: string, session: string): Promise<OrderRow | null> {
      return db
        .prepare('SELECT * FROM orders WHERE payment_source = ? AND payment_session = ?')
        .bind(source, session)
        .first<OrderRow>()
    },

    /** Cancelled orders whose money was not sent back yet. */
    async owed(limit: number): Promise<OrderRow[]> {
      const found = await db
        .prepare(
          `SELECT * FROM orders o WHERE o.state = 'cancelled' AND o.payment_ref IS NOT NULL
             AND o.paid_minor > o.refunded_minor AND NOT EXISTS (SELECT 1 FROM refunds r WHERE r.order_id = o.id
               AND r.cause IN ('cancelled', 'came_too_late', 'paid_twice')) LIMIT ?`,
        )
        .bind(limit)
        .all<OrderRow>()
      return found.results
    },

    /** Ended orders whose book a printer may still have and could still stop. */
    async stillAtPrinter(limit: number): Promise<OrderRow[]> {
      const found = await db
        .prepare(
          `SELECT o.* FROM print_jobs p JOIN orders o ON o.id = p.order_id WHERE p.vendor_ref IS NOT NULL
             AND p.status IN ('submitted', 'awaiting_payment', 'on_hold', 'accepted')
             AND o.state IN ('cancelled', 'refunded') LIMIT ?`,
        )
        .bind(limit)
        .all<OrderRow>()
      return found.results
    },

    /** Orders of a source that nobody has paid and that were made before: oldest first, after the given id. */
    async unpaid(source: string, before: number, afterId: string, limit: number): Promise<OrderRow[]> {
      const found = await db
        .prepare(
          `SELECT * FROM orders WHERE state = 'awaiting_payment' AND payment_source = ? AND created_at < ? AND id > ?
             ORDER BY id LIMIT ?`,
        )
        .bind(source, before, afterId, limit)
        .all<OrderRow>()
      return found.results
    },
  }
}
export type OrdersByPayment = ReturnType<typeof ordersByPayment>
