import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { TestContext } from 'vitest'

export interface HostedFile {
  readonly url: string
  readonly sha256: string
  readonly bytes: number
}

export interface FileHost {
  host(name: string, content: Uint8Array): HostedFile
  /** How often a file was asked for, by method, `RANGE` for a part. */
  readonly asked: string[]
  /** Answers so many requests with 503 first. */
  failNext(count: number): void
  /** Another media type than a PDF's. */
  type: string
}

/** Files behind addresses, as a shop's storage serves them: GET, HEAD, ranges. */
export async function hostFiles(context: TestContext): Promise<FileHost> {
  const files = new Map<string, Uint8Array>()
  let failures = 0
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const content = files.get(pathname)
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    asked.push(`${range ? 'RANGE' : request.method} ${pathname}`)
    if (failures > 0 || content === undefined) {
      failures = Math.max(0, failures - 1)
      response.writeHead(content === undefined ? 404 : 503).end()
      return
    }
    const part = range ? content.subarray(Number(range[1]), Number(range[2]) + 1) : content
    response.writeHead(range ? 206 : 200, {
      'content-type': host.type,
      'content-length': part.length,
    })
    response.end(request.method === 'HEAD' ? undefined : part)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  context.onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const host: FileHost = {
    asked,
    type: 'application/pdf',
    failNext(count) {
      failures = count
    },
    host(name, content) {
      files.set(`/${name}`, content)
      const sha256 = createHash('sha256').update(content).digest('hex')
      return { url: `http://127.0.0.1:${port}/${name}`, sha256, bytes: content.length }
    },
  }
  return host
}
