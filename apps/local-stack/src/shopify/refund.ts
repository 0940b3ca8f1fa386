import { gid, moneyBag, readGid, type Shop, type ShopifyState, type ShopOrder } from './shopify-state.ts'

type RefundLine = { lineItemId: string; quantity: number }

/** What Shopify would give back for these lines, and through which transaction. */
export function suggestedRefund(
  order: ShopOrder,
  { refundLineItems }: { refundLineItems?: RefundLine[] | null },
) {
  const amount = (refundLineItems ?? []).reduce((sum, { lineItemId, quantity }) => {
    const line = order.lines.find(({ id }) => gid('LineItem', id) === lineItemId)
    return line ? sum + Math.round((line.totalMinor * quantity) / line.quantity) : sum
  }, 0)
  const refunded = order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0)
  const paid = order.lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const left = Math.min(amount, paid - refunded)
  return {
    amountSet: moneyBag(left, order.currency),
    suggestedTransactions: [
      {
        amountSet: moneyBag(left, order.currency),
        gateway: 'bogus',
        kind: 'SUGGESTED_REFUND',
        parentTransaction: { id: gid('OrderTransaction', order.id), gateway: 'bogus' },
      },
    ],
  }
}

export function refundOrder(
  state: ShopifyState,
  shop: Shop,
  {
    input,
  }: {
    input: {
      orderId: string
      note?: string | null
      refundLineItems?: RefundLine[] | null
      transactions?: { amount: string }[] | null
    }
  },
) {
  const order = shop.orders.get(readGid('Order', input.orderId) ?? 0)
  if (!order) return { refund: null, userErrors: [{ field: ['orderId'], message: 'Order does not exist' }] }
  const paid = order.lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const before = order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0)
  const amount = (input.transactions ?? []).reduce(
    (sum, one) => sum + Math.round(Number(one.amount) * 100),
    0,
  )
  if (before + amount > paid) {
    const message = 'Refund amount is greater than the amount available'
    return { refund: null, userErrors: [{ field: ['transactions'], message }] }
  }
  for (const { lineItemId, quantity } of input.refundLineItems ?? []) {
    const line = order.lines.find(({ id }) => gid('LineItem', id) === lineItemId)
    if (!line || quantity > line.currentQuantity)
      return {
        refund: null,
        userErrors: [
          { field: ['refundLineItems'], message: 'Quantity cannot refund more items than were purchased' },
        ],
      }
    line.currentQuantity -= quantity
  }
  const refund = { id: state.nextId(), note: input.note ?? '', amountMinor: amount }
  order.refunds.push(refund)
  order.financialStatus = before + amount >= paid ? 'REFUNDED' : 'PARTIALLY_REFUNDED'
  order.updatedAt = new Date(state.now()).toISOString()
  return {
    refund: {
      id: gid('Refund', refund.id),
      note: refund.note,
      totalRefundedSet: moneyBag(amount, order.currency),
    },
    userErrors: [],
  }
}
