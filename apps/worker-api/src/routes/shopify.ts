import { AppError } from '@foxetales/shared-schemas/errors'
import { Hono } from 'hono'
import { shopTicket } from '../domain/shop-ticket.ts'
import { readConfig } from '../env.ts'
import { acceptShopEvent } from '../flows/accept-shop-event.ts'
import { installShop } from '../flows/open-shop.ts'
import type { AppEnv } from './context.ts'
import { shopifyPage } from './shopify-page.ts'

/** What Shopify and the pages of its shops ask of us; everything else of a purchase is the public API. */
export const shopify = new Hono<AppEnv>()

shopify.post('/webhooks/shopify', async (c) => {
  const services = c.get('services')
  const event = await services.storefront.parseWebhook({
    rawBody: await c.req.text(),
    headers: c.req.raw.headers,
  })
  await acceptShopEvent(services, event)
  return c.json({ received: true })
})

/** Through the app proxy: what a page of the shop sends along with the photo, which goes straight to us. */
shopify.get('/shopify/proxy/ticket', async (c) => {
  const services = c.get('services')
  const { shop } = await services.storefront.verifyProxy(new URL(c.req.url))
  c.header('Cache-Control', 'private, no-store')
  return c.json({ ticket: await shopTicket(services.settings.signingKey, shop, services.now()) })
})

/** Shown inside the shop's admin, and nowhere else. */
shopify.get('/shopify', (c) => {
  const shop = c.req.query('shop') ?? ''
  const admin = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(shop) ? `https://${shop} ` : ''
  c.header('Content-Security-Policy', `frame-ancestors ${admin}https://admin.shopify.com`)
  return c.html(shopifyPage(readConfig(c.env).SHOPIFY_CLIENT_ID))
})

/** The app's own page in the shop's admin, opened by its owner: installs, and renews what has worn out. */
shopify.post('/shopify/install', async (c) => {
  const services = c.get('services')
  const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (!token) throw new AppError('UNAUTHORIZED')
  const session = await services.storefront.readSession(token)
  return c.json(await installShop(services, { ...session, token }))
})
