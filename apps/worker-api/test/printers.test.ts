import { beforeEach, describe, test } from 'vitest'
import { compose } from '../src/compose.ts'
import { choosePrinter } from '../src/flows/choose-printer.ts'
import { sendToPrint } from '../src/flows/send-to-print.ts'
import { trackPrint } from '../src/flows/track-print.ts'
import { compareLists, watchPrinters } from '../src/flows/watch-printers.ts'
import type { Services } from '../src/services.ts'
import { forgetOrders, plantOrders } from './print-faults/plant-order.ts'
import { openWorld, type World } from './print-faults/played-world.ts'
import { seeded } from './print-faults/random.ts'
import { bind } from './print-faults/run-once.ts'
import { testEnv } from './test-env.ts'

const minuteMs = 60_000
let world: World
let services: Services
let orderId = ''

/** A shop with these printers, in this order of preference, and one paid order that is painted and not a draft. */
async function shopWith(...names: string[]): Promise<void> {
  world = openWorld(seeded(1), 'https://edge.example', names)
  const plain = compose(testEnv)
  services = {
    ...plain,
    now: world.now,
    printers: world.printers,
    send: async () => undefined,
    link: async (grant) => `https://edge.example/files/${grant.k.split('/').at(-1)}`,
    announce: async () => undefined,
    report: () => undefined,
    settings: { ...plain.settings, publicUrl: 'https://edge.example' },
  }
  await forgetOrders()
  orderId = (await plantOrders(services, 1))[0] ?? ''
}

/** Bound and sent, by flows that would run again and again. */
async function sendOn(): Promise<void> {
  for (let run = 0; run < 6; run += 1) {
    world.pass(3 * minuteMs)
    await bind(services, orderId)
    await sendToPrint(services, orderId).catch(() => undefined)
  }
}

const order = async () => {
  const found = await services.orders.find(orderId)
  if (!found) throw new Error('the order is gone')
  return found
}
const row = async () => {
  const found = await services.printJobs.ofOrder(orderId)
  if (!found) throw new Error('there is no print job')
  return found
}
const openAlerts = async (subject: string) => {
  const found = await testEnv.DB.prepare('SELECT kind FROM alerts WHERE settled_at IS NULL AND subject = ?')
    .bind(subject)
    .all<{ kind: string }>()
  return found.results.map(({ kind }) => kind)
}
const tracked = async () => {
  const { vendor, vendor_ref } = await row()
  const printer = services.printers.named(vendor)
  if (printer) await trackPrint(services, printer, vendor_ref ?? '')
}

describe.for(['lulu', 'prodigi', 'gelato'] as const)('an order that %s prints', (name) => {
  beforeEach(() => shopWith(name))

  test('goes from binding to the parcel, and is one job there', async ({ expect }) => {
    await sendOn()
    expect(await order()).toMatchObject({ state: 'printing' })
    expect(await row()).toMatchObject({ vendor: name, doubt: 0 })
    for (let step = 0; step < 6; step += 1) await world.locals[name].step()
    await tracked()
    expect((await order()).state).toMatch(/shipped|delivered/)
    expect((await row()).tracking).toContain('https://track.example/')
    expect(world.jobsOf(orderId)).toHaveLength(1)
  })

  test('that its printer holds or wants to be paid for is told to staff, once, until it is over', async ({
    expect,
  }) => {
    const isLulu = name === 'lulu'
    const [fate, kind] = isLulu ? ['unpaid', 'print_unpaid'] : ['held', 'print_on_hold']
    Object.assign(world.locals[name], { fate })
    await sendOn()
    for (let step = 0; step < 2; step += 1) await world.locals[name].step()
    await tracked()
    await tracked()
    expect(await openAlerts(orderId)).toEqual([kind])
    expect(await order()).toMatchObject({ state: 'printing' })
    world.locals[name].fate = 'printed'
    for (let step = 0; step < 4; step += 1) await world.locals[name].step()
    await tracked()
    expect(await openAlerts(orderId)).toEqual([])
  })

  test('that is rejected there fails with a reason, and goes to nobody else', async ({ expect }) => {
    world.locals[name].fate = 'rejected'
    await sendOn()
    for (let step = 0; step < 3; step += 1) await world.locals[name].step()
    await tracked()
    expect(await order()).toMatchObject({ state: 'failed' })
    expect((await order()).reason).toContain('the printer says failed')
    expect((await openAlerts(orderId)).toSorted()).toEqual(['order_failed', 'print_rejected'])
  })
})

