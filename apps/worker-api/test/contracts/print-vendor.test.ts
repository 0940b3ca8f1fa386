import { printBox } from '@foxetales/shared-schemas/print-format'
import { describe, test } from 'vitest'
import { declaredPages } from '../../src/domain/printer-rules.ts'
import type { PrintOrder, PrintVendor } from '../../src/ports/print-vendor.ts'
import {
  type PlayedOptions,
  playedGelato,
  playedHousePress,
  playedLulu,
  playedProdigi,
} from './vendors/played-printers.ts'

const onTheWay = ['submitted', 'accepted', 'in_production', 'shipped'] as const
const troubles = ['awaiting_payment', 'on_hold'] as const

const printers = [
  {
    name: 'house-press',
    open: playedHousePress,
    statuses: [...onTheWay, 'delivered', 'cancelled', 'failed'],
  },
  { name: 'lulu', open: playedLulu, statuses: [...onTheWay, 'awaiting_payment', 'cancelled', 'failed'] },
  { name: 'prodigi', open: playedProdigi, statuses: [...onTheWay, ...troubles, 'cancelled', 'failed'] },
  {
    name: 'gelato',
    open: playedGelato,
    statuses: [...onTheWay, 'on_hold', 'delivered', 'cancelled', 'failed'],
  },
] as const

function orderFor({ capabilities }: PrintVendor, changes: Partial<PrintOrder> = {}): PrintOrder {
  const pages = declaredPages(capabilities.format, 35)
  const cover = { url: 'https://files.example/cover', sha256: 'b'.repeat(64), bytes: 100 }
  return {
    printJobId: 'prt_1',
    reference: 'ord_1',
    title: 'Mia and the Night Garden',
    copies: 2,
    interior: { url: 'https://files.example/interior', sha256: 'a'.repeat(64), bytes: 100, pages },
    cover: capabilities.format.files === 'two' ? cover : undefined,
    shipTo: {
      name: 'A. Parent',
      line1: '1 Hill Street',
      city: 'Leeds',
      postcode: 'LS1 1AA',
      country: 'GB',
      phone: '+44 113 496 0000',
    },
    shippingLevel: 'standard',
    draft: false,
    webhookUrl: 'https://api.example/webhooks/print/any',
    ...changes,
  }
}

const submitted = async (printer: PrintVendor) => printer.submit(orderFor(printer))
const unavailable = (ambiguous: boolean) => ({ code: 'PRINT_VENDOR_UNAVAILABLE', details: { ambiguous } })

describe.for(printers)('a job for $name', ({ open, statuses }) => {
  test('submitted twice is one job where the printer promises it, and only there', async ({ expect }) => {
    const { printer, jobsMade } = open()
    const first = await submitted(printer)
    const second = await submitted(printer)
    expect(second.vendorRef === first.vendorRef).toBe(printer.capabilities.idempotent)
    expect(jobsMade()).toBe(printer.capabilities.idempotent ? 1 : 2)
  })

  test('whose answer was lost is in doubt, and found by its reference', async ({ expect }) => {
    const { printer, trouble, jobsMade } = open()
    trouble.push('answer-lost')
    await expect(submitted(printer)).rejects.toMatchObject(unavailable(true))
    expect(await printer.findByReference('ord_1', 0)).toMatchObject({
      reference: 'ord_1',
      status: 'submitted',
    })
    expect(jobsMade()).toBe(1)
    expect(await printer.findByReference('ord_2', 0)).toBeUndefined()
    expect(await printer.findByReference('ord_', 0)).toBeUndefined()
  })

  test.for(statuses)('is %s in our own words too', async (status, { expect }) => {
    const { printer, become } = open({ fate: status })
    const { vendorRef } = await submitted(printer)
    await become(vendorRef, status)
    expect(await printer.get(vendorRef)).toMatchObject({ vendorRef, reference: 'ord_1', status })
  })

  test('tells where the parcel is once it is on its way', async ({ expect }) => {
    const { printer, become } = open()
    if (printer.name === 'house-press') return
    const { vendorRef } = await submitted(printer)
    await become(vendorRef, 'shipped')
    const { tracking } = await printer.get(vendorRef)
    expect(tracking?.number).not.toBe('')
    expect(tracking?.url).toContain(tracking?.number)
  })

  test('can be cancelled until it is printed, and cancelling twice is the same', async ({ expect }) => {
    const { printer, become } = open()
    const { vendorRef } = await submitted(printer)
    expect(await printer.cancel(vendorRef)).toBe('cancelled')
    expect(await printer.cancel(vendorRef)).toBe('cancelled')
    const later = open()
    const other = await submitted(later.printer)
    await become(vendorRef, 'cancelled')
    await later.become(other.vendorRef, 'in_production')
    expect(await later.printer.cancel(other.vendorRef)).toBe('too_late')
  })

  test('stands in the list of what the printer has of us', async ({ expect }) => {
    const { printer } = open()
    const { vendorRef } = await submitted(printer)
    expect(await printer.list(0)).toMatchObject([{ vendorRef, reference: 'ord_1', status: 'submitted' }])
  })

  test('is not sent as a draft to a printer that takes none: not one call is made', async ({ expect }) => {
    const { printer, requests } = open({ acceptsDrafts: false })
    const draft = printer.submit(orderFor(printer, { draft: true }))
    await expect(draft).rejects.toMatchObject({ code: 'DRAFT_NOT_PRINTABLE' })
    expect(requests).toHaveLength(0)
  })

  test('goes to a country that has no postal codes, where printers want something in their place', async ({
    expect,
  }) => {
    const { printer, jobsMade } = open()
    const { postcode: _postcode, ...shipTo } = orderFor(printer).shipTo
    await printer.submit(orderFor(printer, { shipTo: { ...shipTo, city: 'Kowloon', country: 'HK' } }))
    expect(jobsMade()).toBe(1)
  })

  test('that is refused repeats nothing personal', async ({ expect }) => {
    const { printer, jobsMade } = open()
    const order = orderFor(printer)
    const elsewhere = { ...order, shipTo: { ...order.shipTo, postcode: '00000' } }
    const caught = await printer.submit(elsewhere).catch((thrown: unknown) => thrown)
    expect(caught).toMatchObject({ code: 'PRINT_VENDOR_REFUSED', retryable: false })
    expect(JSON.stringify(caught)).not.toMatch(/Mia|Hill|Parent/)
    expect(jobsMade()).toBe(0)
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
      // Twice: a token that has ended is renewed once.
      trouble.push(answer.clone(), answer.clone())
      await expect(submitted(printer)).rejects.toMatchObject(unavailable(ambiguous))
    },
  )

  test('is in doubt when silence ends at the time limit; a question never is', async ({ expect }) => {
    const { printer, trouble } = open({ timeoutMs: 20 })
    trouble.push('silence', 'silence', 'no-connection')
    await expect(submitted(printer)).rejects.toMatchObject(unavailable(true))
    await expect(printer.get('any')).rejects.toMatchObject(unavailable(false))
    await expect(printer.findByReference('ord_1', 0)).rejects.toMatchObject(unavailable(false))
  })
})

