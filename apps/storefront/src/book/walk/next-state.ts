import type { BookEvent, BookState } from './book-state.ts'
import { tellPreview, watchedPreview } from './tell-preview.ts'

/**
 * The walk's one table: what an event makes of a state. An event that does not belong to the state (an answer to a
 * question nobody asks any more, a second click) leaves it as it is: the very same object is returned.
 */
export function nextState(state: BookState, event: BookEvent): BookState {
  switch (event.type) {
    case 'preview-found':
      return state.stage === 'choosing' ? { stage: 'waiting', ticket: event.ticket } : state
    case 'order-found': {
      const { order, ticket } = event
      return state.stage === 'choosing' ? { stage: 'following', order, ...(ticket ? { ticket } : {}) } : state
    }
    case 'submitted':
      return state.stage === 'choosing' ? { stage: 'sending' } : state
    case 'accepted':
      return state.stage === 'sending' ? { stage: 'waiting', ticket: event.ticket } : state
    case 'not-accepted':
      return state.stage === 'sending' ? { stage: 'choosing', problem: event.problem } : state
    case 'preview-told':
      return tellPreview(state, event.preview)
    case 'preview-gone':
      return watchedPreview(state)?.id === event.id ? { stage: 'choosing', notice: 'gone' } : state
    case 'approve-pressed':
    case 'not-approved':
      return approval(state, event)
    case 'order-pressed':
    case 'ordered':
    case 'not-ordered':
      return checkout(state, event)
    case 'came-back':
      return backFromPaying(state)
    case 'order-told': {
      const isOurs = state.stage === 'following' && state.order.id === event.status.order_id
      return isOurs ? { ...state, status: event.status } : state
    }
    case 'order-gone': {
      const isOurs = state.stage === 'following' && state.order.id === event.id
      return isOurs ? { stage: 'choosing', notice: 'gone' } : state
    }
    case 'erased':
      return mayBeLeft(state) && state.stage !== 'choosing' ? { stage: 'choosing', notice: 'erased' } : state
    case 'start-again':
      return mayBeLeft(state) ? { stage: 'choosing' } : state
  }
}

/** From our own checkout there is an order to follow; from a shop's cart the preview will tell whether it was bought. */
function backFromPaying(state: BookState): BookState {
  if (state.stage === 'leaving') return { stage: 'following', order: state.order, ticket: state.ticket }
  if (state.stage !== 'ordering') return state
  return { stage: 'approved', ticket: state.ticket, preview: state.preview }
}

type Event<Type extends BookEvent['type']> = Extract<BookEvent, { type: Type }>

function approval(state: BookState, event: Event<'approve-pressed' | 'not-approved'>): BookState {
  if (state.stage !== 'ready') return state
  const { ticket, preview } = state
  if (event.type === 'not-approved') {
    return { stage: 'ready', approving: false, ticket, preview, problem: event.problem }
  }
  return state.approving ? state : { stage: 'ready', approving: true, ticket, preview }
}

function checkout(state: BookState, event: Event<'order-pressed' | 'ordered' | 'not-ordered'>): BookState {
  if (event.type === 'order-pressed') {
    if (state.stage !== 'approved') return state
    const { ticket, preview } = state
    return { stage: 'ordering', ticket, preview, quantity: event.quantity }
  }
  if (state.stage !== 'ordering') return state
  if (event.type === 'ordered') {
    return { stage: 'leaving', ticket: state.ticket, order: event.order, checkoutUrl: event.checkoutUrl }
  }
  const { ticket, preview } = state
  return { stage: 'approved', ticket, preview, problem: event.problem }
}

/** What is on its way to the server or to the checkout is not abandoned by a click. */
function mayBeLeft({ stage }: BookState): boolean {
  return stage !== 'sending' && stage !== 'ordering' && stage !== 'leaving'
}
