import type { DeskState } from './desk-state.ts'

/** The orders above and below this one in the list it was opened from, as that list was last read. */
export function neighbours(
  { list }: Pick<DeskState, 'list'>,
  id: string,
): { before: string | undefined; after: string | undefined } {
  const ids = list?.orders.map((order) => order.order_id) ?? []
  const at = ids.indexOf(id)
  // An order that has left the filter is no longer in the list: the next one in line takes its place.
  if (at === -1) return { before: undefined, after: ids.find((other) => other < id) ?? ids[0] }
  return { before: ids[at - 1], after: ids[at + 1] }
}
