import type { FaceEmbedding } from '@foxetales/face-finder/face-likeness'

/** Children whose faces are remembered at a time, and for how long: the pages of one order follow one another. */
const MOST_FACES = 8
const FORGET_AFTER_MS = 600_000

/**
 * The faces that pages are compared with, so that a book's photo is described once and not for every page. They live in
 * this process alone, for ten minutes at most.
 */
export type FaceMemory = {
  /** The face under `key`, described now unless it is remembered; null where `describe` found none. */
  recall(key: string, describe: () => Promise<FaceEmbedding | null>): Promise<FaceEmbedding | null>
}

export function createFaceMemory(now: () => number = Date.now): FaceMemory {
  // A Map remembers insertion order, so the first key is the oldest.
  const known = new Map<string, { readonly embedding: FaceEmbedding | null; readonly since: number }>()
  return {
    async recall(key, describe) {
      for (const [other, { since }] of known) if (now() - since >= FORGET_AFTER_MS) known.delete(other)
      const remembered = known.get(key)
      if (remembered) return remembered.embedding
      const embedding = await describe()
      known.set(key, { embedding, since: now() })
      for (const [oldest] of known) {
        if (known.size <= MOST_FACES) break
        known.delete(oldest)
      }
      return embedding
    },
  }
}
