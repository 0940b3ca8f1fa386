import { fromBase64Url, hmac, hmacMatches, toBase64Url, toHex } from './signing.ts'

/**
 * Tokens that are never stored: each is an HMAC of what it opens, under the Worker's signing key, so that a repeated
 * request can be given the same one and a stolen database opens nothing.
 */

export type Opens = 'preview' | 'order' | 'unit'

/** The token that alone opens this preview, order or unit callback. */
export async function accessToken(signingKey: string, opens: Opens, id: string): Promise<string> {
  return toBase64Url(await hmac(signingKey, `token:${opens}:${id}`))
}

/** A token for a letter: it opens the same and says itself until when (unix ms), under the same key. */
export async function expiringToken(
  signingKey: string,
  opens: Opens,
  id: string,
  until: number,
): Promise<string> {
  const end = Math.floor(until / 1000).toString(36)
  return `${end}.${toBase64Url(await hmac(signingKey, `token:${opens}:${id}:${end}`))}`
}

/** `now` in unix ms: a token that says its end is worth nothing after it. */
export async function accessTokenOpens(
  signingKey: string,
  opens: Opens,
  id: string,
  token: string | undefined,
  now: number,
): Promise<boolean> {
  const [, end, proof] = /^(?:([0-9a-z]{1,10})\.)?([\w-]+)$/.exec(token ?? '') ?? []
  const signature = proof ? fromBase64Url(proof) : undefined
  if (!signature || (end && Number.parseInt(end, 36) * 1000 <= now)) return false
  return hmacMatches(signingKey, `token:${opens}:${id}${end ? `:${end}` : ''}`, signature)
}

/** The key that signs one attempt's callbacks. */
export async function callbackSecret(signingKey: string, unitId: string, attempt: number): Promise<string> {
  return toHex(await hmac(signingKey, `callback:${unitId}:${attempt}`))
}

/**
 * Verifies `t=<unix seconds>,v1=<hex hmac-sha256 of "<t>.<raw body>">`. `now` in unix ms; five minutes of clock
 * difference are allowed, as Stripe's scheme does (https://docs.stripe.com/webhooks#verify-manually).
 */
export async function callbackIsGenuine(
  secret: string,
  header: string | undefined,
  rawBody: string,
  now: number,
): Promise<boolean> {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '')
  if (!match?.[1] || !match[2]) return false
  if (Math.abs(now / 1000 - Number(match[1])) > 300) return false
  const bytes = Uint8Array.from(match[2].match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return hmacMatches(secret, `${match[1]}.${rawBody}`, bytes)
}
