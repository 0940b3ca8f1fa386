import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

interface RecordedRequest {
  method: string
  /** Path and query, byte for byte. */
  target: string
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

/** Answers a request, or returns false to hold it open. */
export type Answer = (request: RecordedRequest, response: ServerResponse) => void

/** A server on a free port that keeps what it was sent, in order. It plays RunPod's side as the tests script it. */
export async function givenRecordingServer(answer: Answer) {
  const requests: RecordedRequest[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of incoming) {
      chunks.push(chunk)
    }
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(incoming.headers)) {
      headers[name] = String(value)
    }
    const request = {
      method: incoming.method ?? '',
      target: incoming.url ?? '',
      headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }
    requests.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return {
    requests,
    base: `http://127.0.0.1:${port}/v2/ep`,
    to: (part: string) => requests.filter((request) => request.target.includes(part)),
  }
}

/** Templates in the shape production uses. */
export function productionEnv(base: string): Record<string, string> {
  return {
    RUNPOD_WEBHOOK_GET_JOB: `${base}/job-take/$ID?gpu=NVIDIA+A100-SXM4-80GB`,
    RUNPOD_WEBHOOK_POST_OUTPUT: `${base}/job-done/$RUNPOD_POD_ID/$ID?gpu=NVIDIA+A100-SXM4-80GB`,
    RUNPOD_WEBHOOK_PING: `${base}/ping/$RUNPOD_POD_ID?gpu=NVIDIA+A100-SXM4-80GB`,
    RUNPOD_AI_API_KEY: 'raw-key',
    RUNPOD_POD_ID: 'pod1',
    RUNPOD_POD_HOSTNAME: 'host1',
  }
}

/** Hands out each job once, holds every poll after that, and accepts everything else. */
export function jobsThenSilence(...answers: unknown[]): Answer {
  const left = [...answers]
  return (request, response) => {
    if (request.target.includes('/job-stop/')) {
      return
    }
    if (request.target.includes('/job-take')) {
      const next = left.shift()
      if (next !== undefined) {
        sendJson(response, next)
      }
      return
    }
    sendJson(response, {})
  }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}
