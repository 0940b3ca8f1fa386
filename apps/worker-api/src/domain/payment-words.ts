/** Who takes money for books. A new one is one adapter, one line here, in compose and in the contract test. */
export type PaymentSource = 'stripe' | 'shopify'

/** `pending`: the money is on its way back. */
export type RefundStatus = 'pending' | 'succeeded' | 'failed' | 'cancelled'
