import type { Address, Property, Shop, ShopifyState, ShopOrder } from './shopify-state.ts'

export interface CartLine {
  readonly variantId: number
  readonly quantity: number
  readonly properties: readonly Property[]
}

/** A cart becomes an order that is paid. @throws {Error} for a product that the shop does not have */
export function placeOrder(
  state: ShopifyState,
  shop: Shop,
  cart: { lines: readonly CartLine[]; email: string; locale: string; address: Address; test?: boolean },
): ShopOrder {
  const lines = cart.lines.map(({ variantId, quantity, properties }) => {
    const variant = shop.variants.find(({ id }) => id === variantId)
    if (!variant) throw new Error('no such product')
    return {
      id: state.nextId(),
      sku: variant.sku,
      title: variant.title,
      quantity,
      currentQuantity: quantity,
      totalMinor: variant.priceMinor * quantity,
      properties,
    }
  })
  const order: ShopOrder = {
    id: state.nextId(),
    name: `#${1000 + shop.orders.size + 1}`,
    test: cart.test ?? false,
    currency: shop.currency,
    email: cart.email,
    locale: cart.locale,
    address: cart.address,
    lines,
    fulfillmentOrders: [
      {
        id: state.nextId(),
        status: 'OPEN',
        holds: [],
        parts: lines.map((line) => ({
          id: state.nextId(),
          lineId: line.id,
          remainingQuantity: line.quantity,
        })),
      },
    ],
    fulfillments: [],
    refunds: [],
    cancelledAt: null,
    financialStatus: 'PAID',
    updatedAt: new Date(state.now()).toISOString(),
  }
  shop.orders.set(order.id, order)
  return order
}
