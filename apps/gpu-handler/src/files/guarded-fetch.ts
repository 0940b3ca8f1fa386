import { UnitFailure } from '../unit-failure.ts'
import { TransientError } from './retry.ts'

export type GuardedRequest = {
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads an answer through `read` while the timeout runs, so that a body that trickles for ever ends too.
 * A host outside the list, and any redirect, is refused: signed links come from one place and lead nowhere else.
 * @throws {UnitFailure} HOST_REFUSED or REDIRECT_REFUSED
 * @throws {TransientError} on 429, 5xx, timeouts and broken connections
 */
export type GuardedFetch = <T>(
  url: string,
  request: GuardedRequest,
  read: (answer: Response) => Promise<T>,
) => Promise<T>

/** @param allowedHosts `host` or `host:port`, lower case */
export function createGuardedFetch(allowedHosts: readonly string[]): GuardedFetch {
  return async (url, request, read) => {
    if (!hostIsAllowed(new URL(url), allowedHosts)) {
      throw new UnitFailure('HOST_REFUSED', 'a link leads to a host that is not allowed', {
        retryable: false,
      })
    }
    const timeout = AbortSignal.timeout(request.timeoutMs)
    const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout
    try {
      const answer = await fetch(url, {
        method: request.method,
        headers: request.headers ?? {},
        redirect: 'manual',
        signal,
        ...(request.body === undefined ? {} : { body: request.body }),
      })
      await refuseRedirect(answer)
      if (answer.status === 429 || answer.status >= 500) {
        await answer.body?.cancel()
        throw new TransientError(`the server answered ${answer.status}`)
      }
      return await read(answer)
    } catch (error) {
      request.signal?.throwIfAborted()
      if (error instanceof UnitFailure || error instanceof TransientError) throw error
      // The cause is kept out: its text would carry the address.
      throw new TransientError(timeout.aborted ? 'the server took too long' : 'the connection broke')
    }
  }
}

async function refuseRedirect(answer: Response): Promise<void> {
  if (answer.status >= 300 && answer.status < 400) {
    await answer.body?.cancel()
    throw new UnitFailure('REDIRECT_REFUSED', 'a link answered with a redirect', { retryable: false })
  }
}

function hostIsAllowed(url: URL, allowedHosts: readonly string[]): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false
  if (url.username !== '' || url.password !== '') return false
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return allowedHosts.includes(url.host) || allowedHosts.includes(`${url.hostname}:${port}`)
}
