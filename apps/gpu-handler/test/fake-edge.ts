import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type UnitCallback, unitCallback } from '@foxetales/shared-schemas/unit'

export const SECRET = 'a secret of at least thirty-two characters'

/** Files by signed link and unit callbacks, as worker-api serves them: what a handler sees of the edge. */
export type FakeEdge = {
  readonly url: string
  readonly host: string
  readonly files: Map<string, Buffer>
  /** Callbacks whose signature is genuine. */
  readonly heard: UnitCallback[]
  /** Says whether the work may go on; always, unless replaced. */
  proceed: (callback: UnitCallback) => boolean
  /** Answers of these statuses are given first, one per request, by `METHOD /path`. */
  readonly troubles: Map<string, number[]>
  close(): Promise<void>
}

export async function startFakeEdge(): Promise<FakeEdge> {
  const files = new Map<string, Buffer>()
  const heard: UnitCallback[] = []
  const troubles = new Map<string, number[]>()
  const server = createServer((request, response) => {
    void answer(edge, request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A listening TCP server has an AddressInfo.
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  const edge: FakeEdge = {
    url: `http://${host}`,
    host,
    files,
    heard,
    proceed: () => true,
    troubles,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return edge
}

async function answer(edge: FakeEdge, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/'
  const body = await readBody(request)
  const trouble = edge.troubles.get(`${request.method} ${path}`)?.shift()
  if (trouble !== undefined) {
    response.writeHead(trouble, trouble < 400 ? { location: `${edge.url}/elsewhere` } : {}).end('{}')
    return
  }
  if (path === '/callback') return hear(edge, request, body, response)
  if (request.method === 'PUT') return store(edge, path, request, body, response)
  const file = edge.files.get(path)
  response.writeHead(file ? 200 : 404).end(file ?? '{}')
}

const contentTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  identity: 'application/octet-stream',
}

function store(
  edge: FakeEdge,
  path: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const expected = contentTypes[path.split('.').at(-1) ?? '']
  if (request.headers['content-type'] !== expected) {
    response.writeHead(415).end('{}')
    return
  }
  edge.files.set(path, body)
  const sha256 = createHash('sha256').update(body).digest('hex')
  response.writeHead(200).end(JSON.stringify({ sha256, bytes: body.length }))
}

function hear(edge: FakeEdge, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const header = String(request.headers['foxetales-signature'])
  const [, time, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? []
  const expected = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex')
  if (mac !== expected) {
    response.writeHead(401).end('{}')
    return
  }
  const callback = unitCallback.parse(JSON.parse(body.toString()))
  edge.heard.push(callback)
  response.writeHead(200).end(JSON.stringify({ proceed: edge.proceed(callback) }))
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
