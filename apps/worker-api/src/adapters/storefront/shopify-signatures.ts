import { AppError } from '@foxetales/shared-schemas/errors'
import { fromHex, hmacMatches } from '../../domain/signing.ts'

/** How far the proxy's clock may be from ours; Shopify's own library takes as much. */
const proxyToleranceSeconds = 90
/** Twice in a query they would say two things. */
const singleParameters = ['shop', 'signature', 'timestamp', 'hmac']
const shopDomain = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/

/** The shop's permanent domain, or SIGNATURE_INVALID: what is signed may still name a host that is no shop. */
export function readShop(shop: string | null): string {
  if (!shop || !shopDomain.test(shop)) throw new AppError('SIGNATURE_INVALID')
  return shop
}

/**
 * A request that came through the shop's app proxy: the parameters but `signature`, repeated values joined by commas,
 * sorted, written `key=value` without anything between, HMAC-SHA256 in hex under the app's secret.
 * https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export async function verifyProxy(url: URL, secret: string, now: number): Promise<{ shop: string }> {
  const parameters = url.searchParams
  if (singleParameters.some((name) => parameters.getAll(name).length > 1))
    throw new AppError('SIGNATURE_INVALID')
  const signature = fromHex(parameters.get('signature') ?? '')
  const names = [...new Set(parameters.keys())].filter((name) => name !== 'signature' && name !== 'hmac')
  const message = names
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => `${name}=${parameters.getAll(name).join(',')}`)
    .join('')
  if (!signature || !(await hmacMatches(secret, message, signature))) throw new AppError('SIGNATURE_INVALID')
  const seconds = Number(parameters.get('timestamp') ?? Number.NaN)
  if (!Number.isInteger(seconds) || Math.abs(now / 1000 - seconds) > proxyToleranceSeconds)
    throw new AppError('SIGNATURE_INVALID')
  return { shop: readShop(parameters.get('shop')) }
}

/**
 * A webhook's body, under the app's secret, in base64. Webhooks that a shop's owner makes by hand in the admin are signed
 * with another secret and do not pass: https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 */
export async function verifyWebhook(
  rawBody: string,
  signature: string | null,
  secret: string,
): Promise<void> {
  const bytes = fromBase64(signature ?? '')
  if (!bytes || rawBody === '' || !(await hmacMatches(secret, rawBody, bytes)))
    throw new AppError('SIGNATURE_INVALID')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return undefined
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
