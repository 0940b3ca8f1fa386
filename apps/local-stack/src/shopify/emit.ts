import { decimal, gid, type Shop, type ShopifyState, type ShopOrder } from './shopify-state.ts'
import { signWebhook } from './sign.ts'

const topicNames: Readonly<Record<string, string>> = {
  'orders/paid': 'ORDERS_PAID',
  'orders/cancelled': 'ORDERS_CANCELLED',
  'orders/edited': 'ORDERS_EDITED',
  'refunds/create': 'REFUNDS_CREATE',
  'app/uninstalled': 'APP_UNINSTALLED',
}

/** A signed webhook as Shopify would send it, for every address that listens for its topic. */
export async function webhooksFor(
  state: ShopifyState,
  shop: Shop,
  topic: string,
  body: object,
  eventId: string = crypto.randomUUID(),
): Promise<Request[]> {
  const isPrivacy = topic.startsWith('customers/') || topic === 'shop/redact'
  const urls = isPrivacy
    ? [state.privacyUrl]
    : shop.subscriptions.filter((known) => known.topic === topicNames[topic]).map(({ uri }) => uri)
  const text = JSON.stringify(body)
  const signature = await signWebhook(state.secret, text)
  return urls.map(
    (url) =>
      new Request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-shopify-topic': topic,
          'x-shopify-shop-domain': shop.domain,
          'x-shopify-hmac-sha256': signature,
          'x-shopify-api-version': '2026-10',
          'x-shopify-webhook-id': crypto.randomUUID(),
          'x-shopify-event-id': eventId,
          'x-shopify-triggered-at': new Date(state.now()).toISOString(),
        },
        body: text,
      }),
  )
}

/** The body of `orders/paid` and `orders/cancelled`, as far as anybody here reads it. */
export function orderBody(order: ShopOrder): object {
  return {
    id: order.id,
    admin_graphql_api_id: gid('Order', order.id),
    name: order.name,
    email: order.email,
    test: order.test,
    currency: order.currency,
    financial_status: order.financialStatus.toLowerCase(),
    cancelled_at: order.cancelledAt,
    updated_at: order.updatedAt,
    line_items: order.lines.map((line) => ({
      id: line.id,
      sku: line.sku,
      quantity: line.quantity,
      price: decimal(line.totalMinor / line.quantity),
      properties: line.properties.map(({ key, value }) => ({ name: key, value })),
    })),
  }
}
