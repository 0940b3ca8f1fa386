import { fulfillOrder, holdOrder, releaseOrder } from './fulfillment.ts'
import { refundOrder, suggestedRefund } from './refund.ts'
import {
  type FulfillmentOrder,
  gid,
  type Line,
  moneyBag,
  readGid,
  type Shop,
  type ShopifyState,
  type ShopOrder,
} from './shopify-state.ts'

const pageSize = 100

/** What the schema's Query and Mutation answer for one shop. */
export function adminResolvers(state: ShopifyState, shop: Shop) {
  return {
    order: ({ id }: { id: string }) => {
      const order = shop.orders.get(readGid('Order', id) ?? 0)
      return order ? orderFields(order) : null
    },

    orders: ({ first, after, query }: { first?: number; after?: string | null; query?: string }) => {
      const since = /updated_at:>='([^']+)'/.exec(query ?? '')?.[1] ?? ''
      const all = [...shop.orders.values()]
        .filter((order) => order.updatedAt >= since)
        .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt))
      const from = after ? Number(after) : 0
      const to = from + Math.min(first ?? pageSize, pageSize)
      return {
        nodes: all.slice(from, to).map(orderFields),
        pageInfo: { hasNextPage: to < all.length, endCursor: String(to) },
      }
    },

    webhookSubscriptions: () => ({
      nodes: shop.subscriptions.map(({ topic, uri }, index) => ({
        id: gid('WebhookSubscription', index + 1),
        topic,
        uri,
      })),
    }),

    webhookSubscriptionCreate({
      topic,
      webhookSubscription,
    }: {
      topic: string
      webhookSubscription: { uri?: string }
    }) {
      const uri = webhookSubscription.uri ?? ''
      if (shop.subscriptions.some((known) => known.topic === topic && known.uri === uri)) {
        const message = 'Address for this topic has already been taken'
        return { webhookSubscription: null, userErrors: [{ field: ['webhookSubscription', 'uri'], message }] }
      }
      shop.subscriptions = [...shop.subscriptions, { topic, uri }]
      const id = gid('WebhookSubscription', shop.subscriptions.length)
      return { webhookSubscription: { id, topic, uri }, userErrors: [] }
    },

    fulfillmentOrderHold: (input: Parameters<typeof holdOrder>[2]) => holdOrder(state, shop, input),
    fulfillmentOrderReleaseHold: (input: Parameters<typeof releaseOrder>[1]) => releaseOrder(shop, input),
    fulfillmentCreate: (input: Parameters<typeof fulfillOrder>[2]) => fulfillOrder(state, shop, input),
    refundCreate: (input: Parameters<typeof refundOrder>[2]) => refundOrder(state, shop, input),
  }
}

function orderFields(order: ShopOrder) {
  const total = order.lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const refunded = order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0)
  return {
    id: gid('Order', order.id),
    currencyCode: order.currency,
    name: order.name,
    test: order.test,
    cancelledAt: order.cancelledAt,
    displayFinancialStatus: order.financialStatus,
    email: order.email,
    phone: null,
    customerLocale: order.locale,
    updatedAt: order.updatedAt,
    totalRefundedSet: moneyBag(refunded, order.currency),
    totalPriceSet: moneyBag(total, order.currency),
    totalReceivedSet: moneyBag(order.financialStatus === 'PENDING' ? 0 : total, order.currency),
    shippingAddress: order.address,
    lineItems: () => ({
      nodes: order.lines.map((line) => lineFields(line, order.currency)),
      pageInfo: { hasNextPage: false, endCursor: null },
    }),
    fulfillmentOrders: () => ({
      nodes: order.fulfillmentOrders.map((part) => fulfillmentFields(part, order)),
    }),
    refunds: () =>
      order.refunds.map(({ id, note, amountMinor }) => ({
        id: gid('Refund', id),
        note,
        totalRefundedSet: moneyBag(amountMinor, order.currency),
      })),
    suggestedRefund: (input: Parameters<typeof suggestedRefund>[1]) => suggestedRefund(order, input),
  }
}

function lineFields(line: Line, currency: string) {
  return {
    id: gid('LineItem', line.id),
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    discountedTotalSet: moneyBag(line.totalMinor, currency),
    customAttributes: line.properties,
  }
}

function fulfillmentFields(part: FulfillmentOrder, order: ShopOrder) {
  return {
    id: gid('FulfillmentOrder', part.id),
    status: part.status,
    fulfillmentHolds: part.holds.map(({ id, handle }) => ({
      id: gid('FulfillmentHold', id),
      handle,
      reason: 'OTHER',
    })),
    lineItems: () => ({
      nodes: part.parts.flatMap(({ id, lineId, remainingQuantity }) => {
        const line = order.lines.find((candidate) => candidate.id === lineId)
        if (!line) return []
        const lineItem = lineFields(line, order.currency)
        return [
          {
            id: gid('FulfillmentOrderLineItem', id),
            remainingQuantity,
            totalQuantity: line.quantity,
            lineItem,
          },
        ]
      }),
    }),
  }
}
