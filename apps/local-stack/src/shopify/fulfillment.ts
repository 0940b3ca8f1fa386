import {
  type FulfillmentOrder,
  gid,
  readGid,
  type Shop,
  type ShopifyState,
  type ShopOrder,
} from './shopify-state.ts'

type Part = { id: string; quantity: number }

const error = (field: string[], message: string) => ({ userErrors: [{ field, message }] })

function find(shop: Shop, id: string): { order: ShopOrder; part: FulfillmentOrder } | undefined {
  const number = readGid('FulfillmentOrder', id)
  for (const order of shop.orders.values()) {
    const part = order.fulfillmentOrders.find((candidate) => candidate.id === number)
    if (part) return { order, part }
  }
  return undefined
}

/** Holding some of the lines splits a fulfilment order in two, as Shopify does. */
export function holdOrder(
  state: ShopifyState,
  shop: Shop,
  {
    id,
    fulfillmentHold,
  }: {
    id: string
    fulfillmentHold: { handle?: string | null; fulfillmentOrderLineItems?: Part[] }
  },
) {
  const found = find(shop, id)
  if (!found) return error(['id'], 'Fulfillment order does not exist.')
  const { order, part } = found
  if (part.status === 'CLOSED') return error(['id'], 'The fulfillment order is not in a holdable state.')
  const handle = fulfillmentHold.handle ?? null
  if (part.holds.some((hold) => hold.handle === handle))
    return error(['fulfillmentHold', 'handle'], 'The handle is already in use on this fulfillment order.')
  const asked = fulfillmentHold.fulfillmentOrderLineItems ?? []
  const isAsked = (partId: number) =>
    asked.length === 0 || asked.some((line) => readGid('FulfillmentOrderLineItem', line.id) === partId)
  const rest = part.parts.filter((line) => !isAsked(line.id))
  if (rest.length > 0) {
    part.parts.splice(0, part.parts.length, ...part.parts.filter((line) => isAsked(line.id)))
    order.fulfillmentOrders.push({ id: state.nextId(), status: 'OPEN', holds: [], parts: rest })
  }
  part.holds.push({ id: state.nextId(), handle })
  part.status = 'ON_HOLD'
  return { fulfillmentOrder: null, userErrors: [] }
}

export function releaseOrder(shop: Shop, { id, holdIds }: { id: string; holdIds?: string[] | null }) {
  const found = find(shop, id)
  if (!found) return error(['id'], 'Fulfillment order does not exist.')
  const { part } = found
  part.holds = holdIds ? part.holds.filter((hold) => !holdIds.includes(gid('FulfillmentHold', hold.id))) : []
  if (part.holds.length === 0 && part.status === 'ON_HOLD') part.status = 'OPEN'
  return { fulfillmentOrder: null, userErrors: [] }
}

export function fulfillOrder(
  state: ShopifyState,
  shop: Shop,
  {
    fulfillment,
  }: {
    fulfillment: {
      lineItemsByFulfillmentOrder: {
        fulfillmentOrderId: string
        fulfillmentOrderLineItems?: Part[] | null
      }[]
      notifyCustomer?: boolean
      trackingInfo?: { company?: string | null; number?: string | null }
    }
  },
) {
  for (const {
    fulfillmentOrderId,
    fulfillmentOrderLineItems: asked,
  } of fulfillment.lineItemsByFulfillmentOrder) {
    const found = find(shop, fulfillmentOrderId)
    const field = ['fulfillment', 'lineItemsByFulfillmentOrder']
    if (!found) return error(field, 'Fulfillment order does not exist.')
    const { order, part } = found
    if (part.status !== 'OPEN')
      return error(
        field,
        `Fulfillment order ${part.id} has an unfulfillable status= ${part.status.toLowerCase()}.`,
      )
    for (const line of part.parts) {
      const wanted = asked?.find((one) => readGid('FulfillmentOrderLineItem', one.id) === line.id)
      const quantity = asked ? (wanted?.quantity ?? 0) : line.remainingQuantity
      if (quantity > line.remainingQuantity)
        return error(field, 'Invalid fulfillment order line item quantity requested.')
      line.remainingQuantity -= quantity
    }
    if (part.parts.every((line) => line.remainingQuantity === 0)) part.status = 'CLOSED'
    order.fulfillments.push({
      company: fulfillment.trackingInfo?.company ?? '',
      number: fulfillment.trackingInfo?.number ?? '',
      notified: fulfillment.notifyCustomer === true,
    })
    order.updatedAt = new Date(state.now()).toISOString()
  }
  return { fulfillment: { id: gid('Fulfillment', state.nextId()) }, userErrors: [] }
}
