import type { TargetFile, UploadedFile } from '@foxetales/shared-schemas/unit'
import * as z from 'zod'
import { UnitFailure } from '../unit-failure.ts'
import { sha256 } from './download.ts'
import type { GuardedFetch } from './guarded-fetch.ts'
import { type RetryPlan, TransientError, transferRetries, withRetries } from './retry.ts'

const TIMEOUT_MS = 60_000

/** What the store says it kept. */
const storedFile = z.object({ sha256: z.string(), bytes: z.number() })

export type EncodedImage = {
  readonly bytes: Buffer<ArrayBuffer>
  readonly widthPx: number
  readonly heightPx: number
}

/**
 * Puts an image to its signed link and checks that the store kept these very bytes.
 * @throws {UnitFailure} UPLOAD_REFUSED, UPLOAD_DAMAGED, UPLOAD_UNAVAILABLE, HOST_REFUSED, REDIRECT_REFUSED
 */
export async function upload(
  guardedFetch: GuardedFetch,
  target: TargetFile,
  image: EncodedImage,
  signal?: AbortSignal,
  retries: RetryPlan = transferRetries,
): Promise<UploadedFile> {
  const digest = await putFile(guardedFetch, target, image.bytes, signal, retries)
  return {
    sha256: digest,
    bytes: image.bytes.length,
    widthPx: image.widthPx,
    heightPx: image.heightPx,
  }
}

/** The same for bytes that are no image. @returns their sha256 */
export async function putFile(
  guardedFetch: GuardedFetch,
  target: TargetFile,
  bytes: Buffer<ArrayBuffer>,
  signal?: AbortSignal,
  retries: RetryPlan = transferRetries,
): Promise<string> {
  const digest = sha256(bytes)
  const putOnce = () =>
    guardedFetch(
      target.url,
      {
        method: 'PUT',
        headers: { 'content-type': target.contentType },
        body: bytes,
        timeoutMs: TIMEOUT_MS,
        signal,
      },
      (answer) => checkAnswer(answer, digest),
    )
  await withRetries(retries, putOnce, signal).catch((error: unknown) => {
    if (!(error instanceof TransientError)) throw error
    throw new UnitFailure('UPLOAD_UNAVAILABLE', `a picture could not be stored: ${error.message}`, {
      retryable: true,
    })
  })
  return digest
}

async function checkAnswer(answer: Response, digest: string): Promise<void> {
  if (!answer.ok) {
    await answer.body?.cancel()
    // A file is written once, but the same bytes may come twice: 409 says that another attempt's are there already. A new
    // attempt comes with new links, so it may succeed where these are used up or have expired.
    throw new UnitFailure('UPLOAD_REFUSED', `a picture was not accepted: ${answer.status}`, {
      retryable: true,
    })
  }
  const stored = storedFile.safeParse(await answer.json())
  if (!stored.success || stored.data.sha256 !== digest) {
    throw new UnitFailure('UPLOAD_DAMAGED', 'a picture did not arrive whole', { retryable: true })
  }
}
