import { systemClock } from '../worker/clock.ts'

export interface WebhookDelivery {
  address: string
  /** The JSON of `/status`. */
  body: unknown
  /** Between tries, in ms. */
  retryMs: number
  end: AbortSignal
}

const tries = 3

/**
 * Posts a job's final status to the address its client gave: one try, then two more, never again, unsigned, as RunPod
 * does. Returns whether a 200 came back.
 */
export async function deliverWebhook(delivery: WebhookDelivery): Promise<boolean> {
  for (let attempt = 1; attempt <= tries && !delivery.end.aborted; attempt += 1) {
    if (await postOnce(delivery)) {
      return true
    }
    if (attempt < tries) {
      await systemClock.sleep(delivery.retryMs, delivery.end)
    }
  }
  return false
}

async function postOnce(delivery: WebhookDelivery): Promise<boolean> {
  try {
    const response = await fetch(delivery.address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(delivery.body),
      signal: AbortSignal.any([delivery.end, AbortSignal.timeout(10_000)]),
    })
    await response.text()
    return response.status === 200
  } catch {
    // Nobody there, or an address that is none: the same to the sender, who tries again and then lets it be.
    return false
  }
}
