import type Stripe from 'stripe'
import { byThemselves, type Cause, emitEvent } from './emit-event.ts'
import { showSession } from './show-session.ts'
import { badParameter } from './stripe-error.ts'
import { type SessionRecord, type StripeState, seconds } from './stripe-state.ts'

/** Ends an open session before its time. @throws StripeApiError 400 when it is not open */
export function expireSession(state: StripeState, record: SessionRecord, cause: Cause): SessionRecord {
  const { status } = record.session
  if (status !== 'open') {
    const words = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${status}.`
    throw badParameter('session', words)
  }
  const session: Stripe.Checkout.Session = { ...record.session, status: 'expired' }
  const expired = { ...record, session }
  state.sessions.put(session.id, expired)
  state.openUntil.delete(session.id)
  emitEvent(state, 'checkout.session.expired', showSession(state, expired), cause)
  return expired
}

/** Ends the sessions whose time is over. */
export function expireDueSessions(state: StripeState): void {
  const now = seconds(state)
  for (const [id, endsAt] of state.openUntil) {
    const record = endsAt <= now ? state.sessions.get(id) : undefined
    if (record?.session.status === 'open') {
      state.store.transaction(() => expireSession(state, record, byThemselves))
    }
  }
}
