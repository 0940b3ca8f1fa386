import type { OrderRow } from '../db/orders.ts'
import type { ShopKey, ShopLine, ShopOrder } from '../ports/storefront.ts'
import type { Services } from '../services.ts'
import { endRefunded } from './end-refunded.ts'
import { markPaid } from './mark-paid.ts'
import { nudge } from './nudge.ts'
import { openShop } from './open-shop.ts'
import { orderShopLine } from './order-shop-line.ts'

type Needs = Parameters<typeof markPaid>[0] &
  Parameters<typeof endRefunded>[0] &
  Parameters<typeof orderShopLine>[0] &
  Pick<Services, 'shops' | 'storefront' | 'settings' | 'send' | 'report'>

/**
 * An order at somebody's shop is read again, and ours follow it, one for each line that is a book: paid, taken back,
 * cancelled. Safe to repeat, in any order, years late. A trial order of the shop's owner makes no book in earnest.
 */
export async function followShopOrder(services: Needs, shop: string, shopOrderId: string): Promise<void> {
  const key = await openShop(services, shop)
  const facts = key ? await services.storefront.readOrder(key, shopOrderId) : undefined
  if (!key || !facts) return
  if (facts.isTest && !services.settings.takesTestOrders) return
  for (const line of facts.lines) await followLine(services, key, facts, line)
}

async function followLine(services: Needs, key: ShopKey, facts: ShopOrder, line: ShopLine): Promise<void> {
  const isWanted = facts.money === 'here' && !facts.isCancelled && line.quantity > 0
  const known = await services.shops.lineOf(facts.shop, line.lineId)
  const order = known
    ? await services.orders.find(known.order_id)
    : isWanted
      ? await orderShopLine(services, facts, line)
      : null
  if (!order) return
  if (isWanted) await pay(services, key, facts, line, order)
  else await takeBack(services, order)
}

async function pay(
  services: Needs,
  key: ShopKey,
  facts: ShopOrder,
  line: ShopLine,
  order: OrderRow,
): Promise<void> {
  const amounts = {
    totalMinor: line.totalMinor,
    subtotalMinor: line.totalMinor,
    // The shop's own: its owner sets prices, shipping and taxes, and owes us for the book.
    shippingMinor: 0,
    taxMinor: 0,
    discountMinor: 0,
    currency: facts.currency.toLowerCase(),
  }
  const outcome = await markPaid(services, order, {
    source: 'shopify',
    amounts,
    paymentRef: paymentRef(facts, line),
    ...(facts.email ? { email: facts.email } : {}),
    ...(facts.shipTo ? { shipTo: facts.shipTo } : {}),
    shippingLevel: 'standard',
  })
  if (outcome === 'paid') {
    await nudge(services, [{ kind: 'order.advance', orderId: order.id }])
    await services.announce(order.id)
  }
  // Last: a shop that does not answer now must not keep a paid book from being made.
  if (outcome !== 'goes_back' && isBeingMade(order))
    await services.storefront.hold(key, facts.orderId, line.lineId)
}

function isBeingMade({ state }: OrderRow): boolean {
  return state !== 'shipped' && state !== 'delivered' && state !== 'failed'
}

/** The shop took the money back, or the line off the order: the book ends while it can still be stopped. */
async function takeBack(services: Needs, order: OrderRow): Promise<void> {
  if (order.paid_at === null) {
    await services.orders.move(
      order.id,
      'cancelled',
      services.now(),
      { ended_by: 'payment' },
      'the shop took it back',
      ['awaiting_payment'],
    )
    return
  }
  if (order.paid_minor !== null && order.refunded_minor < order.paid_minor) {
    await services.orders.note(order.id, { refunded_minor: order.paid_minor }, services.now())
  }
  await endRefunded(services, order, 'shopify')
  await services.announce(order.id)
}

/** Names one line's payment at its shop; read by the payment adapter. */
export function paymentRef(
  facts: Pick<ShopOrder, 'shop' | 'orderId'>,
  line: Pick<ShopLine, 'lineId'>,
): string {
  return `${facts.shop} ${facts.orderId} ${line.lineId}`
}
