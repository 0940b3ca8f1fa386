/** A sum that came for an order (positive) or went. */
export interface MoneyRow {
  order_id: string
  kind: 'payment' | 'refund' | 'dispute' | 'dispute_won'
  amount_minor: number
  currency: string
  ref: string
  at: number
}

export function moneyTable(db: D1Database) {
  return {
    /** Counted once an order, kind and reference, however often it is told. */
    async enter(entry: MoneyRow): Promise<void> {
      await db
        .prepare(
          'INSERT OR IGNORE INTO order_money (order_id, kind, amount_minor, currency, ref, at) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .bind(entry.order_id, entry.kind, entry.amount_minor, entry.currency, entry.ref, entry.at)
        .run()
    },

    async ofOrder(orderId: string): Promise<MoneyRow[]> {
      const found = await db
        .prepare(
          'SELECT order_id, kind, amount_minor, currency, ref, at FROM order_money WHERE order_id = ? ORDER BY at, id',
        )
        .bind(orderId)
        .all<MoneyRow>()
      return found.results
    },

    /** GPU milliseconds spent on jobs so far: what a cancelled book has cost. */
    async gpuMs(jobIds: readonly string[]): Promise<number> {
      const row = await db
        .prepare(
          `SELECT coalesce(sum(gpu_ms), 0) AS spent FROM ledger WHERE job_id IN (${jobIds.map(() => '?').join(', ')})`,
        )
        .bind(...jobIds)
        .first<{ spent: number }>()
      return row?.spent ?? 0
    },
  }
}
export type MoneyTable = ReturnType<typeof moneyTable>
