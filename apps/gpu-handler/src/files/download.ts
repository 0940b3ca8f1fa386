import { createHash } from 'node:crypto'
import type { SourceFile } from '@foxetales/shared-schemas/unit'
import { UnitFailure } from '../unit-failure.ts'
import type { GuardedFetch } from './guarded-fetch.ts'
import { type RetryPlan, TransientError, transferRetries, withRetries } from './retry.ts'

export type DownloadOptions = {
  readonly maxBytes: number
  readonly signal?: AbortSignal | undefined
  readonly retries?: RetryPlan
}

const TIMEOUT_MS = 30_000

/**
 * Fetches a file and holds it to its sha256 where one is given.
 * @throws {UnitFailure} FILE_GONE, FILE_TOO_LARGE, FILE_CHANGED, FILE_UNAVAILABLE, HOST_REFUSED, REDIRECT_REFUSED
 */
export async function download(
  guardedFetch: GuardedFetch,
  source: SourceFile,
  { maxBytes, signal, retries = transferRetries }: DownloadOptions,
): Promise<Buffer<ArrayBuffer>> {
  const fetchOnce = () =>
    guardedFetch(source.url, { method: 'GET', timeoutMs: TIMEOUT_MS, signal }, (answer) =>
      readBody(answer, maxBytes),
    )
  const bytes = await withRetries(retries, fetchOnce, signal).catch((error: unknown) => {
    if (!(error instanceof TransientError)) throw error
    throw new UnitFailure('FILE_UNAVAILABLE', `a file could not be fetched: ${error.message}`, {
      retryable: true,
    })
  })
  if (source.sha256 !== undefined && sha256(bytes) !== source.sha256) {
    throw new UnitFailure('FILE_CHANGED', 'a fetched file is not the one that was announced', {
      retryable: false,
    })
  }
  return bytes
}

/** Lower-case hex, as the rows keep it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function readBody(answer: Response, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  if (!answer.ok) {
    await answer.body?.cancel()
    // 403: the link has expired, and another attempt comes with a new one. 404: the file itself is gone.
    throw new UnitFailure('FILE_GONE', `a file could not be fetched: ${answer.status}`, {
      retryable: answer.status === 403,
    })
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > maxBytes) {
      throw new UnitFailure('FILE_TOO_LARGE', `a file is larger than ${maxBytes} bytes`, { retryable: false })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
