import type { OrderState } from '@foxetales/shared-schemas/order'
import type { OrderRow } from './orders.ts'

/** An order as a line of the desk's list: nothing about who bought it. */
export type OrderLineRow = Pick<
  OrderRow,
  | 'id'
  | 'render_job_id'
  | 'state'
  | 'reason'
  | 'hold'
  | 'quantity'
  | 'amount_minor'
  | 'currency'
  | 'draft'
  | 'created_at'
  | 'updated_at'
> & { book_id: string }

/** Which lines: all, those of one state, those on hold, or the one whose book carries this code. */
export type LineFilter =
  | { readonly by: 'age' }
  | { readonly by: 'state'; readonly state: OrderState }
  | { readonly by: 'hold' }
  | { readonly by: 'code'; readonly code: string }

/** Above every order id. */
const newest = 'ord`'

const columns = `o.id, o.render_job_id, o.state, o.reason, o.hold, o.quantity, o.amount_minor, o.currency, o.draft,
  o.created_at, o.updated_at, j.book_id`

const conditions: Record<LineFilter['by'], string> = {
  age: '1',
  state: 'o.state = ?3',
  hold: 'o.hold IS NOT NULL',
  code: 'substr(o.id, -8) = ?3',
}

/** The statement of a page of the list; every filter has its index, which a test checks. */
export function orderLinesSql(by: LineFilter['by']): string {
  return `SELECT ${columns} FROM orders o JOIN jobs j ON j.id = o.preview_job_id
    WHERE ${conditions[by]} AND o.id < ?1 ORDER BY o.id DESC LIMIT ?2`
}

/** Counts that triggers keep beside the orders: reading them costs a dozen rows, however many orders there are. */
export const orderCountsSql = `SELECT state, orders FROM order_counts WHERE orders > 0
  UNION ALL SELECT 'held', count(*) FROM orders WHERE hold IS NOT NULL`

/** How many slots of these jobs are done, by their latest run. ?1 is a JSON array of job ids. */
export const jobProgressSql = `SELECT job_id, count(*) AS total, sum(state = 'done') AS done FROM (
    SELECT job_id, slot, state, max(redo) FROM units WHERE job_id IN (SELECT value FROM json_each(?1))
    GROUP BY job_id, slot) GROUP BY job_id`

/** What the desk's list reads, from several tables at once. */
export function deskLists(db: D1Database) {
  return {
    /** A page of orders, newest first, below the order id `below`. */
    async lines(filter: LineFilter, below: string | undefined, limit: number): Promise<OrderLineRow[]> {
      const value = filter.by === 'state' ? [filter.state] : filter.by === 'code' ? [filter.code] : []
      const found = await db
        .prepare(orderLinesSql(filter.by))
        .bind(below ?? newest, limit, ...value)
        .all<OrderLineRow>()
      return found.results
    },

    /** Orders by state, and how many are on `hold`, in one query. */
    async counts(): Promise<Map<OrderState | 'held', number>> {
      const found = await db.prepare(orderCountsSql).all<{ state: OrderState | 'held'; orders: number }>()
      return new Map(found.results.map((row) => [row.state, row.orders]))
    },

    async progress(jobIds: readonly string[]): Promise<Map<string, { done: number; total: number }>> {
      if (jobIds.length === 0) return new Map()
      const found = await db
        .prepare(jobProgressSql)
        .bind(JSON.stringify(jobIds))
        .all<{ job_id: string; total: number; done: number }>()
      return new Map(found.results.map(({ job_id: jobId, ...progress }) => [jobId, progress]))
    },
  }
}
export type DeskLists = ReturnType<typeof deskLists>
