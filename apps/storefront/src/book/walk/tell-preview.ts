import type { PreviewStatus } from '@foxetales/shared-schemas/preview'
import type { BookState, Ticket } from './book-state.ts'

/** The preview whose news the state wants to hear, if any. */
export function watchedPreview(state: BookState): Ticket | undefined {
  switch (state.stage) {
    case 'waiting':
    case 'refused':
    case 'failed':
    case 'ready':
    case 'approved':
      return state.ticket
    default:
      return undefined
  }
}

/** What the server says of a preview. News of another preview, and older news than the state knows, change nothing. */
export function tellPreview(state: BookState, preview: PreviewStatus): BookState {
  const ticket = watchedPreview(state)
  if (ticket?.id !== preview.preview_id) return state
  const known = 'preview' in state ? state.preview : undefined
  // Both are the server's own ISO times in UTC, so they compare as text.
  if (known && known.updated_at > preview.updated_at) return state
  if (preview.order) {
    const { order_id: id, token } = preview.order
    return { stage: 'following', order: { id, token }, ticket }
  }
  switch (preview.state) {
    case 'received':
    case 'checking_photo':
    case 'rendering':
      return { stage: 'waiting', ticket, preview }
    case 'refused':
    case 'failed':
      return { stage: preview.state, ticket, preview }
    case 'ready':
      if (state.stage === 'ready') return { ...state, preview }
      return { stage: 'ready', approving: false, ticket, preview }
    case 'approved':
      return state.stage === 'approved' ? { ...state, preview } : { stage: 'approved', ticket, preview }
    case 'expired':
      return { stage: 'choosing', notice: 'expired' }
  }
}
