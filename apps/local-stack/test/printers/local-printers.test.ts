import { createHmac } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { type TestContext, test } from 'vitest'
import { type LocalPrinters, startLocalPrinters } from '../../src/printers/start-local-printers.ts'
import { hostFiles } from '../press/host-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { receiveWebhooks } from '../webhook-receiver.ts'

const mmPt = 72 / 25.4

async function pdf(...sizesMm: readonly (readonly [number, number])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const [width, height] of sizesMm) document.addPage([width * mmPt, height * mmPt])
  return document.save()
}
const pages = (count: number, side: number) => Array.from({ length: count }, () => [side, side] as const)

async function open(context: TestContext, webhookUrl = 'http://127.0.0.1:1/'): Promise<LocalPrinters> {
  const printers = await startLocalPrinters({
    port: 0,
    stateDir: await temporaryFolder(context),
    stepMs: 0,
    slowMs: 1,
    lulu: { clientKey: 'key', clientSecret: 'secret' },
    prodigi: { apiKey: 'prodigi' },
    gelato: { apiKey: 'gelato', webhookUrl, webhookSecret: 'header secret', retryMs: 1 },
  })
  context.onTestFinished(() => printers.close())
  return printers
}

async function call(url: string, headers: Record<string, string>, body?: unknown, method = 'POST') {
  const init =
    body === undefined ? { method: 'GET', headers } : { method, headers, body: JSON.stringify(body) }
  const answer = await fetch(url, init)
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

async function luluToken({ url }: LocalPrinters): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/lulu/auth/realms/glasstree/protocol/openid-connect/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('key:secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token } = JSON.parse(await answer.text())
  return { authorization: `Bearer ${access_token}` }
}

function luluOrder(interior: string, cover: string) {
  return {
    external_id: 'order-1',
    contact_email: 'shop@example.test',
    production_delay: 60,
    shipping_level: 'MAIL',
    shipping_address: {
      name: 'A. Parent',
      street1: '1 Hill St',
      city: 'Leeds',
      postcode: 'LS1 1AA',
      country_code: 'GB',
      phone_number: '+44 113 496 0000',
    },
    line_items: [
      {
        title: 'A book',
        quantity: 1,
        printable_normalization: {
          pod_package_id: '0850X0850.FC.PRE.CW.080CW444.MXX',
          interior: { source_url: interior },
          cover: { source_url: cover },
        },
      },
    ],
  }
}

test('lulu prints a book whose pages measure right, and rejects another', async (context) => {
  const { expect } = context
  const [files, printers] = [await hostFiles(context), await open(context)]
  const headers = await luluToken(printers)
  const good = files.host('good.pdf', await pdf(...pages(40, 222.25))).url
  const bad = files.host('bad.pdf', await pdf(...pages(40, 210))).url
  const cover = files.host('cover.pdf', await pdf([482.6, 260.35])).url
  for (const interior of [good, bad])
    await call(`${printers.url}/lulu/print-jobs/`, headers, luluOrder(interior, cover))
  await printers.lulu.step()
  expect(printers.lulu.jobs.all().map(({ status }) => status)).toEqual(['PRODUCTION_DELAYED', 'REJECTED'])
})

test('lulu’s file check takes a while, and says what is wrong', async (context) => {
  const { expect } = context
  const [files, printers] = [await hostFiles(context), await open(context)]
  const headers = await luluToken(printers)
  const odd = files.host('odd.pdf', await pdf(...pages(25, 222.25))).url
  const begun = await call(`${printers.url}/lulu/validate-interior/`, headers, { source_url: odd })
  expect(begun.body.status).toBeNull()
  const read = () => call(`${printers.url}/lulu/validate-interior/${begun.body.id}/`, headers)
  expect((await read()).body.status).toBe('VALIDATING')
  expect((await read()).body).toMatchObject({ status: 'ERROR', errors: ['25 pages cannot be bound'] })
})

test('lulu’s tokens end early, its jobs have no idempotency, and it suggests addresses', async (context) => {
  const { expect } = context
  const printers = await open(context)
  const headers = await luluToken(printers)
  const order = luluOrder('http://127.0.0.1:1/i', 'http://127.0.0.1:1/c')
  const first = await call(`${printers.url}/lulu/print-jobs/`, headers, order)
  const second = await call(`${printers.url}/lulu/print-jobs/`, headers, order)
  expect(first.body.id).not.toBe(second.body.id)
  expect(first.body.shipping_address.suggested_address.street1).toBe('1 Hill Street')
  printers.lulu.expireTokens()
  expect((await call(`${printers.url}/lulu/print-jobs/`, headers)).status).toBe(401)
})

test('lulu signs its news over the raw body, and stops after five that were not taken', async (context) => {
  const { expect } = context
  const webhooks = await receiveWebhooks(context)
  const printers = await open(context)
  const headers = await luluToken(printers)
  printers.lulu.fate = 'unpaid'
  const hook = { topics: ['PRINT_JOB_STATUS_CHANGED'], url: webhooks.url }
  await call(`${printers.url}/lulu/webhooks/`, headers, hook)
  await call(`${printers.url}/lulu/webhooks/`, headers, { ...hook, url: 'http://127.0.0.1:1/nobody' })
  const order = luluOrder('http://127.0.0.1:1/i', 'http://127.0.0.1:1/c')
  for (let job = 0; job < 5; job += 1) await call(`${printers.url}/lulu/print-jobs/`, headers, order)
  await printers.lulu.step()
  const [news] = webhooks.received
  const expected = createHmac('sha256', 'secret')
    .update(news?.body ?? '')
    .digest('hex')
  expect(news?.headers['lulu-hmac-sha256']).toBe(expected)
  const { body } = await call(`${printers.url}/lulu/webhooks/`, headers)
  expect(body.results).toMatchObject([{ is_active: true }, { is_active: false, failures: 5 }])
})

test('prodigi knows an order by its idempotency key, and wants its pages declared', async (context) => {
  const { expect } = context
  const [files, webhooks, printers] = [
    await hostFiles(context),
    await receiveWebhooks(context),
    await open(context),
  ]
  const headers = { 'x-api-key': 'prodigi' }
  const url = files.host('book.pdf', await pdf(...pages(42, 210))).url
  const order = (pageCount: number | undefined, idempotencyKey: string) => ({
    merchantReference: 'order-1',
    idempotencyKey,
    callbackUrl: webhooks.url,
    shippingMethod: 'Standard',
    recipient: {
      name: 'A. Parent',
      address: { line1: '1', townOrCity: 'Leeds', postalOrZipCode: 'LS1', countryCode: 'GB' },
    },
    items: [{ sku: 'BOOK-FE-8_3-SQ-HARD-G', copies: 1, assets: [{ printArea: 'default', url, pageCount }] }],
  })
  const send = (body: unknown) => call(`${printers.url}/prodigi/v4.0/orders`, headers, body)
  expect((await send(order(undefined, 'a'))).body.outcome).toBe('ValidationFailed')
  const made = await send(order(42, 'a'))
  expect(made.body.outcome).toBe('Created')
  expect((await send(order(42, 'a'))).body).toMatchObject({
    outcome: 'AlreadyExists',
    order: { id: made.body.order.id },
  })
  await send(order(40, 'b'))
  for (let step = 0; step < 5; step += 1) await printers.prodigi.step()
  expect(printers.prodigi.orders.all()).toMatchObject([
    { stage: 'Complete', downloaded: 'Complete' },
    { downloaded: 'Error' },
  ])
  const types = webhooks.received.map(({ body }) => String(JSON.parse(body).type))
  expect(types).toContain('com.prodigi.order.shipments.shipment#Shipped')
})

test('gelato takes one file with the cover first, and tells a dashboard’s address with its secret', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const printers = await open(context, webhooks.url)
  const headers = { 'x-api-key': 'gelato' }
  const dimensions = await call(`${printers.url}/gelato/v3/products/p/cover-dimensions?pageCount=42`, headers)
  const { width, height } = dimensions.body.wraparoundInsideSize
  const book = files.host('book.pdf', await pdf([width, height], ...pages(42, 206))).url
  const coverless = files.host('coverless.pdf', await pdf(...pages(42, 206))).url
  const order = (url: string, pageCount: number) => ({
    orderReferenceId: 'order-1',
    customerReferenceId: 'order-1',
    shippingAddress: {
      firstName: 'A.',
      lastName: 'Parent',
      addressLine1: '1',
      city: 'Leeds',
      postCode: 'LS1',
      country: 'GB',
    },
    items: [
      {
        itemReferenceId: 'i',
        productUid: 'photobooks-hardcover_pf_200x200-mm',
        pageCount,
        quantity: 1,
        files: [{ type: 'default', url }],
      },
    ],
  })
  const send = (body: unknown) => call(`${printers.url}/gelato/v4/orders`, headers, body)
  expect((await send(order(book, 41))).body).toMatchObject({ code: 'BAD_REQUEST' })
  await send(order(book, 42))
  await send(order(coverless, 42))
  for (let step = 0; step < 7; step += 1) await printers.gelato.step()
  expect(printers.gelato.orders.all().map(({ status }) => status)).toEqual(['delivered', 'failed'])
  expect(webhooks.received[0]?.headers['x-webhook-secret']).toBe('header secret')
})

test('each can be made to refuse for haste, to be down, slow, or to fail after it took an order', async (context) => {
  const { expect } = context
  const printers = await open(context)
  const headers = { 'x-api-key': 'gelato' }
  const quote = { recipient: { country: 'GB' }, products: [{ pageCount: 42, quantity: 1 }] }
  printers.gelato.faults.push('too_many', 'down', 'after', 'slow')
  const answers: number[] = []
  for (let ask = 0; ask < 5; ask += 1) {
    answers.push((await call(`${printers.url}/gelato/v4/orders:quote`, headers, quote)).status)
  }
  expect(answers).toEqual([429, 503, 500, 200, 200])
})
