import { AppError } from '@foxetales/shared-schemas/errors'
import { newId } from '@foxetales/shared-schemas/ids'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from '../env.ts'
import type { Services } from '../services.ts'
import { admin } from './admin.ts'
import { alerts } from './alerts.ts'
import { books } from './books.ts'
import { callbacks } from './callbacks.ts'
import type { AppEnv } from './context.ts'
import { letShopsIn, letShopsShow } from './cross-origin.ts'
import { customers } from './customers.ts'
import { docs } from './docs.ts'
import { files } from './files.ts'
import { health } from './health.ts'
import { onError } from './on-error.ts'
import { orderPage } from './order-page.ts'
import { orders } from './orders.ts'
import { previews } from './previews.ts'
import { shopify } from './shopify.ts'
import { site } from './site.ts'
import { webhooks } from './webhooks.ts'

/** Every route, on the services that `compose` makes of the environment. */
export function createApp(compose: (env: Env) => Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError((fault, c) => onError(fault, c))
  app.use(async (c, next) => {
    c.set('requestId', newId('request', Date.now()))
    c.header('x-request-id', c.get('requestId'))
    c.set('services', compose(c.env))
    await next()
  })
  for (const shown of ['/files/*', '/embed/*', '/fonts/*']) app.use(shown, letShopsShow)
  // A WebSocket's answer has headers that cannot be changed.
  // The app's page in a shop's admin is framed there, and says by whom itself.
  const isFramed = (path: string) => path === '/shopify'
  app.use(async (c, next) =>
    c.req.header('upgrade') || isFramed(c.req.path) ? next() : secureHeaders()(c, next),
  )
  app.use('/api/*', letShopsIn)
  for (const rooms of [
    previews,
    orders,
    books,
    files,
    callbacks,
    webhooks,
    shopify,
    admin,
    alerts,
    customers,
    health,
    docs,
    orderPage,
    site,
  ]) {
    app.route('/', rooms)
  }
  app.notFound((c) => onError(new AppError('NOT_FOUND'), c))
  return app
}
