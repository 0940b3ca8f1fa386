import { createServer } from 'node:http'
import type { TestContext } from 'vitest'

export interface ReceivedWebhook {
  readonly headers: Record<string, string>
  readonly body: string
}

export interface WebhookReceiver {
  readonly url: string
  /** What was taken, in the order in which it came. */
  readonly received: ReceivedWebhook[]
  /** Resolves when this many were taken. */
  until(count: number): Promise<void>
}

/** An address that takes webhooks, after it has refused the first few with 503. */
export async function receiveWebhooks(context: TestContext, refusals = 0): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = []
  let waiting: (() => void)[] = []
  let left = refusals
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (left > 0) {
        left -= 1
        response.writeHead(503).end()
        return
      }
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      received.push({ headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(200).end()
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  context.onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    async until(count) {
      while (received.length < count) {
        await new Promise<void>((wake) => {
          waiting.push(wake)
        })
      }
    },
  }
}
