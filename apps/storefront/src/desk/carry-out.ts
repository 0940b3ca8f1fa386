import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import type { DeskApi } from './desk-api.ts'
import type { Ask } from './desk-state.ts'
import { seenPages } from './page-figures.ts'

/** Does what was asked and confirmed; answers the order as the server then has it. May throw an `ApiProblem`. */
export function carryOut(
  api: DeskApi,
  ask: Exclude<Ask, { kind: 'keys' }>,
  order: DeskOrder,
  reason: string,
): Promise<DeskOrder> {
  const { order_id: id, pages } = order
  switch (ask.kind) {
    case 'approve':
      return api.approve(id, { reason, seen: seenPages(pages) })
    case 'regenerate':
      return api.regenerate(id, ask.slot, { reason })
    case 'hold':
      return api.hold(id, { reason })
    case 'release':
      return api.release(id, { reason })
  }
}
