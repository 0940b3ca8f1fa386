import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceFile } from '@foxetales/shared-schemas/unit'
import { download, sha256 } from './download.ts'
import type { GuardedFetch } from './guarded-fetch.ts'

const MAX_LAYER_BYTES = 40_000_000

/** Fetches template art, from this machine's disk where it was fetched before. Nothing personal may go through it. */
export type FetchTemplate = (source: SourceFile, signal?: AbortSignal) => Promise<Buffer<ArrayBuffer>>

/** Released art never changes, so its sha256 is its name for good. Layers without one are fetched every time. */
export function createTemplateCache(guardedFetch: GuardedFetch, folder: string): FetchTemplate {
  return async (source, signal) => {
    if (source.sha256 === undefined)
      return download(guardedFetch, source, { maxBytes: MAX_LAYER_BYTES, signal })
    const path = join(folder, source.sha256)
    const kept = await readKept(path, source.sha256)
    if (kept) return kept
    const bytes = await download(guardedFetch, source, { maxBytes: MAX_LAYER_BYTES, signal })
    await keep(folder, path, bytes)
    return bytes
  }
}

async function readKept(path: string, digest: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    const bytes = await readFile(path)
    if (sha256(bytes) === digest) return bytes
    // A disk that ran full leaves half a file behind: it is fetched again.
    await rm(path, { force: true })
    return undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Written beside and renamed, so that another worker on this disk never reads half a file. */
async function keep(folder: string, path: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const partial = `${path}.${crypto.randomUUID()}`
  await writeFile(partial, bytes)
  await rename(partial, path)
}
