import type { DeskActs, DeskState } from './desk-state.ts'
import { mayAct } from './desk-state.ts'
import { orderOffers } from './offers.ts'
import { markedItem } from './place-focus.ts'
import type { Route } from './route.ts'

type Move = 'next' | 'previous' | 'left' | 'right' | 'up' | 'down'
const moves: Readonly<Record<string, Move>> = {
  j: 'next',
  k: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Links and buttons that a key presses: what a mouse can reach, a key reaches too. */
const presses: Readonly<Record<string, string>> = {
  n: '[data-order="after"]',
  p: '[data-order="before"]',
  ']': '[data-page="older"]',
  '[': '[data-page="newest"]',
}

/** Keys for people with forty orders before lunch. True when the key was one of ours. */
export function pressKey(event: KeyboardEvent, root: HTMLElement, state: DeskState, acts: DeskActs): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false
  if (!state.session || state.ask || state.photo) return false
  const move = moves[event.key]
  if (move) return moveBy(move, root, state)
  const press = presses[event.key]
  if (press) return click(root.querySelector<HTMLElement>(press))
  switch (event.key) {
    case 'w':
      acts.go({ at: 'waiting' })
      return true
    case 's':
      return click(root.querySelector<HTMLElement>(`[data-settles="${CSS.escape(markedItem(root) ?? '')}"]`))
    case 'o':
      return click(root.querySelector<HTMLElement>('[data-proof]'))
    case 'r':
      return askToRegenerate(root, state, acts)
    case '?':
      acts.ask({ kind: 'keys' })
      return true
    case '/':
      return focus(root.querySelector<HTMLElement>('#find'))
    case 'Escape':
      // A dialog hears Esc itself; here it leads back to the list.
      return hasWayBack(state.route) && click(root.querySelector('[data-back]'))
    default:
      return askByKey(event.key, state, acts)
  }
}

const hasWayBack = (route: Route) => route.at === 'waiting' || (route.at === 'order' && !route.slot)

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null
}

function moveBy(move: Move, root: HTMLElement, state: DeskState): boolean {
  if (state.route.at === 'order' && state.route.slot) {
    if (move === 'up' || move === 'down') return false
    const back = move === 'previous' || move === 'left'
    return click(root.querySelector<HTMLElement>(`dialog [data-step="${back ? 'previous' : 'next'}"]`))
  }
  const items = [...root.querySelectorAll<HTMLElement>('main [data-item]')]
  const marked = markedItem(root)
  const at = items.findIndex((item) => item.dataset['item'] === marked)
  if (at === -1) return focus(items[0] ?? null)
  const row = columnsOf(items)
  const by: Record<Move, number> = { next: 1, previous: -1, right: 1, left: -1, down: row, up: -row }
  return focus(items[at + by[move]] ?? null)
}

/** How many items stand in the first row: one in a list, several on the contact sheet. */
function columnsOf(items: readonly HTMLElement[]): number {
  const top = items[0]?.getBoundingClientRect().top
  const next = items.findIndex((item) => item.getBoundingClientRect().top !== top)
  return next === -1 ? items.length : Math.max(1, next)
}

function askByKey(key: string, state: DeskState, acts: DeskActs): boolean {
  if (state.route.at !== 'order' || !state.order) return false
  const offer = orderOffers(state, state.order).find((candidate) => candidate.key === key)
  if (offer) acts.ask(offer.ask)
  return offer !== undefined
}

function askToRegenerate(root: HTMLElement, state: DeskState, acts: DeskActs): boolean {
  if (state.route.at !== 'order' || !mayAct(state)) return false
  const slot = state.route.slot ?? markedItem(root)
  const page = state.order?.pages.find((candidate) => candidate.slot === slot)
  if (!page?.can_regenerate) return false
  acts.ask({ kind: 'regenerate', slot: page.slot })
  return true
}

function click(element: HTMLElement | null): boolean {
  element?.click()
  return element !== null
}

function focus(element: HTMLElement | null): boolean {
  element?.focus()
  return element !== null
}
