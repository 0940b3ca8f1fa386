import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { AppEnv } from './context.ts'

const anyShop = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
  exposeHeaders: ['x-request-id', 'retry-after'],
  maxAge: 86_400,
})

/**
 * The web component lives on shops of other origins. Every origin may call the public API: what protects a preview or an
 * order is its token, in a header that no browser adds by itself. The desk is served from here and needs none of this.
 */
export const letShopsIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  // A WebSocket is open to every origin anyway, and its answer has headers that cannot be changed.
  if (c.req.header('upgrade') || c.req.path.startsWith('/api/admin/')) return next()
  return anyShop(c, next)
}

/** Script, fonts and pictures are used on other origins too; what keeps pictures private is their signed links. */
export const letShopsShow: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
}
