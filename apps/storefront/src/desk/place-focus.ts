import type { DeskState } from './desk-state.ts'

/**
 * After a change of place the focus goes where a person looks next: into the list at the order they come from, at the
 * top of an order, on the tile of the page that was just closed. (A dialog that opens takes the focus by itself.)
 * `marked`: the item that had the focus before the change was drawn.
 */
export function placeFocus(
  root: HTMLElement,
  before: DeskState,
  after: DeskState,
  marked: string | undefined,
): void {
  const { activeElement, body } = root.ownerDocument
  if (activeElement === body) {
    // The line that had the focus has left the list, or the button that was pressed is gone with what it asked.
    if (marked !== undefined && after.route === before.route) focusItem(root, marked)
    else if (before.ask && !after.ask) focusTitle(root)
  }
  if (before.route === after.route && before.order === after.order && before.list === after.list) return
  const was = before.route
  const is = after.route
  if (was.at === 'order' && is.at === 'list') focusItem(root, was.id)
  if (is.at !== 'order') return
  if (was.at === 'order' && was.id === is.id) {
    if (was.slot && !is.slot) focusItem(root, was.slot)
    const arrived = before.order?.order_id !== is.id && after.order?.order_id === is.id
    if (arrived && !is.slot) focusTitle(root)
    return
  }
  if (after.order?.order_id === is.id) focusTitle(root)
}

/** The order in the list, or the page on the sheet, that has the focus. */
export function markedItem(root: HTMLElement): string | undefined {
  return root.ownerDocument.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item']
}

const focusTitle = (root: HTMLElement) => root.querySelector<HTMLElement>('main h1')?.focus()

function focusItem(root: HTMLElement, item: string): void {
  const items = [...root.querySelectorAll<HTMLElement>('main [data-item]')]
  const same = items.find((candidate) => candidate.dataset['item'] === item)
  // Orders come newest first: one that left the list gives its place to the next older one.
  const next = items.find((candidate) => (candidate.dataset['item'] ?? '') < item)
  const target = same ?? next ?? items[0]
  target?.focus()
}
