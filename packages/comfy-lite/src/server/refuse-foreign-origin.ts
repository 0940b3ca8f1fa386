import type { MiddlewareHandler } from 'hono'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * A web page elsewhere must not drive a server on somebody's own machine: with a loopback Host, an Origin of
 * another host gets 403. Requests without Origin (every client that is no browser) pass.
 */
export const refuseForeignOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  const host = c.req.header('host') ?? ''
  const hostName = URL.parse(`http://${host}`)?.hostname ?? ''
  if (origin !== undefined && loopbackNames.includes(hostName) && URL.parse(origin)?.host !== host) {
    return c.body(null, 403)
  }
  return await next()
}
