import type { OrderState } from '@foxetales/shared-schemas/order'
import type { PaymentSource } from '../domain/payment-words.ts'
import { orderMoves, sources } from '../domain/transitions.ts'
import { moved, placeholders } from './guarded-move.ts'

/** Who ended a cancelled order. It decides what becomes of money that comes all the same: see domain/ending-rules.ts. */
export type EndedBy = 'checkout' | 'payment' | 'superseded' | 'customer' | 'staff' | 'erasure'

/**
 * A book somebody buys. JSON columns: ship_to (ShipTo), approved_pages (slot → sha256), interior and cover (BookFile),
 * shipping_options (ShippingOption[], as they were offered).
 */
export interface OrderRow {
  id: string
  preview_job_id: string
  render_job_id: string | null
  customer_id: string
  photo_id: string
  state: OrderState
  reason: string | null
  hold: string | null
  quantity: number
  /** The books alone, before shipping, tax and discounts. */
  amount_minor: number
  currency: string
  language: 'en' | 'vi'
  ship_country: string | null
  shipping_options: string | null
  shipping_level: string | null
  shipping_minor: number | null
  tax_minor: number | null
  discount_minor: number | null
  paid_minor: number | null
  refunded_minor: number
  reorder_of: string | null
  ended_by: EndedBy | null
  payment_source: PaymentSource
  payment_session: string | null
  payment_url: string | null
  payment_ref: string | null
  email: string | null
  ship_to: string | null
  approved_pages: string
  interior: string | null
  cover: string | null
  draft: number
  created_at: number
  updated_at: number
  paid_at: number | null
  /** Unix ms; see domain/proof-window.ts. */
  proof_until: number | null
}

export type NewOrder = Pick<
  OrderRow,
  | 'id'
  | 'preview_job_id'
  | 'customer_id'
  | 'photo_id'
  | 'quantity'
  | 'amount_minor'
  | 'currency'
  | 'payment_source'
  | 'language'
  | 'ship_country'
  | 'shipping_options'
  | 'approved_pages'
  | 'draft'
  | 'created_at'
> &
  Partial<Pick<OrderRow, 'reorder_of' | 'interior' | 'cover'>>

/** Columns a move may set beside the state. */
export type OrderPatch = Partial<
  Pick<
    OrderRow,
    | 'render_job_id'
    | 'payment_ref'
    | 'email'
    | 'ship_to'
    | 'interior'
    | 'cover'
    | 'draft'
    | 'paid_at'
    | 'proof_until'
    | 'hold'
    | 'shipping_level'
    | 'shipping_minor'
    | 'tax_minor'
    | 'discount_minor'
    | 'paid_minor'
    | 'refunded_minor'
    | 'ended_by'
  >
>

