import { type LocalGelato, localGelato } from '@foxetales/local-stack/printers/local-gelato'
import { type LocalLulu, localLulu } from '@foxetales/local-stack/printers/local-lulu'
import { type LocalProdigi, localProdigi } from '@foxetales/local-stack/printers/local-prodigi'
import { memoryShelf, type PrinterTools } from '@foxetales/local-stack/printers/played-printer'
import { gelato } from '../../src/adapters/print/gelato.ts'
import { lulu } from '../../src/adapters/print/lulu.ts'
import { openPrinters } from '../../src/adapters/print/open-printers.ts'
import { prodigi } from '../../src/adapters/print/prodigi.ts'
import type { Random } from './random.ts'

export type Webhook = { vendor: string; url: string; headers: Headers; rawBody: string }

/** The printers of one run, and the network between them and us. */
export interface World {
  readonly printers: ReturnType<typeof openPrinters>
  readonly locals: { lulu: LocalLulu; prodigi: LocalProdigi; gelato: LocalGelato }
  /** News on its way. */
  readonly webhooks: Webhook[]
  /** Requests that we gave up and that reach the printer all the same, at this time. */
  readonly late: { at: number; deliver(): Promise<unknown> }[]
  /** How often the network and the printers fail: 0 to 1. */
  troubled: number
  now(): number
  pass(ms: number): void
  /** Jobs for an order, at every printer, alive or not. */
  jobsOf(orderId: string): { vendor: string; id: string; alive: boolean }[]
}

const pagesOf = (count: number, side: number) => Array.from({ length: count }, () => [side, side] as const)
/** What the printers find when they fetch a file: the first byte says which. */
const files = [
  pagesOf(40, 222.25),
  [[482.6, 260.35] as const],
  pagesOf(42, 210),
  [[458.9, 240] as const, ...pagesOf(42, 206)],
]
export const fileNames = ['lulu-interior', 'lulu-cover', 'prodigi', 'gelato'] as const

/** Shorter than the time for which nothing is sent anew. */
const latestMs = 4 * 60_000

/** Their settings, as a shop has them that uses all three. */
export const printerSettings = {
  LULU_API_URL: 'https://lulu.example',
  LULU_CLIENT_KEY: 'lulu_key_faults',
  LULU_CLIENT_SECRET: 'lulu_client_secret_faults',
  LULU_SKU: '0850X0850.FC.PRE.CW.080CW444.MXX',
  LULU_CONTACT_EMAIL: 'shop@example.test',
  PRODIGI_API_URL: 'https://prodigi.example/v4.0',
  PRODIGI_API_KEY: 'prodigi_key_faults_',
  PRODIGI_SKU: 'BOOK-FE-8_3-SQ-HARD-G',
  PRODIGI_CALLBACK_SECRET: 'prodigi_callback_faults',
  GELATO_ORDER_API_URL: 'https://gelato.example',
  GELATO_PRODUCT_API_URL: 'https://gelato.example',
  GELATO_API_KEY: 'gelato_key_faults__',
  GELATO_PRODUCT_UID: 'photobooks-hardcover_pf_200x200-mm-8x8-inch_pt_170-gsm-65lb-coated-silk',
  GELATO_WEBHOOK_SECRET: 'gelato_secret_faults',
}

/** `names`: who gets new books, in that order; any of them, where nobody is named. */
export function openWorld(random: Random, publicUrl: string, names?: readonly string[]): World {
  let time = 1_790_000_000_000
  const webhooks: Webhook[] = []
  const late: World['late'] = []

  const tools: PrinterTools = {
    now: () => time,
    randomId: (length) => Array.from({ length }, () => random.pick([...'abcdefghjkmnpqrstvwxyz'])).join(''),
    md5: async () => '',
    readPdf: async ([name = 0]) => files[name] ?? 'it is no PDF',
    async fetch(request) {
      if (request.method === 'POST') {
        const rawBody = await request.text()
        const vendor = new URL(request.url).pathname.split('/')[3] ?? ''
        // Our side is down now and then: five times in a row, and Lulu stops.
        if (random.chance(world.troubled)) return new Response(null, { status: 503 })
        webhooks.push({ vendor, url: request.url, headers: request.headers, rawBody })
        return new Response()
      }
      const name = fileNames.findIndex((each) => request.url.includes(`.${each}.`))
      const body = request.method === 'HEAD' ? null : new Uint8Array(100).fill(name)
      const status = request.headers.has('range') ? 206 : 200
      return new Response(body, { status, headers: { 'content-type': 'application/pdf' } })
    },
  }
  const locals = {
    lulu: localLulu({
      ...tools,
      clientKey: printerSettings.LULU_CLIENT_KEY,
      clientSecret: printerSettings.LULU_CLIENT_SECRET,
      jobs: memoryShelf(),
      webhooks: memoryShelf(),
    }),
    prodigi: localProdigi({ ...tools, apiKey: printerSettings.PRODIGI_API_KEY, orders: memoryShelf() }),
    gelato: localGelato({
      ...tools,
      apiKey: printerSettings.GELATO_API_KEY,
      orders: memoryShelf(),
      webhookUrl: `${publicUrl}/webhooks/print/gelato`,
      webhookSecret: printerSettings.GELATO_WEBHOOK_SECRET,
      retryMs: 0,
    }),
  }

  /** Our requests: answered, refused, failed before or after, lost on the way there, lost on the way back, or late. */
  async function send(address: string, init: RequestInit): Promise<Response> {
    const request = new Request(address, { ...init, signal: null })
    const name = new URL(address).hostname.split('.')[0] as keyof typeof locals
    const local = locals[name]
    if (!random.chance(world.troubled)) return local.answer(request)
    const fault = random.pick(['too_many', 'down', 'after', 'lost', 'unanswered', 'late'] as const)
    if (fault === 'lost') throw new TypeError('fetch failed')
    if (fault === 'late') {
      late.push({ at: time + random.between(1, latestMs), deliver: () => local.answer(request) })
      throw new TypeError('the time is over')
    }
    if (fault === 'unanswered') {
      await local.answer(request)
      throw new TypeError('the connection was closed')
    }
    local.faults.push(fault)
    return local.answer(request)
  }

  const some = random.shuffled(['lulu', 'prodigi', 'gelato']).slice(0, random.between(1, 3))
  const world: World = {
    printers: openPrinters([lulu, prodigi, gelato], names ?? some, printerSettings, {
      fetch: send,
      now: () => time,
      memory: new Map(),
    }),
    locals,
    webhooks,
    late,
    troubled: 0,
    now: () => time,
    pass(ms) {
      time += ms
    },
    jobsOf(orderId) {
      const dead = ['CANCELED', 'REJECTED', 'Cancelled', 'canceled', 'failed']
      const found = [
        ...locals.lulu.jobs
          .all()
          .map(({ id, order, status }) => ({ vendor: 'lulu', id, reference: order['external_id'], status })),
        ...locals.prodigi.orders.all().map(({ id, order, stage, downloaded }) => ({
          vendor: 'prodigi',
          id,
          reference: order['merchantReference'],
          status: downloaded === 'Error' ? 'failed' : stage,
        })),
        ...locals.gelato.orders.all().map(({ id, order, status }) => ({
          vendor: 'gelato',
          id,
          reference: order['orderReferenceId'],
          status,
        })),
      ]
      return found
        .filter(({ reference }) => reference === orderId)
        .map(({ vendor, id, status }) => ({ vendor, id, alive: !dead.includes(status) }))
    },
  }
  return world
}
