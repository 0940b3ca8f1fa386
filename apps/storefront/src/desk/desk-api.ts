import type { DeskApproval, DeskOrder, DeskOrderList, DeskReason } from '@foxetales/shared-schemas/desk'
import { callApi } from '../api/call-api.ts'
import type { ListRoute } from './route.ts'

/** How many orders a page of the list has. */
const listLength = 50

/** What staff may ask, at `base` (an origin), with a staff token. Every call may throw an `ApiProblem`. */
export function deskApi(base: string, token: string) {
  const order = (id: string) => `/api/admin/orders/${encodeURIComponent(id)}`
  return {
    list({ filter, cursor }: ListRoute, signal: AbortSignal): Promise<DeskOrderList> {
      const query = new URLSearchParams({ limit: String(listLength) })
      if (filter === 'held') query.set('held', 'true')
      else if (filter) query.set('state', filter)
      if (cursor) query.set('cursor', cursor)
      return callApi(base, `/api/admin/orders?${query}`, { token, signal })
    },
    findByCode: (code: string): Promise<DeskOrderList> =>
      callApi(base, `/api/admin/orders?${new URLSearchParams({ code, limit: '1' })}`, { token }),
    order: (id: string, signal: AbortSignal): Promise<DeskOrder> =>
      callApi(base, order(id), { token, signal }),
    approve: (id: string, approval: DeskApproval): Promise<DeskOrder> =>
      callApi(base, `${order(id)}/approve`, { method: 'POST', token, body: approval }),
    hold: (id: string, reason: DeskReason): Promise<DeskOrder> =>
      callApi(base, `${order(id)}/hold`, { method: 'POST', token, body: reason }),
    release: (id: string, reason: DeskReason): Promise<DeskOrder> =>
      callApi(base, `${order(id)}/release`, { method: 'POST', token, body: reason }),
    regenerate: (id: string, slot: string, reason: DeskReason): Promise<DeskOrder> =>
      callApi(base, `${order(id)}/pages/${encodeURIComponent(slot)}/regenerate`, {
        method: 'POST',
        token,
        body: reason,
      }),
  }
}
export type DeskApi = ReturnType<typeof deskApi>
