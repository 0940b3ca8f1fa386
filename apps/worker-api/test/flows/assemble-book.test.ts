import { localGelato } from '@foxetales/local-stack/printers/local-gelato'
import { localLulu } from '@foxetales/local-stack/printers/local-lulu'
import { localProdigi } from '@foxetales/local-stack/printers/local-prodigi'
import { memoryShelf, type PrinterTools } from '@foxetales/local-stack/printers/played-printer'
import { pageSizes } from '@foxetales/local-stack/printers/read-page-sizes'
import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { afterEach, describe, test, vi } from 'vitest'
import { gelato } from '../../src/adapters/print/gelato.ts'
import { lulu } from '../../src/adapters/print/lulu.ts'
import { openPrinters } from '../../src/adapters/print/open-printers.ts'
import { prodigi } from '../../src/adapters/print/prodigi.ts'
import { compose } from '../../src/compose.ts'
import { advanceJob } from '../../src/flows/advance-job.ts'
import { advanceOrder } from '../../src/flows/advance-order.ts'
import { assembleBook } from '../../src/flows/assemble-book.ts'
import { hearUnit } from '../../src/flows/hear-unit.ts'
import { redoPage } from '../../src/flows/redo-page.ts'
import { sendToPrint } from '../../src/flows/send-to-print.ts'
import { prepareProof } from '../../src/flows/write-proof.ts'
import { paint, paintedOrder } from '../painted-book.ts'
import { printerSettings } from '../print-faults/played-world.ts'
import { openShop, type Shop } from '../shop.ts'
import { staff } from '../staff.ts'
import { testEnv } from '../test-env.ts'

type Name = 'lulu' | 'prodigi' | 'gelato'
afterEach(() => vi.restoreAllMocks())

/** A shop that prints with one printer, which fetches its files from the edge and reads them with a reader of its own. */
function shopWith(name: Name) {
  const shop = openShop()
  const tools: PrinterTools = {
    now: Date.now,
    randomId: (length) => crypto.randomUUID().replaceAll('-', '').slice(0, length),
    md5: async (bytes) => new Uint8Array(await crypto.subtle.digest('MD5', bytes)).toHex(),
    readPdf: pageSizes,
    // Its news is not heard: here only its judgement of the files counts.
    fetch: async (request) => (request.method === 'POST' ? new Response() : shop.fetch(request)),
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
      webhookUrl: 'https://edge.example/webhooks/print/gelato',
      webhookSecret: printerSettings.GELATO_WEBHOOK_SECRET,
    }),
  }
  const local = locals[name]
  const services = {
    ...compose(testEnv),
    printers: openPrinters([lulu, prodigi, gelato], [name], printerSettings, {
      fetch: (address, init) => local.answer(new Request(address, { ...init, signal: null })),
      now: Date.now,
      memory: new Map(),
    }),
    send: async () => undefined,
  }
  return { shop, local, services }
}
type Opened = ReturnType<typeof shopWith>

async function sendUntilTaken({ services }: Opened, orderId: string) {
  // Lulu reads the files first, and is asked until it has.
  for (let ask = 0; ask < 4; ask += 1) await sendToPrint(services, orderId)
  const row = await services.printJobs.ofOrder(orderId)
  if (!row?.vendor_ref) throw new Error(`not taken: ${(await services.orders.find(orderId))?.reason}`)
  return row.vendor_ref
}

async function onTheDesk(shop: Shop, orderId: string): Promise<DeskOrder> {
  const answer = await shop.fetch(`/api/admin/orders/${orderId}`, await staff('viewer'))
  return answer.json<DeskOrder>()
}

async function proofOf({ services }: Opened, orderId: string) {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const write = await prepareProof(services, orderId)
  await write(async (chunk) => {
    chunks.push(Uint8Array.from(chunk))
  })
  const sizes = await pageSizes(new Uint8Array(await new Blob(chunks).arrayBuffer()))
  if (typeof sizes === 'string') throw new Error(sizes)
  return sizes.map((size) => size.map(Math.round))
}

describe.for(['lulu', 'prodigi', 'gelato'] as const)('a book bound for %s', (name) => {
  test('is taken in by it: fetched by its link, measured, counted, and printed', async ({ expect }) => {
    const opened = shopWith(name)
    const { id } = await paintedOrder(opened.services)
    await assembleBook(opened.services, id)
    expect(await opened.services.orders.find(id)).toMatchObject({ state: 'assembling', reason: null })
    const vendorRef = await sendUntilTaken(opened, id)
    for (let step = 0; step < 4; step += 1) await opened.local.step()
    expect(await opened.services.printers.named(name)?.get(vendorRef)).toMatchObject({
      reference: id,
      problems: [],
      status: expect.stringMatching(/in_production|shipped/),
    })
  })
})

