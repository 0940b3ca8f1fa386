import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { serveApp } from '../serve-app.ts'
import { adminRoutes } from './admin-routes.ts'
import { shopRoutes } from './shop-routes.ts'
import { openShopifyState } from './shopify-state.ts'
import { signSession } from './sign.ts'

export interface LocalShopifyOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly host: string
  readonly clientId: string
  readonly secret: string
  /** The app's public address. */
  readonly api: string
  readonly log?: (line: string) => void
}

export interface LocalShopify {
  readonly url: string
  /** The owner opens the app in the admin: tried until the app answers. */
  install(): Promise<void>
  close(): Promise<void>
}

const domain = 'toy-box.myshopify.com'
const installTries = 60

/** A Shopify with one shop in it that sells the book: its pages, its admin, its webhooks. */
export async function startLocalShopify(options: LocalShopifyOptions): Promise<LocalShopify> {
  const { clientId, secret, api, log = console.error } = options
  const state = openShopifyState({
    clientId,
    secret,
    privacyUrl: `${api}/webhooks/shopify`,
    shops: [
      {
        domain,
        currency: 'USD',
        variants: [{ id: 1, title: 'The Lantern of Tales', sku: 'foxetales-lantern', priceMinor: 4990 }],
      },
    ],
  })
  const shop = state.shops.get(domain)
  if (!shop) throw new Error('no shop')
  const app = new Hono()
  app.route('/', adminRoutes(state))
  app.route('/', shopRoutes({ state, shop, api, send: (request) => fetch(request), log }))
  const server = await serveApp(app.fetch, options.port, options.host)

  let isOpen = true
  async function install(): Promise<void> {
    for (let tries = 0; isOpen && tries < installTries; tries++) {
      try {
        const token = await signSession({ clientId, secret }, domain, state.now())
        const headers = { authorization: `Bearer ${token}` }
        if ((await fetch(`${api}/shopify/install`, { method: 'POST', headers })).ok) return
      } catch {
        // Not listening yet.
      }
      await sleep(500)
    }
    if (isOpen) log('shopify: the app could not be installed')
  }
  return {
    url: server.url,
    install,
    async close() {
      isOpen = false
      await server.close()
    },
  }
}
