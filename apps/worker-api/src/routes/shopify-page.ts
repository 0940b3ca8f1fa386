import { html, raw } from 'hono/html'

/** Runs in the shop's admin: App Bridge says who is signed in, and we are told. No markup is built from text. */
const script = `
const words = document.getElementById('words')
try {
  const token = await shopify.idToken()
  const answer = await fetch('/shopify/install', { method: 'POST', headers: { authorization: 'Bearer ' + token } })
  const body = await answer.json()
  words.textContent = answer.ok
    ? 'Foxetales is connected to ' + body.shop + '. Add the block “Foxetales book” to a product’s page in the theme editor.'
    : body.error.message + ' (' + body.error.request_id + ')'
} catch {
  words.textContent = 'The shop could not be connected. Please open this page again.'
}
`

/** The app's page in a shop's admin. App Bridge has to come from Shopify: https://shopify.dev/docs/api/app-bridge-library */
export function shopifyPage(clientId: string) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta name="shopify-api-key" content="${clientId}">
<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>
<title>Foxetales</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; color: #33302c; margin: 0 auto; padding: 2rem 1rem; max-width: 40rem }</style>
</head>
<body>
<h1>Foxetales</h1>
<p id="words" role="status">Connecting your shop …</p>
<p>A product sells a book when its SKU is <code>foxetales-</code> and the book’s id, for example <code>foxetales-lantern</code>.</p>
<script type="module">${raw(script)}</script>
</body>
</html>`
}