describe.for(printers)('before a job for $name', ({ open }) => {
  const request = { country: 'GB', copies: 2, pages: 42, currency: 'EUR' }

  test('it says what a parcel costs and takes, cheapest first', async ({ expect }) => {
    const { printer } = open()
    const options = await printer.quote(request)
    expect(options.map(({ level }) => level)).toEqual(['standard', 'express'])
    const [slow, fast] = options
    expect(slow?.amountMinor).toBeLessThan(fast?.amountMinor ?? 0)
    expect(slow?.maxDays).toBeGreaterThan(fast?.maxDays ?? 0)
    expect(options.every(({ currency }) => currency === 'eur')).toBe(true)
  })

  test('it says what the book costs once the address is known', async ({ expect }) => {
    const { printer } = open()
    const { shipTo } = orderFor(printer)
    const [one] = await printer.quote({ ...request, copies: 1, shipTo })
    const [two] = await printer.quote({ ...request, shipTo })
    expect(one?.bookMinor).toBeGreaterThan(500)
    expect(two?.bookMinor).toBeGreaterThan(one?.bookMinor ?? 0)
  })

  test('it offers nothing where it does not send', async ({ expect }) => {
    expect(await open().printer.quote({ ...request, country: 'BH' })).toEqual([])
  })

  test('it gives a cover sheet where it wants one, with the spine between two boards', async ({ expect }) => {
    const { printer } = open()
    const sheet = await printer.coverSheet?.(42)
    expect(sheet !== undefined).toBe(printer.capabilities.format.files !== 'covers-as-pages')
    if (!sheet) return
    const { back, spine, front, trim } = sheet
    for (const box of [back, spine, front, trim]) expect(printBox.safeParse(box).success).toBe(true)
    expect(back.x + back.width).toBeLessThanOrEqual(spine.x + 0.01)
    expect(spine.x + spine.width).toBeLessThanOrEqual(front.x + 0.01)
    expect(trim.x + trim.width).toBeLessThan(sheet.widthPt)
    expect(spine.x + spine.width / 2).toBeCloseTo(sheet.widthPt / 2, 1)
  })

  test('its own file check, where it has one, is asked until it knows', async ({ expect }) => {
    const { printer } = open()
    if (!printer.validate) return
    const check = async (order: PrintOrder) => {
      let said = await printer.validate?.(order)
      while (said?.state === 'checking') said = await printer.validate?.(order, said.receipt)
      return said
    }
    const order = orderFor(printer)
    expect(await check(order)).toEqual({ state: 'sound' })
    const bad = { ...order, interior: { ...order.interior, url: 'https://files.example/nothing' } }
    expect(await check(bad)).toMatchObject({ state: 'unsound', problems: [{ file: 'interior' }] })
  })
})

describe.for(printers)('news from $name', ({ open }) => {
  const withJob = async (options: PlayedOptions = {}) => {
    const opened = open(options)
    const { vendorRef } = await submitted(opened.printer)
    if (opened.printer.name === 'house-press') await opened.become(vendorRef, 'shipped')
    return { ...opened, vendorRef }
  }

  test('tells which job, the same each time it comes', async ({ expect }) => {
    const { printer, news, vendorRef } = await withJob()
    const said = await news(vendorRef)
    const first = await printer.parseWebhook(said)
    expect(first).toMatchObject({ vendorRef })
    expect(first.eventId).not.toBe('')
    expect(await printer.parseWebhook(said)).toEqual(first)
  })

  test('is believed only from who knows what the printer knows', async ({ expect }) => {
    const { printer, news, forge, vendorRef } = await withJob()
    const said = await news(vendorRef)
    const bare = { ...said, headers: new Headers(), url: 'https://api.example/webhooks/print/any' }
    for (const attempt of [forge(said), bare, { ...said, rawBody: 'not json' }, { ...said, rawBody: '{}' }]) {
      await expect(printer.parseWebhook(attempt)).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
    }
    await expect(printer.parseWebhook(said)).resolves.toMatchObject({ vendorRef })
  })
})
