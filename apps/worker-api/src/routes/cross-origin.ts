import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { allowedOrigin } from '../domain/shop-origins.ts'
import { readConfig } from '../env.ts'
import type { AppEnv } from './context.ts'

const knownShops = cors({
  origin: (origin, c) => allowedOrigin(readConfig(c.env).SHOP_ORIGINS, origin),
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
  exposeHeaders: ['x-request-id', 'retry-after'],
  maxAge: 86_400,
})

/**
 * The web component lives on shops of other origins, those in SHOP_ORIGINS. What protects a preview or an order is its
 * token, in a header that no browser adds by itself. The desk is served from here and needs none of this.
 */
export const letShopsIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  // A WebSocket is open to every origin anyway, and its answer has headers that cannot be changed.
  if (c.req.header('upgrade') || c.req.path.startsWith('/api/admin/')) return next()
  return knownShops(c, next)
}

/** Script, fonts and pictures are used on other origins too; what keeps pictures private is their signed links. */
export const letShopsShow: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
}
