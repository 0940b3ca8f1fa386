import type { RefundStatus } from '../domain/payment-words.ts'
import { moved } from './guarded-move.ts'

/** Money on its way back. `planned`: the row is there, the call not yet answered. */
export interface RefundRow {
  id: string
  order_id: string
  /** What it is for, once an order: `cancelled`, `paid_twice`, `desk:<Idempotency-Key>`, `outside:<id at the service>`. */
  cause: string
  amount_minor: number
  currency: string
  actor: string
  reason: string
  state: 'planned' | RefundStatus
  provider_ref: string | null
  failure: string | null
  created_at: number
  updated_at: number
}

export type NewRefund = Pick<
  RefundRow,
  'id' | 'order_id' | 'cause' | 'amount_minor' | 'currency' | 'actor' | 'reason'
>

export function refundsTable(db: D1Database) {
  return {
    /** Plans a refund unless its cause is there, or the order's refunds together would be more than was paid. */
    async plan(refund: NewRefund, now: number): Promise<void> {
      await db
        .prepare(
          `INSERT OR IGNORE INTO refunds (id, order_id, cause, amount_minor, currency, actor, reason, state, created_at, updated_at)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, 'planned', ?8, ?8 FROM orders o WHERE o.id = ?2 AND ?4 +
               (SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r
                 WHERE r.order_id = ?2 AND r.state NOT IN ('failed', 'cancelled')) <= coalesce(o.paid_minor, 0)`,
        )
        .bind(
          refund.id,
          refund.order_id,
          refund.cause,
          refund.amount_minor,
          refund.currency,
          refund.actor,
          refund.reason,
          now,
        )
        .run()
    },

    ofCause(orderId: string, cause: string): Promise<RefundRow | null> {
      return db
        .prepare('SELECT * FROM refunds WHERE order_id = ? AND cause = ?')
        .bind(orderId, cause)
        .first<RefundRow>()
    },

    async ofOrder(orderId: string): Promise<RefundRow[]> {
      const found = await db
        .prepare('SELECT * FROM refunds WHERE order_id = ? ORDER BY created_at, id')
        .bind(orderId)
        .all<RefundRow>()
      return found.results
    },

    /** What the service says of a refund. False when nothing changed by it. */
    async record(
      id: string,
      facts: { state: RefundStatus; providerRef?: string; failure?: string },
      now: number,
    ): Promise<boolean> {
      const result = await db
        .prepare(
          `UPDATE refunds SET state = ?1, provider_ref = coalesce(?2, provider_ref), failure = ?3, updated_at = ?4
             WHERE id = ?5 AND state <> ?1`,
        )
        .bind(facts.state, facts.providerRef ?? null, facts.failure ?? null, now, id)
        .run()
      return moved(result)
    },

    /** A refund that somebody made at the service itself. OR IGNORE: seen twice is kept once. */
    async adopt(
      refund: NewRefund & { state: RefundStatus; provider_ref: string },
      now: number,
    ): Promise<void> {
      await db
        .prepare(
          `INSERT OR IGNORE INTO refunds (id, order_id, cause, amount_minor, currency, actor, reason, state, provider_ref,
             created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)`,
        )
        .bind(
          refund.id,
          refund.order_id,
          refund.cause,
          refund.amount_minor,
          refund.currency,
          refund.actor,
          refund.reason,
          refund.state,
          refund.provider_ref,
          now,
        )
        .run()
    },

    async touch(id: string, now: number): Promise<void> {
      await db.prepare('UPDATE refunds SET updated_at = ? WHERE id = ?').bind(now, id).run()
    },

    /** Refunds whose call was not answered, or whose money is still on its way. */
    async open(
      states: readonly ('planned' | 'pending')[],
      before: number,
      limit: number,
    ): Promise<RefundRow[]> {
      const found = await db
        .prepare(
          `SELECT * FROM refunds WHERE state IN (${states.map(() => '?').join(', ')}) AND updated_at < ?
             ORDER BY updated_at LIMIT ?`,
        )
        .bind(...states, before, limit)
        .all<RefundRow>()
      return found.results
    },
  }
}
export type RefundsTable = ReturnType<typeof refundsTable>
