import { createHmac } from 'node:crypto'
import {
  type UnitCallback,
  type UnitInput,
  type UnitResult,
  unitCallbackAnswer,
} from '@foxetales/shared-schemas/unit'
import type { GuardedFetch } from './files/guarded-fetch.ts'
import { type RetryPlan, withRetries } from './files/retry.ts'
import { UnitFailure } from './unit-failure.ts'

const TIMEOUT_MS = 10_000
const MINUTE_MS = 60_000

/** How long each kind of call is tried again: a lost heartbeat is followed by the next, a lost result is lost work. */
export const callbackRetries = {
  started: { forMs: MINUTE_MS, pauseMs: 500, maxPauseMs: 8_000, random: Math.random },
  heartbeat: { forMs: 0, pauseMs: 0, maxPauseMs: 0, random: Math.random },
  finished: { forMs: 5 * MINUTE_MS, pauseMs: 500, maxPauseMs: 20_000, random: Math.random },
} satisfies Record<UnitCallback['event'], RetryPlan>
export type CallbackRetries = Record<UnitCallback['event'], RetryPlan>

/** The worker's line to the edge for one unit. Each call tells whether the work is still wanted. */
export type CallbackLine = {
  started(signal?: AbortSignal): Promise<boolean>
  heartbeat(progress: number, signal?: AbortSignal): Promise<boolean>
  finished(result: UnitResult): Promise<boolean>
}

/**
 * `t=<unix s>,v1=<hex hmac-sha256 of "<t>.<body>">`, the scheme of Stripe's webhooks:
 * https://docs.stripe.com/webhooks#verify-manually
 */
export function signatureHeader(secret: string, body: string, unixSeconds: number): string {
  const mac = createHmac('sha256', secret).update(`${unixSeconds}.${body}`).digest('hex')
  return `t=${unixSeconds},v1=${mac}`
}

/**
 * Calls are signed anew on every try, because the edge refuses old signatures. 5xx and broken connections are tried
 * again; a 4xx is the edge's last word.
 */
export function openCallbackLine(
  guardedFetch: GuardedFetch,
  unit: UnitInput,
  retries: CallbackRetries = callbackRetries,
): CallbackLine {
  const { url, secret } = unit.callback
  const about = { unitId: unit.unitId, attempt: unit.attempt }

  function send(message: UnitCallback, signal?: AbortSignal): Promise<boolean> {
    const body = JSON.stringify(message)
    const sendOnce = () => {
      const headers = {
        'content-type': 'application/json',
        'foxetales-signature': signatureHeader(secret, body, Math.floor(Date.now() / 1000)),
      }
      return guardedFetch(url, { method: 'POST', headers, body, timeoutMs: TIMEOUT_MS, signal }, readAnswer)
    }
    return withRetries(retries[message.event], sendOnce, signal)
  }

  return {
    started: (signal) => send({ event: 'started', ...about }, signal),
    heartbeat: (progress, signal) => send({ event: 'heartbeat', ...about, progress }, signal),
    finished: (result) => send({ event: 'finished', ...about, result }),
  }
}

async function readAnswer(answer: Response): Promise<boolean> {
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new UnitFailure('CALLBACK_REFUSED', `the callback was refused: ${answer.status}`, {
      retryable: false,
    })
  }
  return unitCallbackAnswer.parse(await answer.json()).proceed
}