describe('a printer for an order', () => {
  test('is the cheapest of those that answer, and stays its printer', async ({ expect }) => {
    await shopWith('lulu', 'prodigi', 'gelato')
    const chosen = await choosePrinter(services, await order())
    const quotes = await Promise.all(
      services.printers.forNewBooks.map(async ({ name, quote }) => {
        const shipTo = JSON.parse((await order()).ship_to ?? '')
        const [option] = await quote({ country: 'GB', copies: 1, pages: 42, currency: 'EUR', shipTo })
        return { name, total: (option?.amountMinor ?? 0) + (option?.bookMinor ?? 0) }
      }),
    )
    const [cheapest] = quotes.toSorted((a, b) => a.total - b.total)
    expect(chosen?.name).toBe(cheapest?.name)
    expect(await row()).toMatchObject({ vendor: chosen?.name, status: 'planned' })
    for (const local of Object.values(world.locals)) local.faults.push('down', 'down')
    expect((await choosePrinter(services, await order()))?.name).toBe(chosen?.name)
  })

  test('is the next one when the first refuses, with files of its own format', async ({ expect }) => {
    await shopWith('gelato', 'prodigi')
    world.locals.prodigi.faults.push('down')
    await bind(services, orderId)
    expect(await row()).toMatchObject({ vendor: 'gelato' })
    // Gelato takes no such postal code any more.
    const ship_to = JSON.stringify({
      ...JSON.parse((await order()).ship_to ?? ''),
      postcode: '00000',
      country: 'VN',
    })
    await testEnv.DB.prepare('UPDATE orders SET ship_to = ? WHERE id = ?').bind(ship_to, orderId).run()
    await sendToPrint(services, orderId)
    expect(await order()).toMatchObject({ state: 'assembling', interior: null })
    expect(JSON.parse((await row()).passed_over)).toEqual(['gelato'])
    const good = ship_to.replace('00000', '100000')
    await testEnv.DB.prepare('UPDATE orders SET ship_to = ? WHERE id = ?').bind(good, orderId).run()
    await sendOn()
    expect(await row()).toMatchObject({ vendor: 'prodigi' })
    expect((await order()).interior).toContain('prodigi-210')
    expect(world.jobsOf(orderId)).toMatchObject([{ vendor: 'prodigi' }])
  })

  test('is the next one when the first is down for half an hour before anything was sent', async ({
    expect,
  }) => {
    await shopWith('gelato', 'prodigi')
    world.locals.prodigi.faults.push('down')
    await bind(services, orderId)
    for (let run = 0; run < 20; run += 1) {
      world.pass(3 * minuteMs)
      world.locals.gelato.faults.splice(0, 9, 'too_many')
      await sendToPrint(services, orderId).catch(() => undefined)
      if ((await row()).passed_over !== '[]') break
    }
    expect(await openAlerts('gelato')).toContain('printer_trouble')
    world.locals.gelato.faults.length = 0
    await sendOn()
    expect(world.jobsOf(orderId)).toMatchObject([{ vendor: 'prodigi' }])
  })

  test('is never another one while a job may be at the first', async ({ expect }) => {
    await shopWith('gelato', 'prodigi')
    world.locals.prodigi.faults.push('down')
    await bind(services, orderId)
    world.locals.gelato.faults.push('after')
    await expect(sendToPrint(services, orderId)).rejects.toMatchObject({ details: { ambiguous: true } })
    expect(await row()).toMatchObject({ doubt: 1, vendor_ref: null })
    for (let run = 0; run < 30; run += 1) {
      world.pass(5 * minuteMs)
      world.locals.gelato.faults.splice(0, 9, 'down')
      await sendToPrint(services, orderId).catch(() => undefined)
    }
    expect(await row()).toMatchObject({ vendor: 'gelato', passed_over: '[]' })
    // Hours of silence fail nobody's order: its job may be alive there.
    expect(await order()).toMatchObject({ state: 'assembling' })
    world.locals.gelato.faults.length = 0
    await sendOn()
    expect(world.jobsOf(orderId)).toMatchObject([{ vendor: 'gelato', alive: true }])
  })

  test('is nobody where nobody sends: the order fails and says why', async ({ expect }) => {
    await shopWith('lulu', 'gelato')
    const ship_to = JSON.stringify({ ...JSON.parse((await order()).ship_to ?? ''), country: 'KP' })
    await testEnv.DB.prepare('UPDATE orders SET ship_to = ? WHERE id = ?').bind(ship_to, orderId).run()
    await bind(services, orderId)
    expect(await order()).toMatchObject({ state: 'failed' })
    expect((await order()).reason).toContain('lulu: country; gelato: country')
  })
})

