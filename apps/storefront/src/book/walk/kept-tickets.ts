import type { Ticket } from './book-state.ts'

/** The tickets a browser keeps: a preview's for this tab, an order's for this browser. Nothing else is ever stored. */
export interface KeptTickets {
  preview(): Ticket | undefined
  keepPreview(ticket: Ticket | undefined): void
  order(): Ticket | undefined
  keepOrder(ticket: Ticket | undefined): void
}

/**
 * @param book several elements on one site keep a ticket for each book
 * @param stores where to keep; a browser that forbids it throws, and then the page merely forgets on a reload
 */
export function keptTickets(
  book: string,
  stores: { readonly session: () => Storage; readonly local: () => Storage },
): KeptTickets {
  return {
    preview: () => read(stores.session, `foxetales-preview:${book}`),
    keepPreview: (ticket) => write(stores.session, `foxetales-preview:${book}`, ticket),
    order: () => read(stores.local, `foxetales-order:${book}`),
    keepOrder: (ticket) => write(stores.local, `foxetales-order:${book}`, ticket),
  }
}

function read(store: () => Storage, key: string): Ticket | undefined {
  let text: string | null
  try {
    text = store().getItem(key)
  } catch {
    // Storage is switched off in this browser.
    return undefined
  }
  return text === null ? undefined : parseTicket(text)
}

function parseTicket(text: string): Ticket | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Another program's text: as good as none.
    return undefined
  }
  const ticket = value as Partial<Ticket> | null
  if (typeof ticket?.id !== 'string' || typeof ticket.token !== 'string') return undefined
  return { id: ticket.id, token: ticket.token }
}

function write(store: () => Storage, key: string, ticket: Ticket | undefined): void {
  try {
    if (ticket) store().setItem(key, JSON.stringify({ id: ticket.id, token: ticket.token }))
    else store().removeItem(key)
  } catch {
    // Storage is switched off in this browser: the walk goes on, only a reload begins anew.
  }
}
