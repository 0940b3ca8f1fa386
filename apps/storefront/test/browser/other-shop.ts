import { createServer } from 'node:http'

/** A shop of another origin (another port) with the element in its page, and nothing else of ours. */
export async function openOtherShop(api: string): Promise<AsyncDisposable & { readonly url: string }> {
  const page = `<!doctype html><html lang="en"><head><title>Toys</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <script type="module" src="${api}/embed/foxetales-book.js"></script></head>
    <body><main><h1>Toys</h1><foxetales-book></foxetales-book></main></body></html>`
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port was given')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
