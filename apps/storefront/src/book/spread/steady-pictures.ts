/** Signed addresses live for 15 minutes; a picture that is asked for again after that needs a newer one. */
const freshMs = 12 * 60_000

export interface SteadyPictures {
  /** The address to show a picture from. @param key says what is seen, such as its sha256 */
  address(key: string, url: string): string
  /** The picture did not load: its next address is taken. */
  broken(key: string): void
}

/**
 * Every status carries newly signed addresses for the same pictures. The first one is kept while it lives, so that a
 * picture already seen is not loaded again with every message.
 */
export function steadyPictures(now: () => number): SteadyPictures {
  const known = new Map<string, { url: string; since: number }>()
  return {
    address(key, url) {
      const held = known.get(key)
      if (held && now() - held.since < freshMs) return held.url
      known.set(key, { url, since: now() })
      return url
    },
    broken(key) {
      known.delete(key)
    },
  }
}
