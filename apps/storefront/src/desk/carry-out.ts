import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import type { DeskApi } from './desk-api.ts'
import type { Answer, Deed, DeskState } from './desk-state.ts'
import { seenPages } from './page-figures.ts'
import { repainting } from './repainting.ts'

/**
 * Does what was asked and confirmed; answers what the server then says, as changes of the state. `key` makes the second
 * try of the same question the same deed. May throw an `ApiProblem`.
 */
export async function carryOut(
  api: DeskApi,
  deed: Deed,
  order: DeskOrder | undefined,
  answer: Answer,
  key: string,
): Promise<Partial<DeskState>> {
  const { reason } = answer
  if (deed.kind === 'settle') {
    const { alerts, open } = await api.settle(deed.alert.alert_id, { reason })
    const left = order && {
      ...order,
      alerts: order.alerts.filter(({ alert_id: id }) => id !== deed.alert.alert_id),
    }
    return {
      openAlerts: open,
      order: left,
      waiting: { alerts, letters: (await api.deadLetters()).dead_letters },
    }
  }
  if (deed.kind === 'replay') {
    const { dead_letters: letters } = await api.replay(deed.letter.dead_letter_id, { reason })
    const { alerts, open } = await api.alerts()
    return { openAlerts: open, waiting: { alerts, letters } }
  }
  if (!order) return {}
  return ofOrder(api, deed, order, answer, key)
}

async function ofOrder(
  api: DeskApi,
  deed: Exclude<Deed, { kind: 'settle' | 'replay' }>,
  { order_id: id, pages }: DeskOrder,
  { reason, amount, copies, printer, ...fields }: Answer,
  key: string,
): Promise<Partial<DeskState>> {
  switch (deed.kind) {
    case 'approve':
      return { order: await api.approve(id, { reason, seen: seenPages(pages) }) }
    case 'regenerate':
      return { order: await api.regenerate(id, deed.slot, { reason, ...repainting(fields) }) }
    case 'hold':
      return { order: await api.hold(id, { reason }) }
    case 'release':
      return { order: await api.release(id, { reason }) }
    case 'cancel':
      return { order: await api.cancel(id, { reason }) }
    case 'refund': {
      const part = amount ? { amount_minor: Math.round(Number(amount) * 100) } : {}
      return { order: await api.refund(id, { reason, ...part }, key) }
    }
    case 'print-elsewhere':
      return { order: await api.printElsewhere(id, { reason, printer: printer ?? '' }, key) }
    case 'reprint':
      return {
        reprinted: await api.reprint(id, { reason, ...(copies ? { copies: Number(copies) } : {}) }, key),
      }
    case 'photo':
      return { photo: await api.photo(id, { reason }) }
  }
}
