import type { MiddlewareHandler } from 'hono'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether a request comes from a web page of another host than this server's own loopback address. Requests
 * without an Origin, which is every client that is no browser, never do.
 */
export function isForeignOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined) return false
  const hostName = URL.parse(`http://${host}`)?.hostname ?? ''
  return loopbackNames.includes(hostName) && URL.parse(origin)?.host !== host
}

/** A page elsewhere must not drive a server on somebody's own machine: 403, as ComfyUI answers it. */
export const refuseForeignOrigin: MiddlewareHandler = async (c, next) => {
  if (isForeignOrigin(c.req.header('origin'), c.req.header('host'))) return c.body(null, 403)
  return await next()
}
