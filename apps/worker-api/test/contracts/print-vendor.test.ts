import { describe, test } from 'vitest'
import { housePress } from '../../src/adapters/print/house-press.ts'
import type { PrintOrder, PrintStatus, PrintVendor } from '../../src/ports/print-vendor.ts'
import { playHousePress, refuse } from './vendors/play-house-press.ts'
import type { Trouble, WireRequest } from './vendors/wire.ts'

const nowSeconds = 1_790_000_000

/** A printer with its vendor played behind it. Every adapter has one, in the table below, and keeps the same promises. */
type PlayedPrinter = {
  printer: PrintVendor
  requests: WireRequest[]
  trouble: Trouble[]
  jobsMade(): number
  /** Makes the vendor say, in its own words, that a job has come this far. */
  become(vendorRef: string, status: PrintStatus): void
  /** The vendor's news of a job, signed at this time in unix seconds. */
  news(vendorRef: string, seconds: number, secret?: string): Promise<{ rawBody: string; headers: Headers }>
  refusal: Response
}

function playedHousePress(more: { acceptsDrafts?: boolean; timeoutMs?: number } = {}): PlayedPrinter {
  const keys = { apiKey: 'press_key_contract', webhookSecret: 'press_secret_contract' }
  const vendor = playHousePress(keys)
  const now = () => nowSeconds * 1000
  const itsWord: Partial<Record<PrintStatus, string>> = { submitted: 'received', failed: 'rejected' }
  return {
    printer: housePress({ ...keys, apiBase: 'http://localhost:4020', fetch: vendor.fetch, now, ...more }),
    requests: vendor.requests,
    trouble: vendor.trouble,
    jobsMade: () => vendor.jobs.size,
    become(vendorRef, status) {
      const job = vendor.jobs.get(vendorRef) ?? { id: vendorRef, reference: 'ord_1' }
      vendor.add({ ...job, status: itsWord[status] ?? status })
    },
    async news(vendorRef, seconds, secret) {
      const created_at = new Date(nowSeconds * 1000).toISOString()
      const job = vendor.jobs.get(vendorRef)
      const rawBody = JSON.stringify({ event_id: 'pev_1', type: 'print_job.status', created_at, job })
      return { rawBody, headers: await vendor.sign(rawBody, seconds, secret) }
    },
    refusal: refuse(422, 'bad_file', { field: 'interior', message: 'Mia, 1 Hill St' }),
  }
}

const printers = [
  {
    name: 'house-press',
    open: playedHousePress,
    statuses: ['submitted', 'accepted', 'in_production', 'shipped', 'delivered', 'cancelled', 'failed'],
  },
] as const

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
  webhookUrl: 'https://api.example/webhooks/print/any',
}

