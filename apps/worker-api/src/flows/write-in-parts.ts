import { toHex } from '../domain/signing.ts'
import type { StoredPart } from '../ports/object-store.ts'

/** R2 wants every part but the last of one size, at least 5 MiB. */
const partBytes = 5 * 1024 * 1024

export interface WrittenFile {
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
  readonly md5: string
}

export interface PartWriter {
  write(chunk: Uint8Array): Promise<void>
  /** Hands over what is left and says what was written; the parts in their order. */
  finish(): Promise<WrittenFile & { parts: StoredPart[] }>
}

/**
 * Gathers a stream of chunks into equal parts, numbered from 1, and hashes on the way: SHA-256 for ourselves, MD5 because
 * printers check by it. Holds one part in memory, whatever the length.
 */
export function writeInParts(
  store: (number: number, bytes: Uint8Array<ArrayBuffer>) => Promise<StoredPart>,
): PartWriter {
  const sha256 = openDigest('SHA-256')
  const md5 = openDigest('MD5')
  const parts: StoredPart[] = []
  const part = new Uint8Array(partBytes)
  let filled = 0
  let bytes = 0

  async function handOver(): Promise<void> {
    const whole = part.subarray(0, filled)
    const [stored] = await Promise.all([
      store(parts.length + 1, whole),
      sha256.write(whole),
      md5.write(whole),
    ])
    parts.push(stored)
    bytes += filled
    filled = 0
  }

  return {
    async write(chunk) {
      for (let from = 0; from < chunk.length; ) {
        const take = Math.min(chunk.length - from, partBytes - filled)
        part.set(chunk.subarray(from, from + take), filled)
        filled += take
        from += take
        if (filled === partBytes) await handOver()
      }
    },
    async finish() {
      if (filled > 0) await handOver()
      return { bytes, sha256: await sha256.end(), md5: await md5.end(), parts }
    },
  }
}

/** WebCrypto has no running digest; Workers have one as a stream. */
function openDigest(algorithm: 'SHA-256' | 'MD5') {
  const stream = new crypto.DigestStream(algorithm)
  const writer = stream.getWriter()
  return {
    write: (bytes: Uint8Array<ArrayBuffer>) => writer.write(bytes),
    async end(): Promise<string> {
      await writer.close()
      return toHex(new Uint8Array(await stream.digest))
    },
  }
}
