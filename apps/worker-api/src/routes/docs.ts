import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from './context.ts'
import { openApiDocument, routeNotes } from './openapi.ts'

export const docs = new Hono<AppEnv>()

docs.get('/openapi.json', (c) => c.json(openApiDocument(c.get('services').settings.publicUrl)))

/** The same document for people: drawn by us, so that no third party learns who reads it. */
docs.get('/docs', (c) =>
  c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Foxetales API</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; color: #33302c; background: #fffaf1; margin: 0 auto; padding: 2rem 1rem; max-width: 60rem }
  h1 { font-weight: 600 } code { font: 14px/1.4 ui-monospace, monospace }
  table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid #e8dcc6 }
  .method { text-transform: uppercase; font-weight: 600; color: #7a3b1d } .access { white-space: nowrap; color: #5d5a52 }
  @media (max-width: 40rem) { td { display: block; border: 0; padding: .1rem 0 } tr { display: block; padding: .75rem 0; border-bottom: 1px solid #e8dcc6 } thead { display: none } }
</style>
</head>
<body>
<h1>Foxetales API</h1>
<p>The machine-readable document is <a href="/openapi.json">/openapi.json</a>. Every error has one shape:
<code>{"error":{"code","message","details","request_id","timestamp","retryable"}}</code>.</p>
<table>
<thead><tr><th>Route</th><th>What it does</th><th>Who may</th></tr></thead>
<tbody>${routeNotes.map(
    (note) => html`<tr><td><span class="method">${note.method}</span> <code>${note.path}</code></td>
<td>${note.summary}</td><td class="access">${note.access}</td></tr>`,
  )}</tbody>
</table>
</body>
</html>`),
)