describe.for(printers)('a job for $name', ({ open, statuses }) => {
  test('is made once, however often it is submitted', async ({ expect }) => {
    const { printer, jobsMade } = open()
    const first = await printer.submit(order)
    expect(await printer.submit(order)).toEqual(first)
    expect(jobsMade()).toBe(1)
  })

  test('whose answer was lost is in doubt, and found by its reference', async ({ expect }) => {
    const { printer, trouble, jobsMade } = open()
    trouble.push('answer-lost')
    await expect(printer.submit(order)).rejects.toMatchObject({
      code: 'PRINT_VENDOR_UNAVAILABLE',
      details: { ambiguous: true },
    })
    const found = await printer.findByReference('ord_1')
    expect(found).toMatchObject({ reference: 'ord_1', status: 'submitted' })
    expect(await printer.submit(order)).toMatchObject({ vendorRef: found?.vendorRef })
    expect(jobsMade()).toBe(1)
    expect(await printer.findByReference('ord_2')).toBeUndefined()
  })

  test('is read in our own words, wherever it is', async ({ expect }) => {
    const { printer, become } = open()
    const { vendorRef } = await printer.submit(order)
    for (const status of statuses) {
      become(vendorRef, status)
      expect(await printer.get(vendorRef)).toMatchObject({ vendorRef, reference: 'ord_1', status })
    }
  })

  test('can be cancelled until it is printed, and cancelling twice is the same', async ({ expect }) => {
    const { printer, become } = open()
    const { vendorRef } = await printer.submit(order)
    expect(await printer.cancel(vendorRef)).toBe('cancelled')
    expect(await printer.cancel(vendorRef)).toBe('cancelled')
    become(vendorRef, 'in_production')
    expect(await printer.cancel(vendorRef)).toBe('too_late')
  })

  test('is not sent as a draft to a printer that takes none: not one call is made', async ({ expect }) => {
    const { printer, requests } = open({ acceptsDrafts: false })
    await expect(printer.submit({ ...order, draft: true })).rejects.toMatchObject({
      code: 'DRAFT_NOT_PRINTABLE',
    })
    expect(requests).toHaveLength(0)
    await expect(printer.submit(order)).resolves.toHaveProperty('vendorRef')
  })

  test('that is refused repeats nothing personal', async ({ expect }) => {
    const { printer, trouble, refusal } = open()
    trouble.push(refusal.clone())
    const caught = await printer.submit(order).catch((thrown: unknown) => thrown)
    expect(caught).toMatchObject({ code: 'PRINT_VENDOR_REFUSED', retryable: false })
    expect(JSON.stringify(caught)).not.toMatch(/Mia|Hill/)
  })

  test.for([
    ['a server error', new Response('{}', { status: 503 }), true],
    ['an answer that is not JSON', new Response('<html>', { status: 200 }), true],
    ['an answer that is no job', new Response('{"ok":true}', { status: 200 }), true],
    ['too many requests', new Response('{}', { status: 429 }), false],
    ['a key it does not take', new Response('{}', { status: 401 }), false],
  ] as const)(
    'after %s its error tells whether it may exist all the same',
    async ([, answer, ambiguous], { expect }) => {
      const { printer, trouble } = open()
      trouble.push(answer.clone())
      const unavailable = { code: 'PRINT_VENDOR_UNAVAILABLE', details: { ambiguous } }
      await expect(printer.submit(order)).rejects.toMatchObject(unavailable)
    },
  )

  test('is in doubt when silence ends at the time limit; a question never is', async ({ expect }) => {
    const { printer, trouble } = open({ timeoutMs: 5 })
    trouble.push('silence', 'silence', 'no-connection')
    await expect(printer.submit(order)).rejects.toMatchObject({ details: { ambiguous: true } })
    await expect(printer.get('any')).rejects.toMatchObject({ details: { ambiguous: false } })
    await expect(printer.findByReference('ord_1')).rejects.toMatchObject({ details: { ambiguous: false } })
  })
})

describe.for(printers)('news from $name', ({ open }) => {
  test('tells event, job and status, the same each time it comes', async ({ expect }) => {
    const { printer, become, news } = open()
    const { vendorRef } = await printer.submit(order)
    become(vendorRef, 'shipped')
    const first = await printer.parseWebhook(await news(vendorRef, nowSeconds - 200))
    expect(first).toMatchObject({ vendorRef, reference: 'ord_1', status: 'shipped' })
    expect(first.eventId).not.toBe('')
    expect(await printer.parseWebhook(await news(vendorRef, nowSeconds))).toEqual(first)
  })

  test('is believed only with a fresh signature of these very bytes', async ({ expect }) => {
    const { printer, news } = open()
    const { vendorRef } = await printer.submit(order)
    const good = await news(vendorRef, nowSeconds)
    const attempts = [
      { ...good, rawBody: good.rawBody.replace(vendorRef, 'another') },
      { ...good, rawBody: `${good.rawBody} ` },
      { ...good, headers: new Headers() },
      await news(vendorRef, nowSeconds, 'another secret'),
      await news(vendorRef, nowSeconds - 3600),
    ]
    for (const attempt of attempts) {
      await expect(printer.parseWebhook(attempt)).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
    }
    await expect(printer.parseWebhook(good)).resolves.toMatchObject({ vendorRef })
  })
})
