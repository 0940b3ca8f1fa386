import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

export interface ServedApp {
  readonly url: string
  close(): Promise<void>
}

/** Serves an app over plain HTTP; port 0 takes a free one. @throws {Error} when the port is taken */
export async function serveApp(fetch: Hono['fetch'], port: number, host: string): Promise<ServedApp> {
  const server = createAdaptorServer({ fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  // `address()` is an AddressInfo for every server that listens on a port, which this one does.
  const address = server.address() as AddressInfo
  return {
    url: `http://${host}:${address.port}`,
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
