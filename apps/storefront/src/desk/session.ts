/** Who is signed in. The token is the key to everything here; the rest is read from it only to be shown. */
export interface Session {
  readonly token: string
  readonly name: string
  readonly role: string
  /** Unix ms. */
  readonly expiresAt: number
}

export const signInNotes = {
  unreadable: 'That is not a sign-in token. Copy the whole link or token and try again.',
  expired: 'Your sign-in has expired. Open a new sign-in link, or paste a new token.',
  refused: 'The server does not accept this sign-in. Open a new sign-in link, or paste a new token.',
} as const
export type SignInNote = keyof typeof signInNotes

const storedUnder = 'foxetales-desk-token'

/** A pasted token or a whole sign-in link, as a session; or why it is none. `now` in unix ms. */
export function readToken(pasted: string, now: number): Session | SignInNote {
  const token = pasted.trim().replace(/^.*#token=/s, '')
  const claims = claimsOf(token)
  if (!claims) return 'unreadable'
  const { sub: name, role, exp } = claims
  return exp * 1000 > now ? { token, name, role, expiresAt: exp * 1000 } : 'expired'
}

/** A JWT's second part (RFC 7519). Nothing is trusted here: the server verifies the signature on every call. */
function claimsOf(token: string): { sub: string; role: string; exp: number } | undefined {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token)?.[1]
  if (!payload) return undefined
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    )
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const { sub, role, exp } = claims as Partial<Record<'sub' | 'role' | 'exp', unknown>>
    if (typeof sub !== 'string' || typeof role !== 'string' || typeof exp !== 'number') return undefined
    return { sub, role, exp }
  } catch {
    // Whatever was pasted, it is no token.
    return undefined
  }
}

/**
 * Takes the token out of the address, where it came as a fragment that no server ever sees, so that it is neither in the
 * history nor on a shared screen. Undefined when the address has none.
 */
export function takeTokenFromAddress(
  location: Pick<Location, 'hash' | 'pathname'>,
  history: Pick<History, 'replaceState'>,
): string | undefined {
  if (!location.hash.startsWith('#token=')) return undefined
  const token = decodeURIComponent(location.hash.slice('#token='.length))
  history.replaceState(null, '', location.pathname)
  return token
}

/** The tab's own memory: gone when it is closed, and not shared with other tabs. */
export function storedToken(storage: Storage): string | undefined {
  return storage.getItem(storedUnder) ?? undefined
}

export function storeToken(storage: Storage, token: string | undefined): void {
  if (token === undefined) storage.removeItem(storedUnder)
  else storage.setItem(storedUnder, token)
}
