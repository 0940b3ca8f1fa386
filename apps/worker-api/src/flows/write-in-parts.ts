import type { MultipartWrite } from '../ports/object-store.ts'

/** R2 wants every part but the last of one size, at least 5 MiB. */
const partBytes = 5 * 1024 * 1024

export interface PartWriter {
  write(chunk: Uint8Array): Promise<void>
  /** Sends what is left, makes the object visible, and says what was written. */
  finish(): Promise<{ bytes: number; sha256: string }>
}

/** Gathers a stream of chunks into equal parts; hashes on the way. Holds one part in memory, whatever the length. */
export function writeInParts(target: MultipartWrite): PartWriter {
  const digest = new crypto.DigestStream('SHA-256')
  const hash = digest.getWriter()
  let part = new Uint8Array(partBytes)
  let filled = 0
  let bytes = 0
  return {
    async write(chunk) {
      bytes += chunk.length
      await hash.write(chunk)
      let from = 0
      while (from < chunk.length) {
        const take = Math.min(chunk.length - from, partBytes - filled)
        part.set(chunk.subarray(from, from + take), filled)
        filled += take
        from += take
        if (filled < partBytes) continue
        await target.part(part)
        part = new Uint8Array(partBytes)
        filled = 0
      }
    },
    async finish() {
      if (filled > 0) await target.part(part.subarray(0, filled))
      await target.complete()
      await hash.close()
      const sha256 = [...new Uint8Array(await digest.digest)]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
      return { bytes, sha256 }
    },
  }
}
