import type { OrderStatus, TextCorrection } from '@foxetales/shared-schemas/order'
import type { PreviewRequest, PreviewStatus } from '@foxetales/shared-schemas/preview'
import { ApiProblem } from '../../api/call-api.ts'
import type { CustomerApi } from '../../api/customer-api.ts'
import type { BookEvent, BookState, Problem, Ticket } from './book-state.ts'
import { follow } from './follow.ts'
import type { KeptTickets } from './kept-tickets.ts'
import { nextState } from './next-state.ts'
import type { ShopCart } from './shop-cart.ts'
import { watchedPreview } from './tell-preview.ts'

export interface WalkNeeds {
  readonly api: CustomerApi
  /** Origin of the API, for its WebSockets. */
  readonly base: string
  readonly kept: KeptTickets
  /** A key that nobody else makes. */
  newKey(): string
  /** The cart of the shop whose page this is, where the book is paid there. */
  cart(): ShopCart | undefined
  /** Sends the browser to the checkout. */
  leave(url: string): void
  changed(): void
}

export interface Submission {
  readonly photo: Blob
  readonly request: PreviewRequest
}

/** One parent's walk: the state, and every call that belongs to it. */
export interface Walk {
  state(): BookState
  /** False while the server cannot be reached. */
  isConnected(): boolean
  /** The same submission twice (its answer was lost) is one preview. */
  submit(submission: Submission): Promise<void>
  redoPage(page: number): Promise<void>
  approve(): Promise<void>
  /** @param country where the book goes, as the shipping was told for; undefined where nobody knows */
  order(wish: { quantity: number; country?: string | undefined }, returnUrl: string): Promise<void>
  /** @throws ApiProblem when the words cannot be printed, or the book is being bound */
  correctText(correction: TextCorrection): Promise<void>
  /** @throws ApiProblem */
  releaseProof(): Promise<void>
  /** @throws ApiProblem once painting has begun */
  cancelOrder(): Promise<void>
  /** On to the checkout for more copies. @throws ApiProblem */
  reorder(quantity: number, returnUrl: string): Promise<void>
  /** @throws ApiProblem when it could not be deleted */
  erase(): Promise<void>
  startAgain(): void
  cameBack(): void
  close(): void
}

