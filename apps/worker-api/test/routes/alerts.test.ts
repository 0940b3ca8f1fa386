import type { AlertList } from '@foxetales/shared-schemas/alert'
import { afterEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { overAlert, raiseAlert } from '../../src/flows/raise-alert.ts'
import { approvedPreview, createOrder, openShop, type Shop } from '../shop.ts'
import { staff } from '../staff.ts'
import { testEnv } from '../test-env.ts'

afterEach(() => vi.restoreAllMocks())

async function openAlerts(shop: Shop): Promise<AlertList> {
  return (await shop.fetch('/api/admin/alerts', await staff('viewer'))).json<AlertList>()
}

describe('an alert', () => {
  test('is raised once however often it is said, and again after it was settled', async ({ expect }) => {
    const shop = openShop()
    const services = compose(testEnv)
    const subject = services.newId('order')
    const about = { kind: 'print_on_hold', subject, detail: 'the printer asks for a look' } as const
    await raiseAlert(services, about)
    await raiseAlert(services, about)
    const mine = async () => (await openAlerts(shop)).alerts.filter((alert) => alert.subject === subject)
    expect(await mine()).toMatchObject([{ kind: 'print_on_hold', detail: 'the printer asks for a look' }])

    const [alert] = await mine()
    const settle = { method: 'POST', body: JSON.stringify({ reason: 'called them' }) }
    const path = `/api/admin/alerts/${alert?.alert_id}/settle`
    expect((await shop.fetch(path, { ...(await staff('viewer')), ...settle })).status).toBe(403)
    expect((await shop.fetch(path, { ...(await staff()), ...settle })).status).toBe(200)
    expect(await mine()).toEqual([])
    expect(await services.journal.auditOf(subject)).toMatchObject([
      { action: 'alert.settled print_on_hold', actor: 'mai', reason: 'called them' },
    ])

    await raiseAlert(services, about)
    expect(await mine()).toHaveLength(1)
    await overAlert(services, 'print_on_hold', subject)
    expect(await mine()).toEqual([])
  })

  test('comes by itself with an order that fails, whichever flow moves it', async ({ expect }) => {
    const shop = openShop()
    const services = compose(testEnv)
    const created = await createOrder(shop, await approvedPreview(shop))
    await services.orders.move(created.order_id, 'paid', services.now())
    await services.orders.move(created.order_id, 'failed', services.now(), {}, 'the press burned down')
    const { alerts, open } = await openAlerts(shop)
    expect(alerts.find((alert) => alert.subject === created.order_id)).toMatchObject({
      kind: 'order_failed',
      detail: 'the press burned down',
    })
    expect(open).toBeGreaterThan(0)
  })

  test('comes by itself with a message that was tried too often', async ({ expect }) => {
    const shop = openShop()
    const services = compose(testEnv)
    const id = crypto.randomUUID()
    await services.journal.keepDeadLetter({ id, message: '{}', attempts: 5, at: services.now() })
    expect((await openAlerts(shop)).alerts.find((alert) => alert.subject === id)).toMatchObject({
      kind: 'dead_letter',
    })
  })
})