export function ordersTable(db: D1Database) {
  return {
    insert(order: NewOrder): D1PreparedStatement {
      return db
        .prepare(
          `INSERT INTO orders (id, preview_job_id, customer_id, photo_id, state, quantity, amount_minor, currency,
             payment_source, language, ship_country, shipping_options, approved_pages, draft, reorder_of, interior,
             cover, created_at, updated_at)
           VALUES (?, ?, ?, ?, 'awaiting_payment', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          order.id,
          order.preview_job_id,
          order.customer_id,
          order.photo_id,
          order.quantity,
          order.amount_minor,
          order.currency,
          order.payment_source,
          order.language,
          order.ship_country,
          order.shipping_options,
          order.approved_pages,
          order.draft,
          order.reorder_of ?? null,
          order.interior ?? null,
          order.cover ?? null,
          order.created_at,
          order.created_at,
        )
    },

    find(id: string): Promise<OrderRow | null> {
      return db.prepare('SELECT * FROM orders WHERE id = ?').bind(id).first<OrderRow>()
    },

    /** The live order that buys a preview: at most one, whatever pays for it. */
    ofPreview(previewJobId: string): Promise<OrderRow | null> {
      return db
        .prepare(
          `SELECT * FROM orders WHERE preview_job_id = ? AND state NOT IN ('cancelled', 'refunded') AND reorder_of IS NULL`,
        )
        .bind(previewJobId)
        .first<OrderRow>()
    },

    ofRenderJob(jobId: string): Promise<OrderRow | null> {
      return db.prepare('SELECT * FROM orders WHERE render_job_id = ?').bind(jobId).first<OrderRow>()
    },

    async ofCustomer(customerId: string): Promise<OrderRow[]> {
      const found = await db
        .prepare('SELECT * FROM orders WHERE customer_id = ?')
        .bind(customerId)
        .all<OrderRow>()
      return found.results
    },

    async setPaymentSession(id: string, session: string, url: string, now: number): Promise<void> {
      await db
        .prepare('UPDATE orders SET payment_session = ?, payment_url = ?, updated_at = ? WHERE id = ?')
        .bind(session, url, now, id)
        .run()
    },

    /** Guarded move; false when the order was not in a state that may become `to`, or a hold stops it. */
    async move(
      id: string,
      to: OrderState,
      now: number,
      patch: OrderPatch = {},
      reason: string | null = null,
      from: readonly OrderState[] = sources(orderMoves, to),
    ): Promise<boolean> {
      const set = [
        'state = ?',
        'reason = ?',
        'updated_at = ?',
        ...Object.keys(patch).map((name) => `${name} = ?`),
      ]
      const held = ['cancelled', 'refunded', 'failed', 'shipped', 'delivered'].includes(to)
        ? ''
        : 'AND hold IS NULL'
      const result = await db
        .prepare(
          `UPDATE orders SET ${set.join(', ')} WHERE id = ? AND state IN (${placeholders(from)}) ${held}`,
        )
        .bind(to, reason, now, ...Object.values(patch), id, ...from)
        .run()
      return moved(result)
    },

    /** Writes columns that are no move: what is known of the money, whatever the state. */
    async note(id: string, patch: OrderPatch & { reason?: string }, now: number): Promise<void> {
      const set = ['updated_at = ?', ...Object.keys(patch).map((name) => `${name} = ?`)]
      await db
        .prepare(`UPDATE orders SET ${set.join(', ')} WHERE id = ?`)
        .bind(now, ...Object.values(patch), id)
        .run()
    },

    async setHold(id: string, hold: string | null, now: number): Promise<void> {
      await db.prepare('UPDATE orders SET hold = ?, updated_at = ? WHERE id = ?').bind(hold, now, id).run()
    },

    async setFiles(
      id: string,
      files: { interior: string; cover: string | null },
      now: number,
    ): Promise<void> {
      await db
        .prepare(
          `UPDATE orders SET interior = ?, cover = ?, updated_at = ? WHERE id = ? AND state = 'assembling'`,
        )
        .bind(files.interior, files.cover, now, id)
        .run()
    },

    /**
     * Keeps a corrected request in the preview's job and the render's, if the order's proof is still open: asked and
     * written in one statement, so that a book being bound never changes under the binder.
     */
    async correctRequest(
      order: Pick<OrderRow, 'id' | 'preview_job_id' | 'render_job_id'>,
      request: string,
      now: number,
      states: readonly OrderState[],
    ): Promise<boolean> {
      const result = await db
        .prepare(
          `UPDATE jobs SET request = ?, updated_at = ? WHERE id IN (?, ?) AND EXISTS (SELECT 1 FROM orders
             WHERE id = ? AND proof_until > ? AND state IN (${placeholders(states)}))`,
        )
        .bind(request, now, order.preview_job_id, order.render_job_id ?? '', order.id, now, ...states)
        .run()
      return result.meta.changes > 0
    },

    /** Ends an open proof window now; false when none is open. */
    async closeProof(id: string, now: number): Promise<boolean> {
      const result = await db
        .prepare('UPDATE orders SET proof_until = ?1, updated_at = ?1 WHERE id = ?2 AND proof_until > ?1')
        .bind(now, id)
        .run()
      return moved(result)
    },

    /** What was assembled does not suit the printer any more: it is assembled anew, at once. */
    async clearFiles(id: string): Promise<void> {
      await db
        .prepare(
          `UPDATE orders SET interior = NULL, cover = NULL, updated_at = 0 WHERE id = ? AND state = 'assembling'`,
        )
        .bind(id)
        .run()
    },

    async touch(id: string, now: number): Promise<void> {
      await db.prepare('UPDATE orders SET updated_at = ? WHERE id = ?').bind(now, id).run()
    },

    /** Orders of these states that nobody touched since `before`; an approved one whose proof is open only waits. */
    async stale(states: readonly OrderState[], before: number, limit: number): Promise<OrderRow[]> {
      const found = await db
        .prepare(
          `SELECT * FROM orders WHERE state IN (${placeholders(states)}) AND hold IS NULL AND updated_at < ?
             AND (state <> 'approved' OR proof_until IS NULL OR proof_until <= ?) ORDER BY updated_at LIMIT ?`,
        )
        .bind(...states, before, before, limit)
        .all<OrderRow>()
      return found.results
    },

    /** Forgets who the customer is; amounts stay for the books. */
    async forgetPerson(id: string, now: number): Promise<void> {
      await db
        .prepare('UPDATE orders SET email = NULL, ship_to = NULL, updated_at = ? WHERE id = ?')
        .bind(now, id)
        .run()
    },
  }
}
export type OrdersTable = ReturnType<typeof ordersTable>
