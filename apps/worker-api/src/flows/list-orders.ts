import type { DeskOrderFilter, DeskOrderLine, DeskOrderList } from '@foxetales/shared-schemas/desk'
import type { LineFilter, OrderLineRow } from '../db/desk-lists.ts'
import type { Services } from '../services.ts'

/** The desk's list, newest first, and how many orders every state has. */
export async function listOrders(
  services: Pick<Services, 'deskLists' | 'alerts'>,
  filter: DeskOrderFilter,
): Promise<DeskOrderList> {
  const { deskLists } = services
  const [rows, counts, open] = await Promise.all([
    // One more than asked for tells whether another page follows.
    deskLists.lines(lineFilter(filter), filter.cursor, filter.limit + 1),
    deskLists.counts(),
    services.alerts.openCount(),
  ])
  const shown = rows.slice(0, filter.limit)
  const rendering = shown.filter((row) => row.state === 'rendering').flatMap((row) => row.render_job_id ?? [])
  const progress = await deskLists.progress(rendering)
  const { held = 0, ...states } = Object.fromEntries(counts)
  const last = shown.at(-1)
  return {
    orders: shown.map((row) => lineOf(row, progress.get(row.render_job_id ?? ''))),
    counts: states,
    held,
    open_alerts: open,
    ...(last && rows.length > shown.length ? { next_cursor: last.id } : {}),
  }
}

/** The narrowest thing asked for decides: a code names one order, a hold few, a state many. */
function lineFilter(filter: DeskOrderFilter): LineFilter {
  if (filter.code) return { by: 'code', code: filter.code.toLowerCase() }
  if (filter.held) return { by: 'hold' }
  if (filter.state) return { by: 'state', state: filter.state }
  return { by: 'age' }
}

function lineOf(row: OrderLineRow, progress: { done: number; total: number } | undefined): DeskOrderLine {
  return {
    order_id: row.id,
    state: row.state,
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.hold ? { hold: row.hold } : {}),
    book_id: row.book_id,
    quantity: row.quantity,
    amount_minor: row.amount_minor,
    currency: row.currency,
    draft: row.draft === 1,
    ...(progress ? { progress } : {}),
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
  }
}
