import { fromBase64Url, hmac, hmacMatches, toBase64Url } from './signing.ts'

/** Long enough to choose a photo, short enough that a copied one is soon worth nothing. */
const lifeMs = 30 * 60_000

/**
 * What a shop's page gets through the app proxy and sends with the photo, which never passes the proxy: it says for which
 * shop a preview is made. `<shop>.<expiry, unix s>.<hmac>`.
 */
export async function shopTicket(signingKey: string, shop: string, now: number): Promise<string> {
  const expires = Math.floor((now + lifeMs) / 1000)
  return `${shop}.${expires}.${toBase64Url(await hmac(signingKey, `shop-ticket:${shop}:${expires}`))}`
}

/** The shop; undefined when the ticket is not ours or is over. */
export async function readShopTicket(
  signingKey: string,
  ticket: string,
  now: number,
): Promise<string | undefined> {
  const match = /^([a-z0-9-]+\.myshopify\.com)\.(\d{1,12})\.([\w-]+)$/.exec(ticket)
  const [, shop = '', expires = '', signature = ''] = match ?? []
  const bytes = fromBase64Url(signature)
  if (!bytes || !(await hmacMatches(signingKey, `shop-ticket:${shop}:${expires}`, bytes))) return undefined
  return Number(expires) * 1000 > now ? shop : undefined
}
