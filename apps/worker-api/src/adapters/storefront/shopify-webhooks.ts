import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { ShopEvent, ShopKey } from '../../ports/storefront.ts'
import { callShopify, type GraphqlAccess, userErrors } from './shopify-graphql.ts'
import { readShop, verifyWebhook } from './shopify-signatures.ts'

/**
 * What we ask a shop to tell us of. The three about privacy (`customers/data_request`, `customers/redact`, `shop/redact`)
 * are not subscribed to: they stand in the app's own configuration.
 */
const topics = [
  'ORDERS_PAID',
  'ORDERS_CANCELLED',
  'ORDERS_EDITED',
  'REFUNDS_CREATE',
  'APP_UNINSTALLED',
] as const

const orderBody = z.object({ admin_graphql_api_id: z.string().startsWith('gid://shopify/Order/') })
const editBody = z.object({ order_edit: z.object({ order_id: z.int() }) })
const refundBody = z.object({ order_id: z.int() })
const dataRequestBody = z.object({ orders_requested: z.array(z.int()) })
const redactBody = z.object({ orders_to_redact: z.array(z.int()) })

/**
 * Reads both kinds of headers: the `X-Shopify-…` of webhooks and the newer ones of events, which have no `X-`.
 * https://shopify.dev/docs/api/webhooks
 */
export async function parseWebhook(
  { rawBody, headers }: { rawBody: string; headers: Headers },
  secret: string,
): Promise<ShopEvent> {
  const header = (name: string) => headers.get(`x-shopify-${name}`) ?? headers.get(`shopify-${name}`)
  await verifyWebhook(rawBody, header('hmac-sha256'), secret)
  const shop = readShop(header('shop-domain'))
  const topic = header('topic')
  const eventId = header('event-id') ?? header('webhook-id')
  if (!topic || !eventId) throw new AppError('SIGNATURE_INVALID')
  try {
    // One event of the shop is told under every topic that it belongs to.
    return { shop, eventId: `${topic}:${eventId}`, topic, look: lookAt(topic, JSON.parse(rawBody)) }
  } catch {
    throw new AppError('SIGNATURE_INVALID')
  }
}

function lookAt(topic: string, body: unknown): ShopEvent['look'] {
  switch (topic) {
    case 'orders/paid':
    case 'orders/cancelled':
      return { at: 'order', orderId: orderBody.parse(body).admin_graphql_api_id }
    case 'orders/edited':
      return { at: 'order', orderId: orderGid(editBody.parse(body).order_edit.order_id) }
    case 'refunds/create':
      return { at: 'order', orderId: orderGid(refundBody.parse(body).order_id) }
    case 'app/uninstalled':
      return { at: 'uninstalled' }
    case 'customers/data_request':
      return { at: 'data_request', orderIds: dataRequestBody.parse(body).orders_requested.map(orderGid) }
    case 'customers/redact':
      return { at: 'redact_customer', orderIds: redactBody.parse(body).orders_to_redact.map(orderGid) }
    case 'shop/redact':
      return { at: 'redact_shop' }
    default:
      return { at: 'nothing' }
  }
}

function orderGid(id: number): string {
  return `gid://shopify/Order/${id}`
}

const subscriptions = z.object({
  webhookSubscriptions: z.object({ nodes: z.array(z.object({ topic: z.string(), uri: z.string() })) }),
})
const created = z.object({ webhookSubscriptionCreate: z.object({ userErrors }) })

/** Shopify drops a subscription that fails for hours, without a word: so they are looked after, not made once. */
export async function subscribe(access: GraphqlAccess, key: ShopKey, uri: string): Promise<string[]> {
  const query = 'query { webhookSubscriptions(first: 100) { nodes { topic uri } } }'
  const { webhookSubscriptions } = await callShopify(access, key, query, {}, subscriptions)
  const known = new Set(
    webhookSubscriptions.nodes.filter((node) => node.uri === uri).map((node) => node.topic),
  )
  const missing = topics.filter((topic) => !known.has(topic))
  const mutation = `mutation Subscribe($topic: WebhookSubscriptionTopic!, $webhook: WebhookSubscriptionInput!) {
    webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhook) { userErrors { field message } }
  }`
  for (const topic of missing) {
    const variables = { topic, webhook: { uri, format: 'JSON' } }
    const { webhookSubscriptionCreate: said } = await callShopify(access, key, mutation, variables, created)
    if (said.userErrors.length > 0) throw new AppError('STOREFRONT_REFUSED', { topic })
  }
  return missing
}
