import { localGelato } from '@foxetales/local-stack/printers/local-gelato'
import { localLulu } from '@foxetales/local-stack/printers/local-lulu'
import { localProdigi } from '@foxetales/local-stack/printers/local-prodigi'
import {
  type PlayedPrinter as LocalPrinter,
  memoryShelf,
  type PrinterTools,
} from '@foxetales/local-stack/printers/played-printer'
import { gelato } from '../../../src/adapters/print/gelato.ts'
import { housePress } from '../../../src/adapters/print/house-press.ts'
import { lulu } from '../../../src/adapters/print/lulu.ts'
import type { PrinterKind } from '../../../src/adapters/print/printer-kind.ts'
import { prodigi } from '../../../src/adapters/print/prodigi.ts'
import type { PrintStatus, PrintVendor } from '../../../src/ports/print-vendor.ts'
import { playHousePress } from './play-house-press.ts'
import { playWire, type Trouble, type WireRequest } from './wire.ts'

const nowSeconds = 1_790_000_000
const now = () => nowSeconds * 1000

export type News = { rawBody: string; headers: Headers; url: string }

/** A printer with its vendor played behind it. Every adapter has one, and keeps the same promises. */
export type PlayedPrinter = {
  printer: PrintVendor
  requests: WireRequest[]
  /** What becomes of the next requests about jobs. */
  trouble: Trouble[]
  jobsMade(): number
  /** The vendor goes on until it says, in its own words, that the job has come this far. */
  become(vendorRef: string, status: PrintStatus): Promise<void>
  /** The vendor's next news of the job, as it sends it. */
  news(vendorRef: string): Promise<News>
  /** The same news from somebody who does not know what the vendor knows. */
  forge(news: News): News
}

/** `fate`: what the vendor makes of the orders that come. */
export type PlayedOptions = { acceptsDrafts?: boolean; timeoutMs?: number; fate?: PrintStatus }

function opened(
  kind: PrinterKind,
  env: Record<string, string>,
  wire: ReturnType<typeof playWire>,
  { timeoutMs }: PlayedOptions,
): PrintVendor {
  const printer = kind.open(env, { fetch: wire.fetch, now, timeoutMs, memory: new Map() })
  if ('missing' in printer) throw new Error(`settings are missing: ${printer.missing.join()}`)
  return printer
}

export function playedHousePress(options: PlayedOptions = {}): PlayedPrinter {
  const keys = { apiKey: 'press_key_contract', webhookSecret: 'press_secret_contract' }
  const vendor = playHousePress(keys)
  const env = {
    PRESS_API_URL: 'http://localhost:4020',
    PRESS_API_KEY: keys.apiKey,
    PRESS_WEBHOOK_SECRET: keys.webhookSecret,
    PRESS_TAKES_DRAFTS: String(options.acceptsDrafts ?? true),
  }
  const itsWord: Partial<Record<PrintStatus, string>> = { submitted: 'received', failed: 'rejected' }
  return {
    printer: opened(housePress, env, vendor, options),
    requests: vendor.requests,
    trouble: vendor.trouble,
    jobsMade: () => vendor.jobs.size,
    async become(vendorRef, status) {
      const job = vendor.jobs.get(vendorRef) ?? { id: vendorRef, reference: 'ord_1' }
      vendor.add({ ...job, status: itsWord[status] ?? status })
    },
    async news(vendorRef) {
      const created_at = new Date(now()).toISOString()
      const job = vendor.jobs.get(vendorRef)
      const rawBody = JSON.stringify({ event_id: 'pev_1', type: 'print_job.status', created_at, job })
      const headers = await vendor.sign(rawBody, nowSeconds)
      return { rawBody, headers, url: 'https://api.example/webhooks/print/house-press' }
    },
    forge: (news) => ({ ...news, headers: new Headers({ 'x-press-signature': `t=${nowSeconds},v1=00` }) }),
  }
}

/** Our own side of the network as a local printer meets it: files that it fetches, and an address for its news. */
function ourSide(sizes: Record<string, readonly (readonly [number, number])[]>) {
  const sent: News[] = []
  const names = Object.keys(sizes)
  const tools: PrinterTools = {
    now,
    randomId: (length) => crypto.randomUUID().replaceAll('-', '').slice(0, length),
    md5: async () => '',
    readPdf: async ([name = 0]) => sizes[names[name] ?? ''] ?? 'it is no PDF',
    async fetch(request) {
      const name = /^https:\/\/files\.example\/(\w+)/.exec(request.url)?.[1]
      if (name === undefined) {
        sent.push({ rawBody: await request.text(), headers: request.headers, url: request.url })
        return new Response()
      }
      const body = request.method === 'HEAD' ? null : new Uint8Array(100).fill(names.indexOf(name))
      const status = request.headers.has('range') ? 206 : 200
      return new Response(body, { status, headers: { 'content-type': 'application/pdf' } })
    },
  }
  return { sent, tools }
}

