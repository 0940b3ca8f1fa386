import type { OrderStatus } from '@foxetales/shared-schemas/order'
import { jobState, type PreviewStatus } from '@foxetales/shared-schemas/preview'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { BookEvent, BookState, Problem, Ticket } from '../src/book/walk/book-state.ts'
import { nextState } from '../src/book/walk/next-state.ts'

const problem: Problem = { code: 'INTERNAL', requestId: 'req_1', details: {} }
const ticket = fc.constantFrom<Ticket>({ id: 'prv_a', token: 'ta' }, { id: 'prv_b', token: 'tb' })
const order = fc.constantFrom<Ticket>({ id: 'ord_a', token: 'ta' }, { id: 'ord_b', token: 'tb' })

function previewOf(id: string, state: PreviewStatus['state'], second: number): PreviewStatus {
  return {
    preview_id: id,
    state,
    book_id: 'lantern',
    language: 'en',
    pages: [],
    front: [],
    draft: true,
    photo_deleted: false,
    created_at: '2026-11-21T08:00:00.000Z',
    updated_at: `2026-11-21T08:00:0${second}.000Z`,
  }
}

function orderOf(id: string): OrderStatus {
  return {
    order_id: id,
    preview_id: 'prv_a',
    state: 'paid',
    quantity: 1,
    amount_minor: 4490,
    currency: 'USD',
    refunded_minor: 0,
    can_cancel: true,
    can_reorder: false,
    proof_ready: false,
    draft: true,
    pages_done: 0,
    pages_total: 36,
    pages: [],
    timeline: [],
    created_at: '2026-11-21T08:00:00.000Z',
    updated_at: '2026-11-21T08:00:00.000Z',
  }
}

const event: fc.Arbitrary<BookEvent> = fc.oneof(
  ticket.map((found) => ({ type: 'preview-found' as const, ticket: found })),
  order.map((found) => ({ type: 'order-found' as const, order: found })),
  fc.constant({ type: 'submitted' as const }),
  ticket.map((accepted) => ({ type: 'accepted' as const, ticket: accepted })),
  fc.constant({ type: 'not-accepted' as const, problem }),
  fc
    .tuple(ticket, fc.constantFrom(...jobState.options), fc.integer({ min: 0, max: 9 }))
    .map(([{ id }, state, second]) => ({
      type: 'preview-told' as const,
      preview: previewOf(id, state, second),
    })),
  ticket.map(({ id }) => ({ type: 'preview-gone' as const, id })),
  fc.constant({ type: 'approve-pressed' as const }),
  fc.constant({ type: 'not-approved' as const, problem }),
  fc.constant({ type: 'order-pressed' as const, quantity: 2 }),
  order.map((made) => ({ type: 'ordered' as const, order: made, checkoutUrl: 'https://pay.example/1' })),
  fc.constant({ type: 'not-ordered' as const, problem }),
  fc.constant({ type: 'came-back' as const }),
  order.map(({ id }) => ({ type: 'order-told' as const, status: orderOf(id) })),
  order.map(({ id }) => ({ type: 'order-gone' as const, id })),
  fc.constant({ type: 'erased' as const }),
  fc.constant({ type: 'start-again' as const }),
)

/** Every step of a random walk: what was, what happened, what became of it. */
function steps(events: readonly BookEvent[]): { was: BookState; event: BookEvent; is: BookState }[] {
  let state: BookState = { stage: 'choosing' }
  return events.map((happened) => {
    const was = state
    state = nextState(was, happened)
    return { was, event: happened, is: state }
  })
}

const walks = fc.array(event, { maxLength: 60 })

describe('a parent’s walk, whatever happens in whatever order', () => {
  test('shows only what was told of the preview it watches, and never older news', ({ expect }) => {
    fc.assert(
      fc.property(walks, (events) => {
        for (const { was, is } of steps(events)) {
          if (!('preview' in is) || !is.preview) continue
          expect(is.preview.preview_id).toBe(is.ticket.id)
          const before = 'preview' in was && was.ticket.id === is.ticket.id ? was.preview : undefined
          if (before && is.stage !== 'ordering') expect(is.preview.updated_at >= before.updated_at).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('orders only what the server called approved', ({ expect }) => {
    fc.assert(
      fc.property(walks, (events) => {
        for (const { is } of steps(events)) {
          if (is.stage === 'approved' || is.stage === 'ordering') expect(is.preview.state).toBe('approved')
          if (is.stage === 'ready') expect(is.preview.state).toBe('ready')
          if (is.stage === 'refused' || is.stage === 'failed') expect(is.preview.state).toBe(is.stage)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves a photo being sent, an order being made and the way to the checkout to their answers', ({
    expect,
  }) => {
    const answers: Record<string, readonly BookEvent['type'][]> = {
      sending: ['accepted', 'not-accepted'],
      // A shop’s cart that opens no page of its own answers with coming back.
      ordering: ['ordered', 'not-ordered', 'came-back'],
      leaving: ['came-back'],
    }
    fc.assert(
      fc.property(walks, (events) => {
        for (const { was, event: happened, is } of steps(events)) {
          const allowed = answers[was.stage]
          if (allowed && is !== was) expect(allowed).toContain(happened.type)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('returns the very same state when an event means nothing to it', ({ expect }) => {
    fc.assert(
      fc.property(walks, event, (events, last) => {
        const state = steps(events).at(-1)?.is ?? { stage: 'choosing' as const }
        const once = nextState(state, last)
        const isRepeatable = !['preview-told', 'order-told', 'start-again', 'not-approved'].includes(
          last.type,
        )
        if (isRepeatable) expect(nextState(once, last)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the walk of a happy parent', () => {
  test('goes from the form to the order, and keeps the preview’s ticket for deleting', ({ expect }) => {
    const mine = { id: 'prv_a', token: 'ta' }
    const path: BookEvent[] = [
      { type: 'submitted' },
      { type: 'accepted', ticket: mine },
      { type: 'preview-told', preview: previewOf('prv_a', 'checking_photo', 1) },
      { type: 'preview-told', preview: previewOf('prv_a', 'ready', 2) },
      { type: 'approve-pressed' },
      { type: 'preview-told', preview: previewOf('prv_a', 'approved', 3) },
      { type: 'order-pressed', quantity: 1 },
      { type: 'ordered', order: { id: 'ord_a', token: 'ta' }, checkoutUrl: 'https://pay.example/1' },
      { type: 'came-back' },
      { type: 'order-told', status: orderOf('ord_a') },
    ]
    expect(steps(path).map(({ is }) => is.stage)).toEqual([
      'sending',
      'waiting',
      'waiting',
      'ready',
      'ready',
      'approved',
      'ordering',
      'leaving',
      'following',
      'following',
    ])
    expect(steps(path).at(-1)?.is).toMatchObject({ ticket: mine, status: { state: 'paid' } })
  })

  test('takes the parent of an expired preview back to the form, and says why', ({ expect }) => {
    const waiting: BookState = { stage: 'waiting', ticket: { id: 'prv_a', token: 'ta' } }
    const told = nextState(waiting, { type: 'preview-told', preview: previewOf('prv_a', 'expired', 1) })
    expect(told).toEqual({ stage: 'choosing', notice: 'expired' })
  })
})
