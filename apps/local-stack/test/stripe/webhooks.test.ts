import { test } from 'vitest'
import * as z from 'zod'
import { receiveWebhooks } from '../webhook-receiver.ts'
import { anOrder, payOrder, playStripe, webhookSecret } from './play-stripe.ts'

const paymentEvents = [
  'charge.succeeded',
  'checkout.session.completed',
  'payment_intent.created',
  'payment_intent.succeeded',
]

test('a payment is told in events that the SDK verifies, and a changed body fails', async (context) => {
  const { expect } = context
  const shop = await receiveWebhooks(context)
  const { sdk } = await playStripe(context, { webhookUrl: shop.url })
  const session = await payOrder(sdk, 'order-1')
  await shop.until(paymentEvents.length)
  const events = await Promise.all(
    shop.received.map(({ body, headers }) =>
      sdk.webhooks.constructEventAsync(body, headers['stripe-signature'] ?? '', webhookSecret),
    ),
  )
  expect(events.map((event) => event.type).toSorted()).toEqual(paymentEvents)
  const completed = events.find((event) => event.type === 'checkout.session.completed')
  expect(completed).toMatchObject({
    object: 'event',
    livemode: false,
    data: { object: { id: session.id, payment_status: 'paid' } },
  })
  expect(await sdk.events.retrieve(completed?.id ?? '')).toMatchObject({ id: completed?.id })

  const [first] = shop.received
  const changed = String(first?.body).replace('"livemode": false', '"livemode": true')
  expect(changed).not.toBe(first?.body)
  const signature = first?.headers['stripe-signature'] ?? ''
  await expect(sdk.webhooks.constructEventAsync(changed, signature, webhookSecret)).rejects.toThrow(
    'No signatures found',
  )
})

test('what is refused is sent again until it is taken', async (context) => {
  const { expect } = context
  const shop = await receiveWebhooks(context, 6)
  const { sdk } = await playStripe(context, { webhookUrl: shop.url })
  await payOrder(sdk, 'order-1')
  await shop.until(paymentEvents.length)
  expect(shop.received.map(({ body }) => JSON.parse(body).type).toSorted()).toEqual(paymentEvents)
})

test('the control face sends an event again, as often as asked', async (context) => {
  const { expect } = context
  const shop = await receiveWebhooks(context)
  const { sdk, url } = await playStripe(context, { webhookUrl: shop.url })
  const session = await sdk.checkout.sessions.create(anOrder('order-1'))
  await sdk.checkout.sessions.expire(session.id)
  const [event] = (await sdk.events.list()).data
  await control(url, `events/${event?.id}/resend`, { times: 3 })
  await shop.until(4)
  expect(new Set(shop.received.map(({ body }) => body)).size).toBe(1)
})

test('held events are released in reverse, for shops that must not rely on their order', async (context) => {
  const { expect } = context
  const shop = await receiveWebhooks(context)
  const { sdk, url } = await playStripe(context, { webhookUrl: shop.url })
  await control(url, 'mode', { held: true })
  await payOrder(sdk, 'order-1')
  const made = (await sdk.events.list()).data.map((event) => event.id)
  expect(shop.received).toHaveLength(0)
  await control(url, 'release', { order: 'reversed' })
  expect(shop.received.map(({ body }) => JSON.parse(body).id)).toEqual(made)
})

test('a bank that takes the money back is told as a dispute', async (context) => {
  const { expect } = context
  const { sdk, url } = await playStripe(context)
  const { payment_intent: intent } = await payOrder(sdk, 'order-1')
  await control(url, 'disputes', { payment_intent: intent })
  const told = await sdk.events.list({ type: 'charge.dispute.created' })
  expect(told.data.map((event) => event.data.object)).toMatchObject([{ payment_intent: intent }])
  await control(url, 'disputes/close', { payment_intent: intent, status: 'won' })
  await control(url, 'warnings', { payment_intent: intent })
  const about = { payment_intent: String(intent) }
  expect((await sdk.disputes.list(about)).data).toMatchObject([{ status: 'won' }])
  expect((await sdk.radar.earlyFraudWarnings.list(about)).data).toHaveLength(1)
  expect((await sdk.disputes.list({ payment_intent: 'pi_other' })).data).toEqual([])
})

test('a restart forgets no session, no key and no event that waits', async (context) => {
  const { expect } = context
  const nobody = 'http://127.0.0.1:9/webhooks'
  const before = await playStripe(context, { webhookUrl: nobody, retryMs: [1, 60_000] })
  const key = { idempotencyKey: 'checkout:1' }
  const first = await before.sdk.checkout.sessions.create(anOrder('order-1'), key)
  await before.sdk.checkout.sessions.expire(first.id)
  await control(before.url, 'mode', { held: true })
  const paid = await payOrder(before.sdk, 'order-2')
  await before.close()

  const after = await playStripe(context, { stateDir: before.stateDir })
  expect((await after.sdk.checkout.sessions.retrieve(paid.id)).payment_status).toBe('paid')
  expect((await after.sdk.checkout.sessions.create(anOrder('order-1'), key)).id).toBe(first.id)
  const answer = await fetch(`${after.url}/_test/deliveries`)
  const { deliveries } = z
    .object({ deliveries: z.array(z.object({ state: z.string() })) })
    .parse(await answer.json())
  expect(deliveries.map(({ state }) => state).toSorted()).toEqual(['held', 'held', 'held', 'held', 'waiting'])
})

async function control(url: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/_test/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`the control face answered ${answer.status}`)
}
