import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { shopClient } from '../../../scripts/start/shop-client.ts'
import { submitCheckout } from '../../../scripts/start/submit-checkout.ts'
import { openCompany, samplePhoto } from './browser/open-company.ts'
import { staffToken } from './browser/staff-token.ts'

/** A shop on this machine whose orders wait for a person's review and for no customer's proof, and the keys to its desk. */
export async function openDeskStack() {
  const company = await openCompany({ REVIEW_ORDERS: 'always', PROOF_HOURS: '0' })
  const shop = shopClient(company.url)
  const secret = company.stack.secrets['ADMIN_JWT_SECRET'] ?? ''
  return {
    url: company.url,
    /** A staff token; `expiresIn` seconds from now. */
    token: (role: string, expiresIn = 3600) => staffToken(secret, role, expiresIn),
    forgedToken: () => staffToken('not the shop’s secret', 'owner', 3600),
    /** An order that nobody has paid yet. */
    order: (name: string) => order(shop, name),
    /** An order whose pages are all painted and wait for review: takes a laptop about a minute. */
    async orderInReview(name: string): Promise<string> {
      const created = await order(shop, name)
      await submitCheckout(created.checkout_url)
      await until(
        () => shop.readOrder(created.order_id, created.token),
        (status) => status.state === 'review',
      )
      return created.order_id
    },
    stop: () => company.close(),
  }
}
export type DeskStack = Awaited<ReturnType<typeof openDeskStack>>

async function order(shop: ReturnType<typeof shopClient>, name: string) {
  const photo = new Uint8Array(await readFile(samplePhoto))
  const wish = { photo, name, book: 'lantern', skinTone: 3, language: 'en' }
  const { preview_id: id, token } = await shop.requestPreview(wish)
  await until(
    () => shop.readPreview(id, token),
    (preview) => preview.state === 'ready',
  )
  await shop.approve(id, token)
  return shop.order(id, token)
}

async function until<T>(read: () => Promise<T>, enough: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read()
    if (enough(value)) return value
    await sleep(250)
  }
}