/** Opens the walk where this browser left it. */
export function openWalk(needs: WalkNeeds): Walk {
  const { api, kept } = needs
  let state: BookState = { stage: 'choosing' }
  let isConnected = true
  let watch: { readonly id: string; readonly stop: AbortController } | undefined
  let sent: { readonly submission: Submission; readonly key: string } | undefined
  /** Pages that new ones will replace: deleted when those have begun. */
  let replaced: Ticket | undefined

  function tell(event: BookEvent): void {
    const next = nextState(state, event)
    if (next === state) return
    const before = state
    state = next
    if (state.stage === 'following' && before.stage !== 'following') kept.keepOrder(state.order)
    if (state.stage === 'choosing') kept.keepPreview(undefined)
    followWhatCounts()
    needs.changed()
  }

  function followWhatCounts(): void {
    const target = state.stage === 'following' ? state.order : watchedPreview(state)
    if (target?.id === watch?.id) return
    watch?.stop.abort()
    watch = undefined
    isConnected = true
    if (!target) return
    watch = { id: target.id, stop: new AbortController() }
    const { signal } = watch.stop
    const following =
      state.stage === 'following' ? followOrder(target, signal) : followPreview(target, signal)
    following.catch(reportError)
  }

  const liveUrl = (kind: 'preview' | 'orders', { id, token }: Ticket) => {
    const url = new URL(`/api/${kind}/${id}/live`, needs.base)
    url.searchParams.set('token', token)
    return url
  }

  const connected = (now: boolean) => {
    if (now === isConnected) return
    isConnected = now
    needs.changed()
  }

  function followPreview(ticket: Ticket, signal: AbortSignal): Promise<void> {
    return follow<PreviewStatus>({
      read: (stop) => api.preview(ticket.id, ticket.token, stop),
      liveUrl: liveUrl('preview', ticket),
      told: (preview) => tell({ type: 'preview-told', preview }),
      gone: () => tell({ type: 'preview-gone', id: ticket.id }),
      connected,
      signal,
    })
  }

  function followOrder(ticket: Ticket, signal: AbortSignal): Promise<void> {
    return follow<OrderStatus>({
      read: (stop) => api.orderStatus(ticket.id, ticket.token, stop),
      liveUrl: liveUrl('orders', ticket),
      told: (status) => tell({ type: 'order-told', status }),
      gone: () => {
        kept.keepOrder(undefined)
        tell({ type: 'order-gone', id: ticket.id })
      },
      connected,
      signal,
    })
  }

  async function eraseReplaced(): Promise<void> {
    const ticket = replaced
    replaced = undefined
    if (!ticket) return
    try {
      await api.erase(ticket.id, ticket.token)
    } catch (fault) {
      // Nobody waits for this one; what is left is deleted with its 72 hours.
      if (!(fault instanceof ApiProblem)) throw fault
    }
  }

  /** The shop's own pages take over; the preview says when it was bought there. */
  async function buyInShop(cart: ShopCart, previewId: string, quantity: number): Promise<void> {
    const next = await cart.add(previewId, quantity)
    if (next) needs.leave(new URL(next, location.href).href)
    else tell({ type: 'came-back' })
  }

  const [order, preview] = [kept.order(), kept.preview()]
  if (order) tell({ type: 'order-found', order, ...(preview ? { ticket: preview } : {}) })
  else if (preview) tell({ type: 'preview-found', ticket: preview })

  return {
    state: () => state,
    isConnected: () => isConnected,

    async submit(submission) {
      if (state.stage !== 'choosing') return
      if (sent?.submission !== submission) sent = { submission, key: needs.newKey() }
      tell({ type: 'submitted' })
      try {
        const { photo, request } = submission
        const ticket = await needs.cart()?.ticket()
        const asked = ticket ? { ...request, shop_ticket: ticket } : request
        const { preview_id: id, token } = await api.requestPreview(photo, asked, sent.key)
        kept.keepPreview({ id, token })
        tell({ type: 'accepted', ticket: { id, token } })
        sent = undefined
        await eraseReplaced()
      } catch (fault) {
        tell({ type: 'not-accepted', problem: problemOf(fault) })
      }
    },

    async redoPage(page) {
      if (state.stage !== 'ready' || state.approving) return
      const { id, token } = state.ticket
      try {
        tell({ type: 'preview-told', preview: await api.redoPage(id, page, token) })
      } catch (fault) {
        tell({ type: 'not-approved', problem: problemOf(fault) })
      }
    },

    async approve() {
      if (state.stage !== 'ready' || state.approving) return
      const { id, token } = state.ticket
      tell({ type: 'approve-pressed' })
      try {
        tell({ type: 'preview-told', preview: await api.approve(id, token) })
      } catch (fault) {
        tell({ type: 'not-approved', problem: problemOf(fault) })
      }
    },

    async order({ quantity, country }, returnUrl) {
      if (state.stage !== 'approved') return
      const { id, token } = state.ticket
      tell({ type: 'order-pressed', quantity })
      try {
        const cart = needs.cart()
        if (cart) return await buyInShop(cart, id, quantity)
        const to = country ? { country } : {}
        const request = { preview_id: id, quantity, ...to, return_url: returnUrl }
        // The key says what is wanted: pressed again after a lost answer, it is the same order.
        const created = await api.order(request, token, `order-${id}-${quantity}-${country ?? ''}`)
        const ticket = { id: created.order_id, token: created.token }
        kept.keepOrder(ticket)
        tell({ type: 'ordered', order: ticket, checkoutUrl: created.checkout_url })
        needs.leave(created.checkout_url)
      } catch (fault) {
        tell({ type: 'not-ordered', problem: problemOf(fault) })
      }
    },

    async correctText(correction) {
      if (state.stage !== 'following') return
      const { id, token } = state.order
      tell({ type: 'order-told', status: await api.correctText(id, token, correction) })
    },

    async releaseProof() {
      if (state.stage !== 'following') return
      const { id, token } = state.order
      tell({ type: 'order-told', status: await api.releaseProof(id, token) })
    },

    async cancelOrder() {
      if (state.stage !== 'following') return
      const { id, token } = state.order
      tell({ type: 'order-told', status: await api.cancelOrder(id, token) })
    },

    async reorder(quantity, returnUrl) {
      if (state.stage !== 'following') return
      const { id, token } = state.order
      // One key a click: who comes back from the checkout and asks once more wants once more.
      const created = await api.reorder(id, { quantity, return_url: returnUrl }, token, needs.newKey())
      kept.keepOrder({ id: created.order_id, token: created.token })
      needs.leave(created.checkout_url)
    },

    async erase() {
      const ticket = 'ticket' in state ? state.ticket : undefined
      if (!ticket) return
      await api.erase(ticket.id, ticket.token)
      kept.keepOrder(undefined)
      tell({ type: 'erased' })
    },

    startAgain() {
      replaced = watchedPreview(state)
      kept.keepOrder(undefined)
      tell({ type: 'start-again' })
    },

    cameBack: () => tell({ type: 'came-back' }),
    close: () => watch?.stop.abort(),
  }
}

function problemOf(fault: unknown): Problem {
  if (fault instanceof ApiProblem) {
    const { code, requestId, details } = fault
    return { code, requestId, details }
  }
  // A fault of this program: told to the page's own error handling, and to the parent as ours.
  reportError(fault)
  return { code: 'INTERNAL', requestId: '', details: {} }
}
