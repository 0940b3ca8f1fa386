import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { Payment, RefundFacts } from '../../ports/payment.ts'
import type { ShopKey } from '../../ports/storefront.ts'
import { callShopify, type GraphqlAccess, userErrors } from '../storefront/shopify-graphql.ts'
import { decimalOf, minorOf, money } from '../storefront/shopify-money.ts'

export type ShopifyPaymentOptions = GraphqlAccess & {
  /** The key to a shop's admin; undefined where the app is not installed any more. */
  readonly keyOf: (shop: string) => Promise<ShopKey | undefined>
}

const refundNode = z.object({ id: z.string(), note: z.string().nullable(), totalRefundedSet: money })
const found = z.object({
  order: z
    .object({
      currencyCode: z.string(),
      refunds: z.array(refundNode),
      suggestedRefund: z
        .object({
          suggestedTransactions: z.array(
            z.object({
              gateway: z.string().nullable(),
              parentTransaction: z.object({ id: z.string() }).nullable(),
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
})
const query = `query Refunds($id: ID!, $lines: [RefundLineItemInput!]) {
  order(id: $id) {
    currencyCode
    refunds(first: 100) { id note totalRefundedSet { shopMoney { amount currencyCode } } }
    suggestedRefund(refundLineItems: $lines) {
      suggestedTransactions { gateway parentTransaction { id } }
    }
  }
}`
const mutation = `mutation Refund($input: RefundInput!) {
  refundCreate(input: $input) {
    refund { id note totalRefundedSet { shopMoney { amount currencyCode } } }
    userErrors { field message }
  }
}`
const created = z.object({ refundCreate: z.object({ refund: refundNode.nullable(), userErrors }) })

/**
 * Money that a shop took in its own checkout. A payment's name is `<shop> <order gid> <line gid>`: one line is one order of
 * ours. Our refund's id goes into the refund's note, by which one that was made and never answered is found again.
 */
export function shopifyPayment(options: ShopifyPaymentOptions): Payment {
  async function read(paymentRef: string) {
    const [shop = '', orderId = '', lineId = ''] = paymentRef.split(' ')
    const key = await options.keyOf(shop)
    if (!key)
      throw new AppError('PAYMENT_REFUSED', { reason: 'the shop has removed the app: refund it there' })
    const lines = [{ lineItemId: lineId, quantity: 1 }]
    const { order } = await asPayment(() => callShopify(options, key, query, { id: orderId, lines }, found))
    if (!order) throw new AppError('PAYMENT_REFUSED', { reason: 'the shop does not know the order' })
    return { key, orderId, order }
  }

  return {
    name: 'shopify',

    async readPayment(paymentRef) {
      const { order } = await read(paymentRef)
      // Refunds made in the shop's own admin are told by the order itself (flows/follow-shop-order.ts): which of them were
      // for this line, Shopify does not say.
      const ours = order.refunds.filter(({ note }) => note?.startsWith('rfd_'))
      return { paymentRef, refunds: ours.map(factsOf), doubted: false }
    },

    async refund({ refundId, paymentRef, amountMinor }) {
      const { key, orderId, order } = await read(paymentRef)
      const known = order.refunds.find(({ note }) => note === refundId)
      if (known) return factsOf(known)
      const [through] = order.suggestedRefund?.suggestedTransactions ?? []
      if (!through?.parentTransaction || !through.gateway)
        throw new AppError('PAYMENT_REFUSED', { reason: 'nothing is left to give back' })
      const transaction = {
        orderId,
        parentId: through.parentTransaction.id,
        gateway: through.gateway,
        kind: 'REFUND',
        amount: decimalOf(amountMinor, order.currencyCode),
      }
      const input = { orderId, note: refundId, notify: true, transactions: [transaction] }
      const { refundCreate: said } = await asPayment(() =>
        callShopify(options, key, mutation, { input }, created),
      )
      if (!said.refund)
        throw new AppError('PAYMENT_REFUSED', {
          fields: said.userErrors.map(({ field }) => field?.join('.') ?? ''),
        })
      return factsOf(said.refund)
    },
  }
}

function factsOf(refund: z.infer<typeof refundNode>): RefundFacts {
  return {
    refundId: refund.id,
    ...(refund.note?.startsWith('rfd_') ? { ourId: refund.note } : {}),
    status: 'succeeded',
    amountMinor: minorOf(refund.totalRefundedSet),
  }
}

/** To whoever gives money back, the shop is a payment service like any other. */
async function asPayment<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    const code = fault.retryable ? 'PAYMENT_UNAVAILABLE' : 'PAYMENT_REFUSED'
    throw new AppError(code, fault.details, fault)
  }
}
