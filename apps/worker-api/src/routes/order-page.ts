import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import { readOrder } from '../flows/read-order.ts'
import { requireToken } from './authenticate.ts'
import type { AppEnv } from './context.ts'
import { orderPageScript } from './order-page-script.ts'

export const orderPage = new Hono<AppEnv>()

/** A plain page that follows one order: it reads the public API with the token it was opened with, and nothing else. */
orderPage.get('/orders/:id', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'order', id)
  await readOrder(c.get('services'), id)
  c.header('Cache-Control', 'private, no-store')
  c.header('Referrer-Policy', 'no-referrer')
  return c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>Your book</title>
<style>
  body { font: 17px/1.5 Georgia, serif; color: #33302c; background: #fffaf1; margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 52rem }
  h1 { font-weight: 400; font-size: 2rem; margin: 0 0 .25rem } .quiet { color: #5d5a52; font-size: .95rem }
  ol { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem .9rem; margin: 1.25rem 0 } li { color: #6f6a60 }
  li[aria-current] { color: #7a3b1d; font-weight: 700 } li.past { color: #33302c }
  progress { width: 100%; height: .8rem; accent-color: #c9662e }
  .pages { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr)); gap: .6rem; margin-top: 1.25rem }
  .pages img, .pages div { width: 100%; aspect-ratio: 1; border-radius: .35rem; background: #f1e6d2; display: block }
  .note { background: #fdf0d8; border-left: .3rem solid #c9662e; padding: .75rem 1rem; margin: 1rem 0 } a { color: #7a3b1d }
</style>
</head>
<body>
<main id="order" data-order="${id}">
<h1>Your book</h1>
<p class="quiet" id="words" role="status">One moment …</p>
<ol id="steps"></ol>
<progress id="progress" max="1" value="0" aria-label="Pages made"></progress>
<div id="notes"></div>
<div class="pages" id="pages"></div>
</main>
<script type="module">${raw(orderPageScript)}</script>
</body>
</html>`)
})
