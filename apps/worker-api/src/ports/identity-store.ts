/**
 * Children's identity embeddings, for a day. They are biometric data: an implementation keeps them unreadable to anyone
 * who has the store alone, and forgets by itself. Nothing may depend on one being there.
 */
export interface IdentityStore {
  /** A later one takes the place of an earlier. */
  keep(key: string, identity: Uint8Array<ArrayBuffer>): Promise<void>
  /** Undefined when there is none, when its day is over, or when it cannot be opened any more. */
  read(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Forgetting what is not there is fine. */
  forget(key: string): Promise<void>
}
