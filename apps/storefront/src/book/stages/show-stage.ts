import type { BookState } from '../walk/book-state.ts'

/**
 * A new stage is read from its title on, by eyes and by screen readers. Pages that are ready come to a parent who is
 * reading the first ones: nothing moves, a live region tells. Called when the stage has been drawn.
 */
export function showStage(
  element: HTMLElement,
  root: ParentNode,
  from: BookState['stage'],
  to: BookState['stage'],
): void {
  if (to === 'ordering' || to === 'leaving' || from === 'ordering') return
  if (from === 'waiting' && to === 'ready') return
  const isOrder = to === 'approved'
  const title = root.querySelector<HTMLElement>(isOrder ? '#order-title' : '#stage-title')
  title?.focus({ preventScroll: true })
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const shown = isOrder ? (title?.parentElement ?? element) : element
  shown.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' })
}