/** An adapter with a local printer behind its fetch. */
function played(
  kind: PrinterKind,
  env: Record<string, string>,
  local: LocalPrinter & { fate: string },
  sent: News[],
  options: PlayedOptions,
): Omit<PlayedPrinter, 'jobsMade' | 'forge'> {
  const wire = playWire(
    ({ path, query, method, headers, body }) => {
      const init = { method, headers, ...(method === 'GET' ? {} : { body }) }
      return local.answer(new Request(`https://vendor.example${path}?${query}`, init))
    },
    ({ path }) => /\/(print-jobs|orders)/.test(path),
  )
  const printer = opened(kind, env, wire, options)
  const fates: Partial<Record<PrintStatus, string>> = {
    awaiting_payment: 'unpaid',
    on_hold: 'held',
    failed: 'rejected',
  }
  local.fate = fates[options.fate ?? 'submitted'] ?? 'printed'
  return {
    printer,
    requests: wire.requests,
    trouble: wire.trouble,
    async become(vendorRef, status) {
      if (status === 'cancelled') await printer.cancel(vendorRef)
      for (let steps = 0; steps < 12; steps += 1) {
        if ((await printer.get(vendorRef)).status === status) return
        await local.step()
      }
      throw new Error(`${printer.name} never says ${status}`)
    },
    async news() {
      await local.step()
      const news = sent.at(-1)
      if (!news) throw new Error(`${printer.name} sends nothing`)
      return news
    },
  }
}

const pagesOf = (count: number, side: number) => Array.from({ length: count }, () => [side, side] as const)
const webhookUrl = 'https://api.example/webhooks/print/any'

export function playedLulu(options: PlayedOptions = {}): PlayedPrinter {
  const { sent, tools } = ourSide({ interior: pagesOf(40, 222.25), cover: [[482.6, 260.35]] })
  const secret = 'lulu_client_secret_contract'
  const shelves = { jobs: memoryShelf<never>(), webhooks: memoryShelf<never>() }
  const local = localLulu({ ...tools, ...shelves, clientKey: 'lulu_key', clientSecret: secret })
  local.webhooks.put('w', { id: 'w', is_active: true, topics: [], url: webhookUrl, failures: 0 })
  const env = {
    LULU_API_URL: 'https://vendor.example',
    LULU_CLIENT_KEY: 'lulu_key',
    LULU_CLIENT_SECRET: secret,
    LULU_SKU: '0850X0850.FC.PRE.CW.080CW444.MXX',
    LULU_CONTACT_EMAIL: 'shop@example.test',
  }
  return {
    ...played(lulu, env, local, sent, options),
    jobsMade: () => local.jobs.all().length,
    forge: (news) => ({ ...news, headers: new Headers({ 'Lulu-HMAC-SHA256': '0'.repeat(64) }) }),
  }
}

export function playedProdigi(options: PlayedOptions = {}): PlayedPrinter {
  const { sent, tools } = ourSide({ interior: pagesOf(42, 210) })
  const local = localProdigi({ ...tools, apiKey: 'prodigi_key_contract', orders: memoryShelf() })
  const env = {
    PRODIGI_API_URL: 'https://vendor.example/v4.0',
    PRODIGI_API_KEY: 'prodigi_key_contract',
    PRODIGI_SKU: 'BOOK-FE-8_3-SQ-HARD-G',
    PRODIGI_CALLBACK_SECRET: 'prodigi_callback_contract',
  }
  return {
    ...played(prodigi, env, local, sent, options),
    jobsMade: () => local.orders.all().length,
    forge: (news) => ({ ...news, url: news.url.replace(/token=[0-9a-f]+/, `token=${'0'.repeat(64)}`) }),
  }
}

export function playedGelato(options: PlayedOptions = {}): PlayedPrinter {
  const { sent, tools } = ourSide({ interior: [[458.9, 240], ...pagesOf(42, 206)] })
  const webhook = { webhookUrl, webhookSecret: 'gelato_secret_contract', retryMs: 1 }
  const local = localGelato({ ...tools, ...webhook, apiKey: 'gelato_key_contract', orders: memoryShelf() })
  const env = {
    GELATO_ORDER_API_URL: 'https://vendor.example',
    GELATO_PRODUCT_API_URL: 'https://vendor.example',
    GELATO_API_KEY: 'gelato_key_contract',
    GELATO_PRODUCT_UID: 'photobooks-hardcover_pf_200x200-mm-8x8-inch_pt_170-gsm-65lb-coated-silk',
    GELATO_WEBHOOK_SECRET: 'gelato_secret_contract',
  }
  return {
    ...played(gelato, env, local, sent, options),
    jobsMade: () => local.orders.all().length,
    forge: (news) => ({ ...news, headers: new Headers({ 'x-webhook-secret': 'another secret' }) }),
  }
}
