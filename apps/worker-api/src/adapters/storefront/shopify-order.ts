import * as z from 'zod'
import { type ShipTo, shipTo } from '../../domain/ship-to.ts'
import type { ShopKey, ShopLine, ShopOrder } from '../../ports/storefront.ts'
import { callShopify, type GraphqlAccess } from './shopify-graphql.ts'
import { minorOf, money } from './shopify-money.ts'

/** More books than this in one order are ordered by telephone. */
const linesRead = 50
const previewProperty = '_preview_id'

const node = z.object({
  id: z.string(),
  name: z.string(),
  test: z.boolean(),
  cancelledAt: z.string().nullable(),
  displayFinancialStatus: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  customerLocale: z.string().nullable(),
  totalRefundedSet: money,
  shippingAddress: z
    .object({
      name: z.string().nullable(),
      address1: z.string().nullable(),
      address2: z.string().nullable(),
      city: z.string().nullable(),
      provinceCode: z.string().nullable(),
      zip: z.string().nullable(),
      countryCodeV2: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  lineItems: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        sku: z.string().nullable(),
        currentQuantity: z.int(),
        discountedTotalSet: money,
        customAttributes: z.array(z.object({ key: z.string(), value: z.string().nullable() })),
      }),
    ),
  }),
})
const found = z.object({ order: node.nullable() })

const orderQuery = `query Order($id: ID!) {
  order(id: $id) {
    id name test cancelledAt displayFinancialStatus email phone customerLocale
    totalRefundedSet { shopMoney { amount currencyCode } }
    shippingAddress { name address1 address2 city provinceCode zip countryCodeV2 phone }
    lineItems(first: ${linesRead}) {
      nodes {
        id sku currentQuantity
        discountedTotalSet { shopMoney { amount currencyCode } }
        customAttributes { key value }
      }
    }
  }
}`

/** https://shopify.dev/docs/api/admin-graphql/latest/queries/order */
export async function readOrder(
  access: GraphqlAccess,
  key: ShopKey,
  orderId: string,
): Promise<ShopOrder | undefined> {
  const { order } = await callShopify(access, key, orderQuery, { id: orderId }, found)
  if (!order) return undefined
  const address = addressOf(order)
  return {
    shop: key.shop,
    orderId: order.id,
    name: order.name,
    isTest: order.test,
    money: moneyOf(order.displayFinancialStatus),
    isCancelled: order.cancelledAt !== null,
    currency: order.totalRefundedSet.shopMoney.currencyCode,
    refundedMinor: minorOf(order.totalRefundedSet),
    ...(order.email ? { email: order.email } : {}),
    ...(address ? { shipTo: address } : {}),
    language: order.customerLocale?.toLowerCase().startsWith('vi') ? 'vi' : 'en',
    lines: order.lineItems.nodes.map(lineOf),
  }
}

function lineOf(line: z.infer<typeof node>['lineItems']['nodes'][number]): ShopLine {
  const previewId = line.customAttributes.find(({ key }) => key === previewProperty)?.value
  return {
    lineId: line.id,
    ...(previewId ? { previewId } : {}),
    sku: line.sku ?? '',
    quantity: line.currentQuantity,
    totalMinor: minorOf(line.discountedTotalSet),
  }
}

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFinancialStatus */
function moneyOf(status: string | null): ShopOrder['money'] {
  if (status === 'PAID' || status === 'PARTIALLY_REFUNDED') return 'here'
  return status === 'REFUNDED' ? 'all_back' : 'none'
}

function addressOf({ shippingAddress, phone }: z.infer<typeof node>): ShipTo | undefined {
  if (!shippingAddress) return undefined
  const { name, address1, address2, city, provinceCode, zip, countryCodeV2 } = shippingAddress
  const given = {
    name,
    line1: address1,
    line2: address2 || undefined,
    city,
    region: provinceCode || undefined,
    postcode: zip || undefined,
    country: countryCodeV2,
    phone: shippingAddress.phone || phone || undefined,
  }
  const parsed = shipTo.safeParse(given)
  return parsed.success ? parsed.data : undefined
}

const changed = z.object({
  orders: z.object({
    nodes: z.array(z.object({ id: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})
const changedQuery = `query Changed($query: String!, $after: String) {
  orders(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes { id }
    pageInfo { hasNextPage endCursor }
  }
}`

export async function* changedOrders(
  access: GraphqlAccess,
  key: ShopKey,
  since: number,
): AsyncIterable<string> {
  let after: string | null = null
  do {
    const variables: Record<string, unknown> = {
      query: `updated_at:>='${new Date(since).toISOString()}'`,
      after,
    }
    const { orders } = await callShopify(access, key, changedQuery, variables, changed)
    for (const { id } of orders.nodes) yield id
    after = orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null
  } while (after !== null)
}
