import { contentTypeOfKey } from '../../domain/file-keys.ts'
import type { MultipartWrite, ObjectStore, StoredObject } from '../../ports/object-store.ts'

/** R2 lists and deletes at most this many keys at a time. */
const keysPerCall = 1000

/** The object store on an R2 binding. */
export function r2Store(bucket: R2Bucket): ObjectStore {
  return {
    async put(key, body, { contentType, sha256 }) {
      const stored = await bucket.put(key, body, {
        httpMetadata: { contentType },
        sha256,
        onlyIf: { etagDoesNotMatch: '*' },
      })
      if (stored) return 'stored'
      const there = await bucket.head(key)
      return there && checksum(there) === sha256 ? 'stored' : 'taken'
    },

    async head(key) {
      const object = await bucket.head(key)
      return object ? describe(object) : undefined
    },

    async open(key, range) {
      const object = await bucket.get(key, range ? { range } : {})
      if (!object) return undefined
      const given = range ? object.range : undefined
      return { ...describe(object), body: object.body, range: given ? spanOf(given, object.size) : undefined }
    },

    async read(key) {
      const object = await bucket.get(key)
      return object ? new Uint8Array(await object.arrayBuffer()) : undefined
    },

    async remove(keys) {
      for (let from = 0; from < keys.length; from += keysPerCall) {
        await bucket.delete(keys.slice(from, from + keysPerCall))
      }
    },

    async removePrefix(prefix) {
      let removed = 0
      for (;;) {
        const page = await bucket.list({ prefix, limit: keysPerCall })
        if (page.objects.length === 0) return removed
        await bucket.delete(page.objects.map((object) => object.key))
        removed += page.objects.length
      }
    },

    async beginParts(key, contentType) {
      return multipart(await bucket.createMultipartUpload(key, { httpMetadata: { contentType } }))
    },

    resumeParts: (key, upload) => multipart(bucket.resumeMultipartUpload(key, upload)),
  }
}

function multipart(upload: R2MultipartUpload): MultipartWrite {
  return {
    upload: upload.uploadId,
    async part(number, bytes) {
      const { etag } = await upload.uploadPart(number, bytes)
      return { number, etag }
    },
    async complete(parts) {
      await upload.complete(parts.map(({ number, etag }) => ({ partNumber: number, etag })))
    },
    abort: () => upload.abort(),
  }
}

function describe(object: R2Object): StoredObject {
  return {
    key: object.key,
    bytes: object.size,
    sha256: checksum(object),
    contentType: object.httpMetadata?.contentType ?? contentTypeOfKey(object.key),
  }
}

function checksum(object: R2Object): string | undefined {
  const digest = object.checksums.sha256
  if (!digest) return undefined
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function spanOf(range: R2Range, size: number): { offset: number; length: number } {
  if ('suffix' in range && range.suffix !== undefined) {
    const length = Math.min(range.suffix, size)
    return { offset: size - length, length }
  }
  const { offset = 0, length = size - offset } = range as { offset?: number; length?: number }
  return { offset, length }
}
