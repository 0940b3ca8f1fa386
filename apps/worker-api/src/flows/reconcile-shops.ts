import { AppError } from '@foxetales/shared-schemas/errors'
import { eraseCustomer } from './erase-customer.ts'
import { followShopOrder } from './follow-shop-order.ts'
import { openShop, webhookUrl } from './open-shop.ts'
import { raiseAlert } from './raise-alert.ts'

type Needs = Parameters<typeof followShopOrder>[0] & Parameters<typeof eraseCustomer>[0]

/** Clocks differ, and an order may be written a little after the moment it says. */
const overlapMs = 3_600_000
const limit = 200

/**
 * Nightly: whatever changed in a shop and never reached us is read again; subscriptions that Shopify has dropped are made
 * anew, and said; erasures that had to wait for a book to be finished are tried again.
 */
export async function reconcileShops(services: Needs): Promise<void> {
  for (const { domain, checked_at: since } of await services.shops.installed()) {
    try {
      await reconcileShop(services, domain, since - overlapMs)
    } catch (fault) {
      services.report(fault, { during: 'reconcile-shops', shop: domain })
      const detail = 'the shop could not be read tonight: if it stays so, its owner has to open the app again'
      await raiseAlert(services, { kind: 'shop_trouble', subject: domain, detail })
    }
  }
  await eraseWhatWasAsked(services)
}

async function reconcileShop(services: Needs, shop: string, since: number): Promise<void> {
  const key = await openShop(services, shop)
  if (!key) return
  const begun = services.now()
  const missing = await services.storefront.subscribe(key, webhookUrl(services.settings))
  if (missing.length > 0) {
    const detail = `Shopify had dropped what we listen for (${missing.join(', ')}); it is subscribed to again`
    await raiseAlert(services, { kind: 'shop_trouble', subject: shop, detail })
  }
  for await (const orderId of services.storefront.changedOrders(key, since)) {
    await followShopOrder(services, shop, orderId)
  }
  await services.shops.checked(shop, begun)
}

/** What a shop asked us to erase on behalf of its customers; the law gives 30 days, a book in the making takes fewer. */
export async function eraseWhatWasAsked(services: Needs): Promise<void> {
  for (const { shop, shop_order: shopOrder } of await services.shops.erasures(limit)) {
    const orders = await services.shops.ordersOf(shop, shopOrder === '*' ? undefined : shopOrder)
    try {
      for (const customer of new Set(orders.map((order) => order.customer_id))) {
        await eraseCustomer(services, customer, 'shopify')
      }
      await services.shops.erased(shop, shopOrder)
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== 'ILLEGAL_TRANSITION') throw fault
      // A book is being made for them: it is erased when that has ended.
    }
  }
}
