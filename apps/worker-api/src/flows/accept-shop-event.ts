import type { ShopEvent } from '../ports/storefront.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'
import { raiseAlert } from './raise-alert.ts'

type Needs = Pick<
  Services,
  'now' | 'newId' | 'shops' | 'alerts' | 'journal' | 'storefront' | 'send' | 'report'
>

/**
 * A verified event from a shop. Shopify waits five seconds for the answer, so what takes time goes on the queue; what may
 * not be lost is in a row before the answer. The same event again changes nothing.
 */
export async function acceptShopEvent(services: Needs, event: ShopEvent): Promise<void> {
  const { shop, look } = event
  const now = services.now()
  switch (look.at) {
    case 'order':
      await nudge(services, [{ kind: 'shop.order', shop, orderId: look.orderId }])
      break
    case 'uninstalled':
      await services.shops.uninstall(shop, now)
      await services.journal.audit({ subject: shop, action: 'shop.uninstalled', actor: 'shopify' }, now)
      break
    case 'redact_customer':
      for (const orderId of look.orderIds) await services.shops.askErasure(shop, orderId, now)
      break
    case 'redact_shop':
      await services.shops.askErasure(shop, '*', now)
      break
    case 'data_request':
      for (const orderId of look.orderIds) {
        const detail = `a customer of ${shop} asks what we hold about the order: answer the shop within 30 days`
        await raiseAlert(services, { kind: 'data_request', subject: `${shop} ${orderId}`, detail })
      }
      break
    case 'nothing':
      break
  }
  await services.journal.firstSeen(services.storefront.name, event.eventId, event.topic, now)
}
