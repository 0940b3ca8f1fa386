import { createHash } from 'node:crypto'
import type { ServedApp } from '../serve-app.ts'
import { serveApp } from '../serve-app.ts'
import { openDocumentStore } from '../state/document-store.ts'
import { randomId } from '../state/random-id.ts'
import { type LocalGelato, localGelato } from './local-gelato.ts'
import { type LocalLulu, localLulu } from './local-lulu.ts'
import { type LocalProdigi, localProdigi } from './local-prodigi.ts'
import type { PrinterTools } from './played-printer.ts'
import { pageSizes } from './read-page-sizes.ts'

export interface LocalPrintersOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly host?: string
  /** Jobs lie here, and are found again by the next start. */
  readonly stateDir: string
  readonly lulu: { readonly clientKey: string; readonly clientSecret: string }
  readonly prodigi: { readonly apiKey: string }
  readonly gelato: {
    readonly apiKey: string
    readonly webhookUrl: string
    readonly webhookSecret: string
    readonly retryMs?: number
  }
  /** The time from one status to the next; 600 ms unless told, and 0 for never by itself. */
  readonly stepMs?: number
  readonly slowMs?: number
}

export interface LocalPrinters extends ServedApp {
  readonly lulu: LocalLulu
  readonly prodigi: LocalProdigi
  readonly gelato: LocalGelato
}

/**
 * Lulu, Prodigi and Gelato on one port, each under a path of its own name (`/lulu`, `/prodigi/v4.0`, `/gelato`), which is
 * the address an adapter is configured with. @throws {Error} when the port is taken
 */
export async function startLocalPrinters(options: LocalPrintersOptions): Promise<LocalPrinters> {
  const store = openDocumentStore(options.stateDir, 'printers')
  const tools: PrinterTools = {
    now: Date.now,
    randomId,
    fetch: (request) => fetch(request),
    md5: async (bytes) => createHash('md5').update(bytes).digest('hex'),
    readPdf: pageSizes,
    slowMs: options.slowMs ?? 20_000,
  }
  const lulu = localLulu({
    ...tools,
    ...options.lulu,
    jobs: store.collection('lulu jobs'),
    webhooks: store.collection('lulu webhooks'),
  })
  const prodigi = localProdigi({ ...tools, ...options.prodigi, orders: store.collection('prodigi orders') })
  const gelato = localGelato({ ...tools, ...options.gelato, orders: store.collection('gelato orders') })
  const printers = { lulu, prodigi, gelato }

  const served = await serveApp(answer, options.port, options.host ?? '127.0.0.1')
  const stepping = keepStepping(Object.values(printers), options.stepMs ?? 600)

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const [, name = ''] = url.pathname.split('/')
    if (!isPrinter(name)) return new Response('no such printer', { status: 404 })
    url.pathname = url.pathname.slice(name.length + 1)
    const { method, headers } = request
    const body = method === 'GET' || method === 'HEAD' ? {} : { body: await request.arrayBuffer() }
    return printers[name].answer(new Request(url, { method, headers, ...body }))
  }
  const isPrinter = (name: string): name is keyof typeof printers => name in printers

  return {
    ...printers,
    url: served.url,
    async close() {
      await served.close()
      await stepping.stop()
      store.close()
    },
  }
}

/** Lets every printer take a step now and then, one after the other. */
function keepStepping(printers: readonly { step(): Promise<void> }[], everyMs: number) {
  let stopped = everyMs === 0
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const again = () => {
    if (stopped) return
    timer = setTimeout(() => {
      running = (async () => {
        for (const printer of printers) await printer.step()
      })().finally(again)
    }, everyMs)
  }
  again()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
      return running
    },
  }
}
