import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { orderBody, webhooksFor } from './emit.ts'
import { placeOrder } from './place-order.ts'
import { cartPage, checkoutPage, productPage, thanksPage } from './shop-pages.ts'
import type { Property, Shop, ShopifyState, Variant } from './shopify-state.ts'
import { signProxied } from './sign.ts'

/** The product's page in each of the shop's languages. */
const productPaths = { '/products/lantern': 'en', '/vi/products/lantern': 'vi' } as const

type CartLine = { variant: Variant; quantity: number; properties: Property[] }

/** The pages of one shop: product, cart, checkout, and what it forwards through its app proxy. */
export function shopRoutes(options: {
  state: ShopifyState
  shop: Shop
  /** Where the app answers: its API for browsers, and the address its proxy forwards to. */
  api: string
  send: (request: Request) => Promise<unknown>
  log: (line: string) => void
}): Hono {
  const { state, shop, api } = options
  const carts = new Map<string, CartLine[]>()
  const app = new Hono()
  const languageOf = (c: Context) => (getCookie(c, 'language') === 'vi' ? 'vi' : 'en')

  function cartOf(c: Context): CartLine[] {
    const id = getCookie(c, 'cart') ?? crypto.randomUUID()
    setCookie(c, 'cart', id, { httpOnly: true, sameSite: 'Lax' })
    const lines = carts.get(id) ?? []
    carts.set(id, lines)
    return lines
  }

  app.get('/', (c) => c.redirect('/products/lantern'))

  for (const [path, language] of Object.entries(productPaths)) {
    app.get(path, (c) => {
      setCookie(c, 'language', language)
      const variant = shop.variants[0]
      return variant ? c.html(productPage(shop, variant, { api, language })) : c.notFound()
    })
  }

  app.get('/apps/foxetales/*', async (c) => {
    const target = new URL(api)
    target.pathname = `/shopify/proxy${new URL(c.req.url).pathname.slice('/apps/foxetales'.length)}`
    const answer = await fetch(await signProxied(state.secret, target, shop.domain, state.now()))
    return new Response(answer.body, {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
    })
  })

  app.post('/cart/add.js', async (c) => {
    const { items } = await c.req.json<{
      items: { id: number; quantity: number; properties?: Record<string, string> }[]
    }>()
    const lines = cartOf(c)
    for (const { id, quantity, properties } of items) {
      const variant = shop.variants.find((one) => one.id === id)
      if (!variant)
        return c.json({ status: 422, message: 'Cart Error', description: 'Cannot find variant' }, 422)
      const named = Object.entries(properties ?? {}).map(([key, value]) => ({ key, value }))
      lines.push({ variant, quantity, properties: named })
    }
    return c.json({ items })
  })

  app.get('/cart', (c) => {
    const lines = cartOf(c).map(({ variant, quantity }) => {
      return { title: variant.title, quantity, totalMinor: variant.priceMinor * quantity }
    })
    return c.html(cartPage(shop, lines, languageOf(c)))
  })

  app.get('/checkout', (c) => c.html(checkoutPage(shop, languageOf(c))))

  app.post('/checkout', async (c) => {
    const form = await c.req.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const lines = cartOf(c)
    if (lines.length === 0) return c.redirect('/cart')
    const language = languageOf(c)
    const order = placeOrder(state, shop, {
      lines: lines.splice(0).map(({ variant, ...line }) => ({ variantId: variant.id, ...line })),
      email: text('email'),
      locale: language,
      address: {
        name: text('name'),
        address1: text('address1'),
        address2: null,
        city: text('city'),
        provinceCode: text('province') || null,
        zip: text('zip'),
        countryCodeV2: text('country'),
        phone: text('phone') || null,
      },
    })
    for (const request of await webhooksFor(state, shop, 'orders/paid', orderBody(order))) {
      // Shopify repeats what was not taken, eight times in four hours; here the nightly look finds it.
      options
        .send(request)
        .catch(() => options.log(`shopify: ${order.name}: the app did not take orders/paid`))
    }
    const back = `/${language === 'vi' ? 'vi/' : ''}products/lantern`
    return c.html(thanksPage(shop, order.name, back, language))
  })
  return app
}
