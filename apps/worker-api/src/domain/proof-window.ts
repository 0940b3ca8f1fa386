import type { OrderState } from '@foxetales/shared-schemas/order'

/** The book can still be set anew: nothing of it is bound. */
export const correctableOrders: readonly OrderState[] = ['paid', 'rendering', 'review', 'approved']

/** What an order's row says of its proof: unix ms, or null where the shop gives no time to correct. */
type Proof = { readonly proof_until: number | null }

/** While the proof is open, the customer may correct the words or let the book go; it is not bound before. */
export function isProofOpen(order: Proof, now: number): boolean {
  return order.proof_until !== null && order.proof_until > now
}

export function mayCorrect(order: Proof & { readonly state: OrderState }, now: number): boolean {
  return isProofOpen(order, now) && correctableOrders.includes(order.state)
}
