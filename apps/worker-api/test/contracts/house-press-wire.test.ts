import { describe, test } from 'vitest'
import { housePress } from '../../src/adapters/print/house-press.ts'
import type { PrintOrder } from '../../src/ports/print-vendor.ts'
import { playHousePress, refuse } from './vendors/play-house-press.ts'
import { json } from './vendors/wire.ts'

const keys = { apiKey: 'press_key_contract', webhookSecret: 'press_secret_contract' }
const nowSeconds = 1_790_000_000
const now = () => nowSeconds * 1000

function open(more: { acceptsDrafts?: boolean; timeoutMs?: number } = {}) {
  const vendor = playHousePress(keys)
  const env = {
    PRESS_API_URL: 'http://localhost:4020/',
    PRESS_API_KEY: keys.apiKey,
    PRESS_WEBHOOK_SECRET: keys.webhookSecret,
    PRESS_TAKES_DRAFTS: String(more.acceptsDrafts ?? true),
  }
  const tools = { fetch: vendor.fetch, now, timeoutMs: more.timeoutMs, memory: new Map() }
  const printer = housePress.open(env, tools)
  if ('missing' in printer) throw new Error(printer.missing.join())
  return { vendor, printer }
}

const order: PrintOrder = {
  printJobId: 'prt_1',
  reference: 'ord_1',
  title: 'Mia and the Night Garden',
  copies: 2,
  interior: { url: 'https://files.example/i', sha256: 'a'.repeat(64), bytes: 5_000_000, pages: 40 },
  cover: { url: 'https://files.example/c', sha256: 'b'.repeat(64), bytes: 900_000 },
  shipTo: { name: 'A. Parent', line1: '1 Hill St', city: 'Leeds', postcode: 'LS1 1AA', country: 'GB' },
  shippingLevel: 'standard',
  draft: false,
  webhookUrl: 'https://api.example/webhooks/print/house-press',
}

describe('a job for house-press', () => {
  test('arrives with files, address and key as the press wants them', async ({ expect }) => {
    const { vendor, printer } = open()
    expect(await printer.submit(order)).toEqual({ vendorRef: 'pj_1', status: 'submitted' })
    const [request] = vendor.requests
    expect(request).toMatchObject({ method: 'POST', path: '/v1/print-jobs' })
    expect(request?.headers.get('idempotency-key')).toBe('prt_1')
    expect(request?.headers.get('content-type')).toBe('application/json')
    expect(JSON.parse(request?.body ?? '')).toEqual({
      reference: 'ord_1',
      title: 'Mia and the Night Garden',
      copies: 2,
      interior: order.interior,
      cover: order.cover,
      ship_to: order.shipTo,
      shipping_level: 'standard',
      draft: false,
      webhook_url: 'https://api.example/webhooks/print/house-press',
    })
  })

  test('is found alive before cancelled, and the newest otherwise', async ({ expect }) => {
    const { vendor, printer } = open()
    const reference = 'ord & 1'
    vendor.add({ id: 'pj_old', reference, status: 'rejected', created_at: '2026-11-01T00:00:00Z' })
    vendor.add({ id: 'pj_new', reference, status: 'cancelled', created_at: '2026-11-03T00:00:00Z' })
    expect(await printer.findByReference(reference, 0)).toMatchObject({ vendorRef: 'pj_new' })
    vendor.add({ id: 'pj_alive', reference, status: 'accepted', created_at: '2026-11-02T00:00:00Z' })
    expect(await printer.findByReference(reference, 0)).toMatchObject({ vendorRef: 'pj_alive' })
  })

  test.for([
    ['received', 'submitted'],
    ['checking', 'submitted'],
    ['rejected', 'failed'],
    ['accepted', 'accepted'],
    ['in_production', 'in_production'],
    ['shipped', 'shipped'],
    ['delivered', 'delivered'],
    ['cancelled', 'cancelled'],
  ] as const)('that is %s there is %s here', async ([there, here], { expect }) => {
    const { vendor, printer } = open()
    vendor.add({ id: 'pj_7', reference: 'ord_1', status: there })
    expect(await printer.get('pj_7')).toEqual({
      vendorRef: 'pj_7',
      reference: 'ord_1',
      status: here,
      problems: [],
    })
  })

  test('tells what the press found wrong and where the parcel is', async ({ expect }) => {
    const { vendor, printer } = open()
    const problem = { code: 'page_size', file: 'interior', page: 12, message: 'is 612 pt wide' }
    const tracking = { carrier: 'DPD', number: 'X1', url: 'https://dpd.example/X1' }
    vendor.add({ id: 'pj_7', reference: 'ord_1', status: 'shipped', problems: [problem], tracking })
    expect(await printer.get('pj_7')).toMatchObject({ problems: [problem], tracking })
  })
})

describe('a draft', () => {
  test('is sent, as a draft, to a press that proofs', async ({ expect }) => {
    const { vendor, printer } = open()
    await printer.submit({ ...order, draft: true })
    expect(JSON.parse(vendor.requests[0]?.body ?? '')).toMatchObject({ draft: true })
  })
})

