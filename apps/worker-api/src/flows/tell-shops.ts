import { tracking } from '@foxetales/shared-schemas/order'
import type { Services } from '../services.ts'
import { openShop } from './open-shop.ts'

type Needs = Pick<Services, 'now' | 'shops' | 'storefront' | 'settings' | 'report'>

const limit = 20

/** Books in the post whose shop does not know: the shop is told, which tells its customer. Safe to repeat. */
export async function tellShops(services: Needs): Promise<void> {
  for (const line of await services.shops.untold(limit)) {
    try {
      const key = await openShop(services, line.shop)
      if (!key) continue
      const parcel = tracking.parse(JSON.parse(line.tracking))
      await services.storefront.fulfil(key, line.shop_order, line.line, parcel)
      await services.shops.fulfilled(line.shop, line.line, services.now())
    } catch (fault) {
      // One shop that does not answer must not keep the others waiting; the next sweep tries again.
      services.report(fault, { during: 'tell-shops', order: line.order_id })
    }
  }
}
