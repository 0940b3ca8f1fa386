import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { ShopKey, ShopParcel } from '../../ports/storefront.ts'
import { callShopify, type GraphqlAccess, userErrors } from './shopify-graphql.ts'

/** Ours among the holds of a fulfilment order: it is released by this name, whoever else holds it. */
const holdHandle = 'foxetales-making'

const fulfilmentOrders = z.object({
  order: z
    .object({
      fulfillmentOrders: z.object({
        nodes: z.array(
          z.object({
            id: z.string(),
            status: z.string(),
            fulfillmentHolds: z.array(z.object({ id: z.string(), handle: z.string().nullable() })),
            lineItems: z.object({
              nodes: z.array(
                z.object({
                  id: z.string(),
                  remainingQuantity: z.int(),
                  lineItem: z.object({ id: z.string() }),
                }),
              ),
            }),
          }),
        ),
      }),
    })
    .nullable(),
})
const fulfilmentOrdersQuery = `query FulfilmentOrders($id: ID!) {
  order(id: $id) {
    fulfillmentOrders(first: 20) {
      nodes {
        id status
        fulfillmentHolds { id handle }
        lineItems(first: 50) { nodes { id remainingQuantity lineItem { id } } }
      }
    }
  }
}`

type Open = { id: string; status: string; holdIds: string[]; partId: string; quantity: number }

/** Where this line waits to be sent; nothing once all of it was. */
async function waitingFor(
  access: GraphqlAccess,
  key: ShopKey,
  orderId: string,
  lineId: string,
): Promise<Open | undefined> {
  const { order } = await callShopify(access, key, fulfilmentOrdersQuery, { id: orderId }, fulfilmentOrders)
  for (const { id, status, fulfillmentHolds, lineItems } of order?.fulfillmentOrders.nodes ?? []) {
    const part = lineItems.nodes.find(({ lineItem }) => lineItem.id === lineId)
    if (!part || part.remainingQuantity === 0 || status === 'CLOSED' || status === 'CANCELLED') continue
    const ours = fulfillmentHolds.filter(({ handle }) => handle === holdHandle)
    return {
      id,
      status,
      holdIds: ours.map((hold) => hold.id),
      partId: part.id,
      quantity: part.remainingQuantity,
    }
  }
  return undefined
}

/** https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderHold */
export async function hold(
  access: GraphqlAccess,
  key: ShopKey,
  orderId: string,
  lineId: string,
): Promise<void> {
  const open = await waitingFor(access, key, orderId, lineId)
  if (!open || open.holdIds.length > 0) return
  const mutation = `mutation Hold($id: ID!, $hold: FulfillmentOrderHoldInput!) {
    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) { userErrors { field message } }
  }`
  const variables = {
    id: open.id,
    hold: {
      reason: 'OTHER',
      reasonNotes: 'The book is being painted and printed; it is sent by the printer.',
      notifyMerchant: false,
      handle: holdHandle,
      fulfillmentOrderLineItems: [{ id: open.partId, quantity: open.quantity }],
    },
  }
  const said = await callShopify(access, key, mutation, variables, answered('fulfillmentOrderHold'))
  refuse(said)
}

/** https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentCreate */
export async function fulfil(
  access: GraphqlAccess,
  key: ShopKey,
  orderId: string,
  lineId: string,
  parcel: ShopParcel,
): Promise<void> {
  const open = await waitingFor(access, key, orderId, lineId)
  // Sent already: by an earlier try of ours whose answer was lost, or by hand.
  if (!open) return
  if (open.holdIds.length > 0) {
    const release = `mutation Release($id: ID!, $holds: [ID!]) {
      fulfillmentOrderReleaseHold(id: $id, holdIds: $holds) { userErrors { field message } }
    }`
    const variables = { id: open.id, holds: open.holdIds }
    refuse(await callShopify(access, key, release, variables, answered('fulfillmentOrderReleaseHold')))
  }
  const mutation = `mutation Fulfil($fulfillment: FulfillmentInput!) {
    fulfillmentCreate(fulfillment: $fulfillment) { userErrors { field message } }
  }`
  const fulfillment = {
    lineItemsByFulfillmentOrder: [
      {
        fulfillmentOrderId: open.id,
        fulfillmentOrderLineItems: [{ id: open.partId, quantity: open.quantity }],
      },
    ],
    trackingInfo: {
      company: parcel.carrier,
      number: parcel.number,
      ...(parcel.url ? { url: parcel.url } : {}),
    },
    // It is false unless said, and then the customer would never hear of the parcel.
    notifyCustomer: true,
  }
  refuse(await callShopify(access, key, mutation, { fulfillment }, answered('fulfillmentCreate')))
}

function answered(mutation: string) {
  return z.record(z.string(), z.object({ userErrors })).transform((data) => data[mutation]?.userErrors ?? [])
}

/** The fields, never the messages: they may repeat an address. */
function refuse(errors: z.infer<typeof userErrors>): void {
  if (errors.length > 0)
    throw new AppError('STOREFRONT_REFUSED', { fields: errors.map(({ field }) => field?.join('.') ?? '') })
}
