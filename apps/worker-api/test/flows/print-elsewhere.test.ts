import { beforeEach, describe, test } from 'vitest'
import { compose } from '../../src/compose.ts'
import { otherPrinters, printElsewhere } from '../../src/flows/print-elsewhere.ts'
import { sendToPrint } from '../../src/flows/send-to-print.ts'
import { trackPrint } from '../../src/flows/track-print.ts'
import type { Services } from '../../src/services.ts'
import { forgetOrders, plantOrders } from '../print-faults/plant-order.ts'
import { openWorld, type World } from '../print-faults/played-world.ts'
import { seeded } from '../print-faults/random.ts'
import { bind } from '../print-faults/run-once.ts'
import { testEnv } from '../test-env.ts'

const minuteMs = 60_000
let world: World
let services: Services
let orderId = ''

beforeEach(async () => {
  world = openWorld(seeded(1), 'https://edge.example', ['prodigi', 'gelato'])
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
  await sendOn()
})

async function sendOn(): Promise<void> {
  for (let run = 0; run < 6; run += 1) {
    world.pass(3 * minuteMs)
    await bind(services, orderId)
    await sendToPrint(services, orderId).catch(() => undefined)
  }
}

async function now() {
  const order = await services.orders.find(orderId)
  const row = await services.printJobs.ofOrder(orderId)
  if (!order || !row) throw new Error('the order or its print job is gone')
  return { order, row }
}

const wanted = (printer: string, key: string = crypto.randomUUID()) => {
  return { printer, key, actor: 'mai', reason: 'they cannot print before the holidays' }
}

describe('a book that staff give to another printer', () => {
  test('is taken back at the first one, and printed by the other in its own format', async ({ expect }) => {
    const { order, row } = await now()
    const first = row.vendor
    const others = await otherPrinters(services, order, row)
    expect(others).toEqual(['prodigi', 'gelato'].filter((name) => name !== first))
    const [second = ''] = others
    const again = wanted(second)
    await printElsewhere(services, orderId, again)
    await printElsewhere(services, orderId, again)
    expect((await now()).row).toMatchObject({ vendor: second, status: 'planned' })
    // Late news of the job that was taken back changes nothing.
    const printer = services.printers.named(first)
    if (printer) await trackPrint(services, printer, row.vendor_ref ?? '')
    await sendOn()
    const after = await now()
    expect(after.order).toMatchObject({ state: 'printing' })
    expect(after.order.interior).toContain(second)
    expect(after.row).toMatchObject({ vendor: second, doubt: 0 })
    const jobs = world.jobsOf(orderId)
    expect(jobs.filter((job) => job.alive).map((job) => job.vendor)).toEqual([second])
    expect(jobs).toHaveLength(2)
    expect(await services.journal.auditOf(orderId)).toContainEqual(
      expect.objectContaining({ action: `print.sent_elsewhere ${second}`, actor: 'mai' }),
    )
  })

  test('stays where it is when that printer does not stop any more', async ({ expect }) => {
    const { order, row } = await now()
    const [second = ''] = await otherPrinters(services, order, row)
    for (const local of Object.values(world.locals))
      for (let step = 0; step < 3; step += 1) await local.step()
    await expect(printElsewhere(services, orderId, wanted(second))).rejects.toMatchObject({
      code: 'CANCEL_TOO_LATE',
    })
    expect((await now()).row).toMatchObject({ vendor: row.vendor, vendor_ref: row.vendor_ref })
    expect(world.jobsOf(orderId)).toHaveLength(1)
  })

  test('goes to no printer that could not have it', async ({ expect }) => {
    await expect(printElsewhere(services, orderId, wanted('lulu'))).rejects.toMatchObject({
      code: 'NO_SUCH_PRINTER',
    })
    expect((await now()).order).toMatchObject({ state: 'printing' })
  })
})
