export interface StoredObject {
  readonly key: string
  readonly bytes: number
  /** Hex; undefined only for an object written without one (multipart), which keeps it in its row. */
  readonly sha256: string | undefined
  readonly contentType: string
}

export interface OpenObject extends StoredObject {
  readonly body: ReadableStream<Uint8Array>
  /** The part that `body` carries, when a range was asked. */
  readonly range: { offset: number; length: number } | undefined
}

export interface PutOptions {
  readonly contentType: string
  /** Hex; the store refuses bytes that do not hash to it. */
  readonly sha256: string
}

/** A part that is stored, as `complete` wants it back. */
export interface StoredPart {
  /** From 1. */
  readonly number: number
  readonly etag: string
}

/** A large object written piece by piece; nothing is visible before `complete`, nothing remains after `abort`. */
export interface MultipartWrite {
  /** With it the upload can be gone on with by another process, for seven days. */
  readonly upload: string
  /** Every part but the last has the same size, at least 5 MiB. A part may be stored again. */
  part(number: number, bytes: Uint8Array): Promise<StoredPart>
  complete(parts: readonly StoredPart[]): Promise<void>
  abort(): Promise<void>
}

/** Where bytes live. A key is written once: `put` of other bytes to a taken key is refused. */
export interface ObjectStore {
  /** `taken`: the key holds other bytes. The same bytes again are `stored`, so an upload may be retried. */
  put(
    key: string,
    body: ReadableStream<Uint8Array> | Uint8Array,
    options: PutOptions,
  ): Promise<'stored' | 'taken'>
  head(key: string): Promise<StoredObject | undefined>
  open(
    key: string,
    range?: { offset: number; length?: number } | { suffix: number },
  ): Promise<OpenObject | undefined>
  read(key: string): Promise<Uint8Array | undefined>
  /** Deleting what is not there is fine. */
  remove(keys: readonly string[]): Promise<void>
  /** Removes everything under a prefix and says how many objects that were. */
  removePrefix(prefix: string): Promise<number>
  beginParts(key: string, contentType: string): Promise<MultipartWrite>
  /** Goes on with an upload that was begun before. That it is gone is noticed by the first part. */
  resumeParts(key: string, upload: string): MultipartWrite
}