describe('the cron', () => {
  test('turns Lulu’s webhook on again, and asks about the jobs it was silent about', async ({ expect }) => {
    await shopWith('lulu')
    await watchPrinters(services)
    const [hook] = world.locals.lulu.webhooks.all()
    expect(hook).toMatchObject({ is_active: true, url: 'https://edge.example/webhooks/print/lulu' })
    await sendOn()
    if (hook) world.locals.lulu.webhooks.put(hook.id, { ...hook, is_active: false })
    for (let step = 0; step < 4; step += 1) await world.locals.lulu.step()
    world.pass(65 * minuteMs)
    await watchPrinters(services)
    world.pass(minuteMs)
    await watchPrinters(services)
    expect(world.locals.lulu.webhooks.all()).toMatchObject([{ is_active: true }])
    expect(await order()).toMatchObject({ state: 'shipped' })
  })

  test('tells of a job there that is not ours, and of ours that is missing there', async ({ expect }) => {
    await shopWith('prodigi')
    await sendOn()
    const printer = services.printers.named('prodigi')
    if (!printer) throw new Error('prodigi is missing')
    const [ours] = world.locals.prodigi.orders.all()
    if (!ours) throw new Error('nothing was ordered')
    const stranger = { ...ours, id: 'ord_stranger', order: { ...ours.order, merchantReference: 'by hand' } }
    world.locals.prodigi.orders.put('ord_stranger', stranger)
    await testEnv.DB.prepare('UPDATE print_jobs SET vendor_ref = ? WHERE order_id = ?')
      .bind('ord_gone', orderId)
      .run()
    world.pass(120 * minuteMs)
    await compareLists(services, printer)
    expect(await openAlerts('prodigi:ord_stranger')).toEqual(['print_unknown'])
    expect(await openAlerts(orderId)).toEqual(['print_missing'])
  })

  test('hears of a job that nobody has without a fault, and tells staff where it was ours', async ({
    expect,
  }) => {
    await shopWith('lulu')
    await sendOn()
    const printer = services.printers.named('lulu')
    if (!printer) throw new Error('lulu is missing')
    await trackPrint(services, printer, '999')
    expect(await openAlerts(orderId)).toEqual([])
    await testEnv.DB.prepare(`UPDATE print_jobs SET vendor_ref = '998' WHERE order_id = ?`)
      .bind(orderId)
      .run()
    await trackPrint(services, printer, '998')
    expect(await openAlerts(orderId)).toEqual(['print_missing'])
  })

  test('takes back a second job for an order that has one', async ({ expect }) => {
    await shopWith('gelato')
    await sendOn()
    const [ours] = world.locals.gelato.orders.all()
    if (ours) world.locals.gelato.orders.put('twin', { ...ours, id: 'twin', status: 'passed' })
    const printer = services.printers.named('gelato')
    if (printer) await compareLists(services, printer)
    expect(world.jobsOf(orderId)).toMatchObject([{ alive: true }, { id: 'twin', alive: false }])
    expect(await openAlerts('gelato:twin')).toEqual(['print_unknown'])
  })

  test('makes up for a process that died between a job and its order', async ({ expect }) => {
    await shopWith('lulu')
    await sendOn()
    await testEnv.DB.prepare(`UPDATE print_jobs SET status = 'shipped' WHERE order_id = ?`)
      .bind(orderId)
      .run()
    await watchPrinters(services)
    expect(await order()).toMatchObject({ state: 'shipped' })
  })
})
