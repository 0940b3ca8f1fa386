import { graphql } from 'graphql'
import { type Context, Hono } from 'hono'
import { adminResolvers } from './admin-resolvers.ts'
import { adminSchema } from './admin-schema.ts'
import type { Shop, ShopifyState } from './shopify-state.ts'

const supportedVersions = ['2026-07', '2026-10']

/** The admin of every shop, under `/<shop>/admin`: token exchange and GraphQL. */
export function adminRoutes(state: ShopifyState): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    return state.down ? c.text('Service Unavailable', 503) : next()
  })

  app.post('/:shop/admin/oauth/access_token', async (c) => {
    const shop = state.shops.get(c.req.param('shop'))
    const body: Record<string, unknown> = await c.req.json()
    const isOurs = body['client_id'] === state.clientId && body['client_secret'] === state.secret
    const isExchange =
      body['grant_type'] === 'urn:ietf:params:oauth:grant-type:token-exchange' &&
      body['subject_token_type'] === 'urn:ietf:params:oauth:token-type:id_token' &&
      typeof body['subject_token'] === 'string'
    if (!shop || !isOurs || !isExchange) return c.json({ error: 'invalid_request' }, 400)
    const token = `shpat_${crypto.randomUUID().replaceAll('-', '')}`
    shop.tokens.add(token)
    return c.json({ access_token: token, scope: 'read_orders,write_merchant_managed_fulfillment_orders' })
  })

  app.post('/:shop/admin/api/:version/graphql.json', async (c) => {
    const shop = signedIn(state, c)
    if (!shop) return c.json({ errors: '[API] Invalid API key or access token' }, 401)
    if (!supportedVersions.includes(c.req.param('version'))) return c.json({ errors: 'Not Found' }, 404)
    const { query, variables } = await c.req.json<{ query: string; variables?: Record<string, unknown> }>()
    const answer = await graphql({
      schema: adminSchema,
      source: query,
      rootValue: adminResolvers(state, shop),
      ...(variables ? { variableValues: variables } : {}),
    })
    return c.json(answer)
  })
  return app
}

function signedIn(state: ShopifyState, c: Context): Shop | undefined {
  const shop = state.shops.get(c.req.param('shop') ?? '')
  return shop?.tokens.has(c.req.header('x-shopify-access-token') ?? '') ? shop : undefined
}
