/** Whether `a` comes before `b`. */
export type ComesBefore<Item> = (a: Item, b: Item) => boolean

/**
 * A binary heap in a plain array: the first element is the one that comes before all others. After the first has changed
 * its rank (always to a later one), `settleFirst` restores the order in logarithmic time.
 */
export function makeHeap<Item>(items: Item[], comesBefore: ComesBefore<Item>): Item[] {
  for (let at = Math.floor(items.length / 2) - 1; at >= 0; at--) {
    sink(items, at, comesBefore)
  }
  return items
}

export function settleFirst<Item>(heap: Item[], comesBefore: ComesBefore<Item>): void {
  sink(heap, 0, comesBefore)
}

export function removeFirst<Item>(heap: Item[], comesBefore: ComesBefore<Item>): void {
  const last = heap.pop()
  if (last !== undefined && heap.length > 0) {
    heap[0] = last
    sink(heap, 0, comesBefore)
  }
}

function sink<Item>(heap: Item[], from: number, comesBefore: ComesBefore<Item>): void {
  let at = from
  while (true) {
    const next = earlierChild(heap, at, comesBefore)
    const item = heap[at]
    const child = heap[next]
    if (item === undefined || child === undefined || !comesBefore(child, item)) {
      return
    }
    heap[at] = child
    heap[next] = item
    at = next
  }
}

function earlierChild<Item>(heap: Item[], at: number, comesBefore: ComesBefore<Item>): number {
  const left = heap[2 * at + 1]
  const right = heap[2 * at + 2]
  const rightIsEarlier = left !== undefined && right !== undefined && comesBefore(right, left)
  return rightIsEarlier ? 2 * at + 2 : 2 * at + 1
}
