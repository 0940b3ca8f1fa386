import type { DeskOrder } from '@foxetales/shared-schemas/desk'

/** Links live for 15 minutes; a picture that is on screen keeps its first one for ten. */
const keepMs = 10 * 60_000

/**
 * Every answer signs its links anew, and a new address would make the browser load a picture again that it shows
 * already. So a picture keeps the address it was first shown under until that grows old. `now` gives unix ms.
 */
export function steadyLinks(now: () => number): (order: DeskOrder) => DeskOrder {
  const kept = new Map<string, { url: string; since: number }>()
  const steady = (key: string, url: string) => {
    const known = kept.get(key)
    if (known && now() - known.since < keepMs) return known.url
    kept.set(key, { url, since: now() })
    return url
  }
  return (order) => ({
    ...order,
    pages: order.pages.map((page) => ({
      ...page,
      versions: page.versions.map((version) => ({
        ...version,
        page_url: steady(`${version.id} page`, version.page_url),
        ...(version.thumbnail_url
          ? { thumbnail_url: steady(`${version.id} thumbnail`, version.thumbnail_url) }
          : {}),
      })),
    })),
  })
}
