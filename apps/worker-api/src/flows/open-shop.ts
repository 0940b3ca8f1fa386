import { seal, unseal } from '../domain/seal.ts'
import { fromBase64Url, toBase64Url } from '../domain/signing.ts'
import type { ShopKey } from '../ports/storefront.ts'
import type { Services } from '../services.ts'

/** The key lies sealed under its shop's name: of two shops' keys, none opens the other. */
const sealName = (shop: string) => `shops/${shop}`

/** The key to a shop's admin; undefined where the app is not installed (any more). */
export async function openShop(
  services: Pick<Services, 'shops' | 'settings' | 'report'>,
  shop: string,
): Promise<ShopKey | undefined> {
  const row = await services.shops.find(shop)
  const sealed = row?.sealed_key ? fromBase64Url(row.sealed_key) : undefined
  if (!sealed) return undefined
  const bytes = await unseal(services.settings.signingKey, sealName(shop), sealed)
  if (bytes) return { shop, accessToken: new TextDecoder().decode(bytes) }
  services.report(new Error('a shop’s key does not open: it has to install the app again'), { shop })
  return undefined
}

/** A shop's owner opened the app: keeps a key that outlives the session, and listens. Doing it again renews both. */
export async function installShop(
  services: Pick<Services, 'now' | 'shops' | 'storefront' | 'settings' | 'journal'>,
  session: { shop: string; user: string; token: string },
): Promise<{ shop: string; subscribed: string[] }> {
  const { shop, user, token } = session
  const key = await services.storefront.exchangeSession(shop, token)
  const bytes = new Uint8Array(new TextEncoder().encode(key.accessToken))
  const sealed = await seal(services.settings.signingKey, sealName(shop), bytes)
  await services.shops.install(shop, toBase64Url(sealed), services.now())
  await services.journal.audit({ subject: shop, action: 'shop.installed', actor: user }, services.now())
  return { shop, subscribed: await services.storefront.subscribe(key, webhookUrl(services.settings)) }
}

export function webhookUrl(settings: Pick<Services['settings'], 'publicUrl'>): string {
  return `${settings.publicUrl}/webhooks/shopify`
}
