import type { AlertList } from '@foxetales/shared-schemas/alert'
import type {
  DeadLetterList,
  DeskApproval,
  DeskOrder,
  DeskOrderList,
  DeskPerson,
  DeskPhoto,
  DeskPrintElsewhere,
  DeskReason,
  DeskRedo,
  DeskRefund,
  DeskReprint,
  DeskReprinted,
} from '@foxetales/shared-schemas/desk'
import { callApi, callForFile } from '../api/call-api.ts'
import type { ListRoute } from './route.ts'

/** How many orders a page of the list has. */
const listLength = 50

/** What staff may ask, at `base` (an origin), with a staff token, or as who a gate before the server knows. Every call may throw an `ApiProblem`. */
export function deskApi(base: string, token: string) {
  const order = (id: string) => `/api/admin/orders/${encodeURIComponent(id)}`
  const who = { token, cookies: true }
  const read = <Answer>(path: string, signal?: AbortSignal) =>
    callApi<Answer>(base, path, { ...who, ...(signal ? { signal } : {}) })
  /** `key`: the same key and body twice is one deed. */
  const act = <Answer = DeskOrder>(path: string, body: Readonly<Record<string, unknown>>, key?: string) =>
    callApi<Answer>(base, path, { method: 'POST', ...who, body, ...(key ? { idempotencyKey: key } : {}) })
  return {
    me: () => read<DeskPerson>('/api/admin/me'),
    list({ filter, cursor }: ListRoute, signal: AbortSignal) {
      const query = new URLSearchParams({ limit: String(listLength) })
      if (filter === 'held') query.set('held', 'true')
      else if (filter) query.set('state', filter)
      if (cursor) query.set('cursor', cursor)
      return read<DeskOrderList>(`/api/admin/orders?${query}`, signal)
    },
    findByCode: (code: string) =>
      read<DeskOrderList>(`/api/admin/orders?${new URLSearchParams({ code, limit: '1' })}`),
    order: (id: string, signal: AbortSignal) => read<DeskOrder>(order(id), signal),
    proof: (id: string) => callForFile(base, `${order(id)}/proof.pdf`, who),
    approve: (id: string, body: DeskApproval) => act(`${order(id)}/approve`, body),
    hold: (id: string, body: DeskReason) => act(`${order(id)}/hold`, body),
    release: (id: string, body: DeskReason) => act(`${order(id)}/release`, body),
    cancel: (id: string, body: DeskReason) => act(`${order(id)}/cancel`, body),
    refund: (id: string, body: DeskRefund, key: string) => act(`${order(id)}/refund`, body, key),
    printElsewhere: (id: string, body: DeskPrintElsewhere, key: string) =>
      act(`${order(id)}/print-elsewhere`, body, key),
    reprint: (id: string, body: DeskReprint, key: string) =>
      act<DeskReprinted>(`${order(id)}/reprint`, body, key),
    photo: (id: string, body: DeskReason) => act<DeskPhoto>(`${order(id)}/photo`, body),
    regenerate: (id: string, slot: string, body: DeskRedo) =>
      act(`${order(id)}/pages/${encodeURIComponent(slot)}/regenerate`, body),
    alerts: (signal?: AbortSignal) => read<AlertList>('/api/admin/alerts', signal),
    settle: (id: string, body: DeskReason) =>
      act<AlertList>(`/api/admin/alerts/${encodeURIComponent(id)}/settle`, body),
    deadLetters: (signal?: AbortSignal) => read<DeadLetterList>('/api/admin/dead-letters', signal),
    replay: (id: string, body: DeskReason) =>
      act<DeadLetterList>(`/api/admin/dead-letters/${encodeURIComponent(id)}/replay`, body),
  }
}
export type DeskApi = ReturnType<typeof deskApi>