test('a proof is what its printer would get: its pages, its cover, its lines', async ({ expect }) => {
  const wanted = {
    lulu: [[483, 260], ...Array.from({ length: 40 }, () => [222, 222])],
    prodigi: Array.from({ length: 42 }, () => [210, 210]),
    gelato: [[459, 240], ...Array.from({ length: 42 }, () => [206, 206])],
  }
  const { id } = await paintedOrder(shopWith('lulu').services, { roles: ['proof'] })
  for (const name of ['prodigi', 'gelato', 'lulu'] as const) {
    expect(await proofOf(shopWith(name), id)).toEqual(wanted[name])
  }
  // Whoever was chosen for this book counts, and not whom the shop prefers today.
  const { services } = shopWith('lulu')
  const plan = { id: services.newId('printJob'), order_id: id, vendor: 'gelato', created_at: services.now() }
  await services.printJobs.plan(plan)
  expect(await proofOf(shopWith('gelato'), id)).toEqual(wanted.gelato)
})

/** A book whose ninth page shows the picture of its fourth, as bound and looked over. */
async function wronglyPainted(opened: Opened): Promise<string> {
  const mark = (slot: string) => (slot === 'page_09' ? 'page_04' : slot)
  const { id } = await paintedOrder(opened.services, { mark })
  await assembleBook(opened.services, id)
  return id
}

test('a picture that comes twice reaches the desk with its pages, and nothing is sent', async ({
  expect,
}) => {
  const opened = shopWith('prodigi')
  const { shop, services } = opened
  const id = await wronglyPainted(opened)
  await sendToPrint(services, id)
  const desk = await onTheDesk(shop, id)
  // The cover, title, notice and dedication come before the story.
  const said = 'Book, page 13: The picture is that of page 8.'
  expect(desk).toMatchObject({ state: 'failed', needs_person: true, print_problems: [said] })
  expect((await services.orders.find(id))?.reason).toContain(said)
  expect((await services.printJobs.ofOrder(id))?.attempts).toBe(0)
})

test('a page that is painted again makes the next version of the file, never over the last one', async ({
  expect,
}) => {
  const opened = shopWith('prodigi')
  const { shop, services } = opened
  const id = await wronglyPainted(opened)
  const keys = [1, 2].map((version) => `books/${id}/full_book.v${version}.pdf`) as [string, string]
  const first = await services.files.read(keys[0])

  await redoPage(services, id, 'page_09', { actor: 'mai', reason: 'It is the fourth page again' })
  await paintAgain(services, id, 'page_09')
  expect(await services.orders.find(id)).toMatchObject({ state: 'approved', interior: null })
  await assembleBook(services, id)

  expect(await services.bookFiles.latest(id, 'full_book')).toMatchObject({ version: 2, problems: '[]' })
  const order = await services.orders.find(id)
  expect(JSON.parse(order?.interior ?? '')).toMatchObject({ key: keys[1], pages: 42 })
  const second = await services.files.read(keys[1])
  expect(second).not.toEqual(first)
  expect(await services.files.read(keys[0])).toEqual(first)
  expect((await onTheDesk(shop, id)).print_problems).toEqual([])
  const vendorRef = await sendUntilTaken(opened, id)
  for (let step = 0; step < 3; step += 1) await opened.local.step()
  expect((await services.printers.named('prodigi')?.get(vendorRef))?.status).toBe('in_production')
})

/** What a worker and the queue do after staff asked for a page anew. */
async function paintAgain(services: Opened['services'], orderId: string, slot: string): Promise<void> {
  const { render_job_id: jobId } = (await services.orders.find(orderId)) ?? {}
  if (!jobId) throw new Error('nothing is painted for this order')
  const planned = (await services.units.ofJob(jobId)).find((unit) => unit.slot === slot)
  await services.units.move(planned?.id ?? '', 'queued', services.now())
  const unit = await services.units.claimForSubmit(planned?.id ?? '', services.now())
  if (!unit) throw new Error(`${slot} was not planned again`)
  const at = { jobId, slot, version: unit.artifact_version, role: 'print' as const }
  const print = await paint(services, at, 'anew')
  const made = { outcome: 'made', files: { print }, draft: false, engine: 'played' } as const
  const result = { ...made, timingsMs: {}, scores: {}, failedChecks: [] }
  await hearUnit(services, { event: 'finished', unitId: unit.id, attempt: unit.attempt, result })
  await advanceJob(services, jobId)
  await advanceOrder(services, orderId)
}
