import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import { fromBase64Url, hmacMatches } from '../../domain/signing.ts'
import type { ShopKey } from '../../ports/storefront.ts'
import { readShop } from './shopify-signatures.ts'

const leewaySeconds = 10
const timeoutMs = 10_000

const header = z.object({ alg: z.literal('HS256') })
/** https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens */
const claims = z.object({
  aud: z.string(),
  iss: z.url(),
  dest: z.url(),
  sub: z.string().min(1),
  exp: z.int(),
  nbf: z.int(),
})

/**
 * The session token of an embedded admin page: a JWT under the app's secret. Beside signature and times, `iss` and `dest`
 * must name the same shop: the library leaves that to its user. Throws UNAUTHORIZED.
 */
export async function readSession(
  token: string,
  app: { clientId: string; secret: string },
  now: number,
): Promise<{ shop: string; user: string }> {
  const [head = '', payload = '', signature = '', ...more] = token.split('.')
  const bytes = fromBase64Url(signature)
  const isSigned = bytes && more.length === 0 && header.safeParse(decode(head)).success
  if (!isSigned || !(await hmacMatches(app.secret, `${head}.${payload}`, bytes)))
    throw new AppError('UNAUTHORIZED')
  const parsed = claims.safeParse(decode(payload))
  if (!parsed.success) throw new AppError('UNAUTHORIZED')
  const { aud, iss, dest, sub, exp, nbf } = parsed.data
  const seconds = now / 1000
  const isOurs = aud === app.clientId && new URL(iss).host === new URL(dest).host
  const isCurrent = seconds <= exp + leewaySeconds && seconds >= nbf - leewaySeconds
  if (!isOurs || !isCurrent) throw new AppError('UNAUTHORIZED')
  try {
    return { shop: readShop(new URL(dest).host), user: sub }
  } catch {
    throw new AppError('UNAUTHORIZED')
  }
}

const exchanged = z.object({ access_token: z.string().min(1) })

/** Token exchange (RFC 8693) for an offline key: it outlives the session and belongs to the shop, not to a person. */
export async function exchangeSession(
  shop: string,
  sessionToken: string,
  app: { clientId: string; secret: string; fetch: typeof fetch; adminUrl: (shop: string) => string },
): Promise<ShopKey> {
  const answer = await ask(() =>
    app.fetch(`${app.adminUrl(shop)}/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        client_id: app.clientId,
        client_secret: app.secret,
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: sessionToken,
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        expiring: '0',
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    }),
  )
  if (answer.status >= 500 || answer.status === 429)
    throw new AppError('STOREFRONT_UNAVAILABLE', { status: answer.status })
  const parsed = answer.ok ? exchanged.safeParse(await answer.json()) : undefined
  if (!parsed?.success) throw new AppError('STOREFRONT_REFUSED', { status: answer.status })
  return { shop, accessToken: parsed.data.access_token }
}

async function ask(call: () => Promise<Response>): Promise<Response> {
  try {
    return await call()
  } catch (cause) {
    throw new AppError('STOREFRONT_UNAVAILABLE', {}, cause)
  }
}

/** Undefined when the text is not base64url of JSON. */
function decode(text: string): unknown {
  const bytes = fromBase64Url(text)
  if (!bytes) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
