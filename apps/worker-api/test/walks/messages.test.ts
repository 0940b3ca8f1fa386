import type { OrderCreated, OrderStatus } from '@foxetales/shared-schemas/order'
import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { accessTokenOpens, expiringToken } from '../../src/domain/access-tokens.ts'
import { raiseAlert } from '../../src/flows/raise-alert.ts'
import { plantedPreview } from '../planted-preview.ts'
import { approvedPreview, bearer, createOrder, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

const services = compose(testEnv)
const parent = 'parent@example.test'

async function pay(created: OrderCreated): Promise<void> {
  const sessionId = shop.stripe.pay(created.order_id)
  await shop.fetch(await shop.stripe.event('checkout.session.completed', sessionId))
}

async function until(created: OrderCreated, state: OrderStatus['state']): Promise<void> {
  await vi.waitFor(async () => {
    const order = await shop.order(created)
    if (order.state !== state) throw new Error(`the order is ${order.state}, not ${state}`)
  }, patience)
}

/** Letters about one subject, in the order in which they were sent. */
const lettersOf = (subject: string) => shop.mail.letters.filter((letter) => letter.key.endsWith(subject))
const kindsOf = (subject: string) => lettersOf(subject).map((letter) => letter.key.split(':')[0])
const linkIn = (text: string) => /https?:\S+/.exec(text)?.[0] ?? ''

describe('letters to a customer', () => {
  test('tell an order from the payment to the parcel, each once, in the language of the book', async ({
    expect,
  }) => {
    const created = await createOrder(shop, await approvedPreview(shop, { language: 'vi' }))
    await pay(created)
    await until(created, 'printing')
    for (const status of ['accepted', 'in_production', 'shipped']) {
      await shop.fetch(await shop.press.move(created.order_id, status))
      await shop.sweep()
    }
    await shop.sweep()
    expect(kindsOf(created.order_id)).toEqual(['order_received', 'printing', 'shipped'])
    const [received, , shipped] = lettersOf(created.order_id)
    expect(received).toMatchObject({ to: [parent] })
    expect(received?.subject).toContain('Cảm ơn')
    expect(received?.text).toContain('51,80')
    expect(shipped?.text).toContain('1Z')
    for (const letter of lettersOf(created.order_id)) {
      // No name, no picture, no address of a file; in words and in HTML the same link, which opens the order's page.
      expect(`${letter.subject}${letter.text}${letter.html}`).not.toMatch(
        /Ánh|Nguyễn|<img|\/files\/|Test Street/,
      )
      const link = new URL(linkIn(letter.text))
      expect(letter.html).toContain(link.href.replaceAll('&', '&amp;'))
      expect((await shop.fetch(`${link.pathname}${link.search}`)).status).toBe(200)
    }
    // Sent is forgotten: the address stands with the order alone.
    const rows = await services.messages.ofSubject(created.order_id)
    expect(rows.map((row) => [row.state, row.to_address])).toEqual(rows.map(() => ['sent', null]))
  })

  test('say that the pages are ready, with a link that opens them, and nothing once they are approved', async ({
    expect,
  }) => {
    const accepted = await (await shop.requestPreview({ email: parent })).json<PreviewAccepted>()
    await vi.waitFor(async () => expect((await shop.preview(accepted)).state).toBe('ready'), patience)
    await shop.sweep()
    const [letter] = lettersOf(accepted.preview_id)
    expect(letter?.to).toEqual([parent])
    const fields = new URLSearchParams(new URL(linkIn(letter?.text ?? '')).hash.slice(1))
    expect(fields.get('preview')).toBe(accepted.preview_id)
    const opened = await shop.fetch(`/api/preview/${accepted.preview_id}`, bearer(fields.get('token') ?? ''))
    expect(opened.status).toBe(200)
    const quick = await approvedPreview(shop, { email: parent })
    await shop.sweep()
    expect(lettersOf(quick.preview_id)).toEqual([])
  })

  test('go out once, though the mail service fails, forgets to answer, or is asked twice at once', async ({
    expect,
  }) => {
    const created = await createOrder(shop, await plantedPreview())
    shop.runpod.away = (unit) => unit.kind === 'book-page'
    await pay(created)
    const again = () =>
      testEnv.DB.prepare(`UPDATE messages SET due_at = 0 WHERE subject = ?`).bind(created.order_id).run()
    shop.mail.trouble.push(500, 429, 'lost')
    for (let turn = 0; turn < 5; turn++) {
      await Promise.all([shop.sweep(), shop.sweep()])
      await again()
    }
    expect(kindsOf(created.order_id)).toEqual(['order_received'])
    expect(await services.messages.ofSubject(created.order_id)).toMatchObject([
      { state: 'sent', attempts: 4 },
    ])
  })

  test('that cannot reach anybody are given to a person', async ({ expect }) => {
    const created = await createOrder(shop, await plantedPreview())
    shop.runpod.away = (unit) => unit.kind === 'book-page'
    await pay(created)
    shop.mail.trouble.push(422)
    await shop.sweep()
    expect(await services.messages.ofSubject(created.order_id)).toMatchObject([
      { state: 'failed', to_address: null },
    ])
    const alerts = (await services.alerts.open(100)).filter((alert) => alert.subject === created.order_id)
    expect(alerts.map((alert) => alert.kind)).toEqual(['message_failed'])
  })

  test('say what went wrong, what was cancelled and what comes back', async ({ expect }) => {
    const created = await createOrder(shop, await plantedPreview())
    shop.runpod.away = (unit) => unit.kind === 'book-page'
    await pay(created)
    await until(created, 'rendering')
    await services.orders.move(created.order_id, 'failed', Date.now(), {}, 'the press burned down')
    await services.orders.move(created.order_id, 'cancelled', Date.now(), { ended_by: 'staff' }, 'sorry')
    await shop.sweep()
    await shop.sweep()
    expect((await shop.order(created)).state).toBe('refunded')
    // One letter tells of the cancellation and of the money.
    expect(kindsOf(created.order_id)).toEqual(['order_received', 'went_wrong', 'cancelled'])
    expect(lettersOf(created.order_id).at(-1)?.text).toContain('$51.80')
  })

  test('stop with the customer: after an erasure only the word that the photo is gone', async ({
    expect,
  }) => {
    const accepted = await (await shop.requestPreview({ email: parent })).json<PreviewAccepted>()
    await vi.waitFor(async () => expect((await shop.preview(accepted)).state).toBe('ready'), patience)
    const job = await services.jobs.find(accepted.preview_id)
    const erased = await shop.fetch(`/api/preview/${accepted.preview_id}`, {
      method: 'DELETE',
      ...bearer(accepted.token),
    })
    expect(erased.status).toBe(204)
    await shop.sweep()
    expect(kindsOf(accepted.preview_id)).toEqual([])
    expect(kindsOf(job?.photo_id ?? '')).toEqual(['photo_deleted'])
    const left = await testEnv.DB.prepare(
      'SELECT count(*) AS n FROM messages WHERE to_address IS NOT NULL AND subject IN (?, ?)',
    )
      .bind(accepted.preview_id, job?.photo_id ?? '')
      .first<{ n: number }>()
    expect(left?.n).toBe(0)
    expect((await services.jobs.find(accepted.preview_id))?.email).toBeNull()
  })
})

describe('letters to staff', () => {
  test('come with an alert, once, and not when it is settled already', async ({ expect }) => {
    const [open, over] = [services.newId('order'), services.newId('order')]
    await raiseAlert(services, { kind: 'dispute', subject: open, detail: 'the bank asks' })
    await raiseAlert(services, { kind: 'dispute', subject: over, detail: 'the bank asked' })
    await services.alerts.settleOpen('dispute', over, Date.now())
    await shop.sweep()
    await shop.sweep()
    const about = (subject: string) => shop.mail.letters.filter((letter) => letter.subject.includes(subject))
    expect(about(open)).toHaveLength(1)
    expect(about(open)[0]).toMatchObject({ to: ['desk@foxetales.example'] })
    expect(about(over)).toHaveLength(0)
  })
})

describe('a link in a letter', () => {
  test('opens one thing, until it ends', async ({ expect }) => {
    const key = services.settings.signingKey
    const token = await expiringToken(key, 'order', 'ord_1', 2_000_000)
    const opens = (id: string, text: string, now: number) => accessTokenOpens(key, 'order', id, text, now)
    expect(await opens('ord_1', token, 1_999_000)).toBe(true)
    expect(await opens('ord_1', token, 2_000_000)).toBe(false)
    expect(await opens('ord_2', token, 1_999_000)).toBe(false)
    const [, proof] = token.split('.')
    expect(await opens('ord_1', `zzzzzz.${proof}`, 1_999_000)).toBe(false)
    expect(await opens('ord_1', proof ?? '', 1_999_000)).toBe(false)
  })
})
