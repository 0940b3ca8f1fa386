/** Shopify's signatures, by Web Crypto: HMAC-SHA256 under the app's secret. */
const encoder = new TextEncoder()

async function hmac(secret: string, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
const base64Url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** `X-Shopify-Hmac-Sha256`. */
export async function signWebhook(secret: string, body: string): Promise<string> {
  return base64(await hmac(secret, body))
}

/** Adds what Shopify adds to a request that passes through the app proxy, its signature last. */
export async function signProxied(secret: string, url: URL, shop: string, now: number): Promise<URL> {
  const signed = new URL(url)
  signed.searchParams.set('shop', shop)
  signed.searchParams.set('logged_in_customer_id', '')
  signed.searchParams.set('path_prefix', '/apps/foxetales')
  signed.searchParams.set('timestamp', String(Math.floor(now / 1000)))
  const values = new Map<string, string[]>()
  for (const [key, value] of signed.searchParams) values.set(key, [...(values.get(key) ?? []), value])
  const message = [...values]
    .map(([key, all]) => `${key}=${all.join(',')}`)
    .sort()
    .join('')
  const bytes = await hmac(secret, message)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  signed.searchParams.set('signature', hex)
  return signed
}

/** The session token that App Bridge gives an embedded admin page; lives for a minute. */
export async function signSession(
  app: { clientId: string; secret: string },
  shop: string,
  now: number,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const seconds = Math.floor(now / 1000)
  const claims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: app.clientId,
    sub: '42',
    exp: seconds + 60,
    nbf: seconds,
    iat: seconds,
    jti: crypto.randomUUID(),
    ...changes,
  }
  const part = (value: object) => base64Url(btoa(JSON.stringify(value)))
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${unsigned}.${base64Url(base64(await hmac(app.secret, unsigned)))}`
}
