import { customerApi } from '../../api/customer-api.ts'
import { keptTickets } from './kept-tickets.ts'
import { linkedPreview } from './linked-preview.ts'
import { newKey } from './new-key.ts'
import { openWalk, type Walk } from './open-walk.ts'
import { cartOf } from './shop-cart.ts'

/** Opens an element's walk in this browser: where it was left, or at the preview to which a letter's link leads. */
export function openHere(
  element: HTMLElement & Readonly<Record<'api' | 'book' | 'variant' | 'ticket' | 'checkout', string>>,
  changed: () => void,
): Walk {
  const stores = { session: () => sessionStorage, local: () => localStorage }
  const kept = keptTickets(element.book, stores)
  const linked = linkedPreview(location.hash)
  if (linked) {
    kept.keepPreview(linked)
    // Out of the address: it must not be shared with the page.
    history.replaceState(history.state, '', `${location.pathname}${location.search}`)
  }
  return openWalk({
    api: customerApi(element.api),
    base: element.api,
    kept,
    newKey,
    cart: () => cartOf(element),
    leave: (url) => location.assign(url),
    changed,
  })
}