describe('house-press in trouble', () => {
  const unavailable = (ambiguous: boolean) => ({ code: 'PRINT_VENDOR_UNAVAILABLE', details: { ambiguous } })

  test.for([
    ['a proxy that gave up', new Response('<html>', { status: 504 }), true],
    [
      'a status it never spoke of',
      json(201, { id: 'pj_1', reference: 'ord_1', status: 'lost', created_at: 1 }),
      true,
    ],
  ] as const)(
    'after %s the error tells whether a job may exist all the same',
    async ([, answer, ambiguous], { expect }) => {
      const { vendor, printer } = open()
      vendor.trouble.push(answer.clone())
      await expect(printer.submit(order)).rejects.toMatchObject(unavailable(ambiguous))
    },
  )

  test('a refusal says why and where, and repeats nothing personal', async ({ expect }) => {
    const { vendor, printer } = open()
    const answer = { field: 'ship_to.postcode', message: 'Mia, 1 Hill St: no such postcode' }
    vendor.trouble.push(refuse(422, 'invalid_address', answer))
    const caught = await printer.submit(order).catch((thrown: unknown) => thrown)
    expect(caught).toMatchObject({
      code: 'PRINT_VENDOR_REFUSED',
      details: { reason: 'invalid_address', field: 'ship_to.postcode', status: 422 },
    })
    expect(JSON.stringify(caught)).not.toMatch(/Mia|Hill/)
  })

  test.for([
    ['a key used for another job', refuse(409, 'idempotency_key_reused')],
    ['a refusal in words we do not know', new Response('no', { status: 400 })],
    ['another address', new Response(null, { status: 302, headers: { location: 'https://other.example' } })],
  ] as const)('%s is a refusal', async ([, answer], { expect }) => {
    const { vendor, printer } = open()
    vendor.trouble.push(answer.clone())
    await expect(printer.submit(order)).rejects.toMatchObject({ code: 'PRINT_VENDOR_REFUSED' })
  })

  test('a job it does not know cannot be read or cancelled', async ({ expect }) => {
    const { printer } = open()
    await expect(printer.get('pj_9')).rejects.toMatchObject({ code: 'PRINT_VENDOR_REFUSED' })
    await expect(printer.cancel('../pj_9')).rejects.toMatchObject({ code: 'PRINT_VENDOR_REFUSED' })
  })
})

describe('a webhook from house-press', () => {
  const url = 'https://api.example/webhooks/print/house-press'
  const body = JSON.stringify({
    event_id: 'pev_1',
    type: 'print_job.status',
    created_at: '2026-09-21T14:13:20.000Z',
    job: {
      id: 'pj_1',
      reference: 'ord_1',
      status: 'shipped',
      problems: [],
      tracking: { carrier: 'DPD', number: 'X1', url: null },
      created_at: '2026-09-20T00:00:00.000Z',
    },
  })

  test('tells which job, the same each time it comes', async ({ expect }) => {
    const { vendor, printer } = open()
    const event = { eventId: 'pev_1', vendorRef: 'pj_1', kind: 'shipped' }
    for (const seconds of [nowSeconds, nowSeconds - 299, nowSeconds + 299]) {
      expect(
        await printer.parseWebhook({ rawBody: body, url, headers: await vendor.sign(body, seconds) }),
      ).toEqual(event)
    }
  })

  test('is believed when one of several signatures matches, as while a secret is changed', async ({
    expect,
  }) => {
    const { vendor, printer } = open()
    const good = (await vendor.sign(body, nowSeconds)).get('x-press-signature')
    const headers = new Headers({
      'x-press-signature': `${good?.replace('v1=', `v1=${'0'.repeat(64)}, v1=`)}`,
    })
    await expect(printer.parseWebhook({ rawBody: body, url, headers })).resolves.toMatchObject({
      eventId: 'pev_1',
    })
  })

  test('is believed only with a fresh signature of these very bytes', async ({ expect }) => {
    const { vendor, printer } = open()
    const signed = await vendor.sign(body, nowSeconds)
    const header = (value: string) => new Headers({ 'x-press-signature': value })
    const attempts = [
      { rawBody: body.replace('pj_1', 'pj_2'), headers: signed },
      { rawBody: `${body} `, headers: signed },
      { rawBody: body, headers: await vendor.sign(body, nowSeconds, 'another secret') },
      { rawBody: body, headers: await vendor.sign(body, nowSeconds - 301) },
      { rawBody: body, headers: await vendor.sign(body, nowSeconds + 301) },
      { rawBody: body, headers: new Headers() },
      { rawBody: body, headers: header(`t=${nowSeconds}`) },
      { rawBody: body, headers: header(`t=${nowSeconds},v1=zz`) },
      { rawBody: body, headers: header('t=now,v1=00') },
      { rawBody: 'not json', headers: await vendor.sign('not json', nowSeconds) },
      { rawBody: '{}', headers: await vendor.sign('{}', nowSeconds) },
    ]
    for (const attempt of attempts) {
      await expect(printer.parseWebhook({ ...attempt, url })).rejects.toMatchObject({
        code: 'SIGNATURE_INVALID',
      })
    }
  })
})
