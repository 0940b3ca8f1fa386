import { type OrderState, orderStates } from './order-words.ts'

/** Where the desk stands, as its address says; a colleague who opens the same address sees the same. */
export type Route = ListRoute | OrderRoute | WaitingRoute

export interface ListRoute {
  readonly at: 'list'
  /** A state, or `held` for the orders on hold; undefined for all. */
  readonly filter: OrderState | 'held' | undefined
  /** The order under which this page of the list begins. */
  readonly cursor: string | undefined
}

export interface OrderRoute {
  readonly at: 'order'
  readonly id: string
  /** The page that is open large. */
  readonly slot: string | undefined
}

/** What waits for a person. */
export interface WaitingRoute {
  readonly at: 'waiting'
}

export const firstRoute: ListRoute = { at: 'list', filter: undefined, cursor: undefined }

/** `#/orders?state=review`, `#/orders/ord_…`, `#/orders/ord_…/page_07`, `#/alerts`; whatever else is there shows the list. */
export function readRoute(hash: string): Route {
  const { pathname, searchParams } = new URL(hash.replace(/^#/, '') || '/', 'https://desk.invalid')
  const order = /^\/orders\/(ord_[0-9a-z]+)(?:\/(page_\d+|cover))?$/.exec(pathname)
  if (order?.[1]) return { at: 'order', id: order[1], slot: order[2] }
  if (pathname === '/alerts') return { at: 'waiting' }
  const state = searchParams.get('state')
  return {
    at: 'list',
    filter: orderStates.find((known) => known === state) ?? (state === 'held' ? 'held' : undefined),
    cursor: searchParams.get('from') ?? undefined,
  }
}

export function routeHash(route: Route): string {
  if (route.at === 'order') return `#/orders/${route.id}${route.slot ? `/${route.slot}` : ''}`
  if (route.at === 'waiting') return '#/alerts'
  const query = new URLSearchParams()
  if (route.filter) query.set('state', route.filter)
  if (route.cursor) query.set('from', route.cursor)
  return query.size > 0 ? `#/orders?${query}` : '#/orders'
}
