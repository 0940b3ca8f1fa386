import { AppError } from '@foxetales/shared-schemas/errors'
import { Hono } from 'hono'
import type { AppContext, AppEnv } from './context.ts'

/** What a browser is shown: the demo shop, the order desk, the web component and the fonts it sets the book in. */
export const site = new Hono<AppEnv>()

/** Scripts of ours alone; pictures from the files' own addresses and the photo that the parent has just chosen. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

site.get('/', (c) => c.redirect('/shop/'))
site.get('/shop', (c) => c.redirect('/shop/'))
site.get('/desk', (c) => c.redirect('/desk/'))
site.get('/shop/', (c) => page(c, 'shop/index.html'))
site.get('/shop/vi', (c) => c.redirect('/shop/vi/'))
site.get('/shop/vi/', (c) => page(c, 'shop/vi.html'))
site.get('/desk/', (c) => page(c, 'desk/index.html'))
site.get('/theme.css', (c) => asset(c, 'theme.css'))

for (const folder of ['shop', 'desk', 'embed', 'fonts']) {
  site.get(`/${folder}/:file{[a-z0-9-]+\\.[a-z0-9]+}`, (c) => asset(c, `${folder}/${c.req.param('file')}`))
}

async function page(c: AppContext, file: string): Promise<Response> {
  const answer = await asset(c, file)
  answer.headers.set('Content-Security-Policy', contentSecurityPolicy)
  answer.headers.set('Referrer-Policy', 'no-referrer')
  return answer
}

/** The component and its fonts are used from a shop's own pages, so any origin may load them. */
async function asset(c: AppContext, file: string): Promise<Response> {
  const headers = new Headers()
  const known = c.req.header('if-none-match')
  if (known) headers.set('if-none-match', known)
  const found = await c.env.ASSETS.fetch(new Request(`https://assets.internal/site/${file}`, { headers }))
  if (!found.ok && found.status !== 304) throw new AppError('NOT_FOUND')
  const answer = new Response(found.body, found)
  answer.headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  if (/^(embed|fonts)\//.test(file)) answer.headers.set('Access-Control-Allow-Origin', '*')
  return answer
}
