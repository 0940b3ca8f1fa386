import { test } from 'vitest'
import { anOrder, openForm, payOrder, playStripe, stripeSdk, submitForm } from './play-stripe.ts'

test('a session is paid by its form, and read back with address, phone and payment', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const session = await sdk.checkout.sessions.create(anOrder('order-1'))
  expect(session).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    amount_total: 7980,
    currency: 'eur',
    payment_intent: null,
  })
  expect(session.id).toMatch(/^cs_test_\w{20,}$/)

  const answer = await submitForm(await openForm(session.url))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`http://shop.test/thanks?session=${session.id}`)

  const paid = await sdk.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent', 'line_items'],
  })
  expect(paid).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    client_reference_id: 'order-1',
    customer_details: { email: 'buyer@example.com', phone: '+1 555 010 0100' },
    collected_information: {
      shipping_details: { name: 'Alex Example', address: { country: 'DE', postal_code: '10115' } },
    },
    payment_intent: { status: 'succeeded', amount_received: 7980, metadata: { order_id: 'order-1' } },
  })
  expect(paid.line_items?.data.map((item) => [item.description, item.quantity])).toEqual([
    ['Fox & <Lantern>', 2],
  ])
})

test('a session is found by the payment that it led to', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  await payOrder(sdk, 'order-1')
  const wanted = await payOrder(sdk, 'order-2')
  const found = await sdk.checkout.sessions.list({ payment_intent: String(wanted.payment_intent) })
  expect(found.data.map((session) => session.client_reference_id)).toEqual(['order-2'])
})

test('what a shop writes into its order is shown as text, never as markup', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const session = await sdk.checkout.sessions.create(anOrder('order-1'))
  const { page } = await openForm(session.url)
  expect(page).toContain('Fox &amp; &lt;Lantern&gt;')
  expect(page).not.toContain('<Lantern>')
})

test('a second payment of the same session is refused with a page that says so', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const session = await sdk.checkout.sessions.create(anOrder('order-1'))
  const form = await openForm(session.url)
  expect((await submitForm(form)).status).toBe(303)
  const second = await submitForm(form)
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('Already paid')
  const told = await sdk.events.list({ type: 'checkout.session.completed' })
  expect(told.data).toHaveLength(1)
})

test('a country that is not served, and a card that is declined, leave the session open', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const session = await sdk.checkout.sessions.create(anOrder('order-1'))
  const form = await openForm(session.url)
  form.fields.set('country', 'US')
  expect((await submitForm(form)).status).toBe(400)
  form.fields.set('country', 'FR')
  form.fields.set('card', '4000 0000 0000 0002')
  const declined = await submitForm(form)
  expect(declined.status).toBe(402)
  expect(await declined.text()).toContain('declined')
  expect((await sdk.checkout.sessions.retrieve(session.id)).status).toBe('open')
})

test('a session ends when it is expired or its time is over, and is not paid any more', async (context) => {
  const { expect } = context
  let now = Date.UTC(2030, 0, 1)
  const { sdk } = await playStripe(context, { now: () => now })
  const ended = await sdk.checkout.sessions.create(anOrder('order-1'))
  expect((await sdk.checkout.sessions.expire(ended.id)).status).toBe('expired')
  await expect(sdk.checkout.sessions.expire(ended.id)).rejects.toThrow('has a status of expired')

  const late = await sdk.checkout.sessions.create(anOrder('order-2'))
  const form = await openForm(late.url)
  now += 25 * 3_600_000
  expect((await submitForm(form)).status).toBe(410)
  const read = await sdk.checkout.sessions.retrieve(late.id)
  expect(read).toMatchObject({ status: 'expired', payment_status: 'unpaid' })
  const told = await sdk.events.list({ type: 'checkout.session.expired' })
  expect(told.data.map(({ data }) => 'id' in data.object && data.object.id)).toEqual([late.id, ended.id])
})

test('the same idempotency key gives the same session, and refuses other parameters', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const key = { idempotencyKey: 'checkout:1' }
  const first = await sdk.checkout.sessions.create(anOrder('order-1'), key)
  const again = await sdk.checkout.sessions.create(anOrder('order-1'), key)
  expect(again.id).toBe(first.id)
  await expect(sdk.checkout.sessions.create(anOrder('order-2'), key)).rejects.toMatchObject({
    type: 'StripeIdempotencyError',
    statusCode: 400,
  })
  expect((await sdk.checkout.sessions.list()).data).toHaveLength(1)
})

test('a refused parameter is named, and mended parameters may use the same key', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const key = { idempotencyKey: 'checkout:1' }
  const { success_url: _left, ...unfinished } = anOrder('order-1')
  await expect(sdk.checkout.sessions.create(unfinished, key)).rejects.toMatchObject({
    type: 'StripeInvalidRequestError',
    code: 'parameter_missing',
    param: 'success_url',
  })
  const withRemoved = { ...anOrder('order-1'), payment_method_types: ['card'] }
  await expect(sdk.checkout.sessions.create(withRemoved)).rejects.toMatchObject({
    code: 'parameter_unknown',
    param: 'payment_method_types',
  })
  const tooSoon = { ...anOrder('order-1'), expires_at: Math.floor(Date.now() / 1000) + 60 }
  await expect(sdk.checkout.sessions.create(tooSoon)).rejects.toMatchObject({ param: 'expires_at' })
  expect((await sdk.checkout.sessions.create(anOrder('order-1'), key)).status).toBe('open')
})

test('nobody gets in without the secret key, and what is not there is told as missing', async (context) => {
  const { expect } = context
  const { sdk, url } = await playStripe(context)
  await expect(stripeSdk(url, 'sk_test_other').checkout.sessions.list()).rejects.toMatchObject({
    type: 'StripeAuthenticationError',
    statusCode: 401,
  })
  await expect(sdk.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
    code: 'resource_missing',
    statusCode: 404,
  })
  const version = await fetch(`${url}/v1/events`, { headers: { 'stripe-version': '2026-01-01.test' } })
  expect(version.headers.get('stripe-version')).toBe('2026-01-01.test')
})

test('refunds give back at most what was paid, and mark the charge when all of it went back', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const { payment_intent: intent } = await payOrder(sdk, 'order-1')
  const refund = { payment_intent: String(intent), metadata: { reason: 'test' } }
  const part = await sdk.refunds.create({ ...refund, amount: 980 })
  expect(part).toMatchObject({ status: 'succeeded', amount: 980, metadata: { reason: 'test' } })
  await expect(sdk.refunds.create({ ...refund, amount: 7001 })).rejects.toThrow('greater than unrefunded')
  expect(await sdk.refunds.create(refund)).toMatchObject({ amount: 7000 })
  await expect(sdk.refunds.create(refund)).rejects.toMatchObject({ code: 'charge_already_refunded' })
  const told = await sdk.events.list({ type: 'charge.refunded' })
  const wholes = told.data.map((event) => 'refunded' in event.data.object && event.data.object.refunded)
  expect(wholes).toEqual([true, false])
})

test('shipping, a promotion code and tax make the total, and the parcel chosen is told', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const rate = (level: string, amount: number) => ({
    shipping_rate_data: {
      type: 'fixed_amount' as const,
      display_name: level,
      fixed_amount: { amount, currency: 'eur' },
      metadata: { level },
      tax_behavior: 'exclusive' as const,
    },
  })
  const order = anOrder('order-1')
  const session = await sdk.checkout.sessions.create({
    ...order,
    line_items: (order.line_items ?? []).map((item) => {
      return item.price_data
        ? { ...item, price_data: { ...item.price_data, tax_behavior: 'exclusive' } }
        : item
    }),
    automatic_tax: { enabled: true },
    allow_promotion_codes: true,
    shipping_options: [rate('standard', 600), rate('express', 1600)],
  })
  const form = await openForm(session.url)
  const rates = [...form.page.matchAll(/name="shipping_rate" value="([^"]+)"/g)].map(([, id]) => id ?? '')
  expect(form.fields.get('shipping_rate')).toBe(rates[0])
  form.fields.set('shipping_rate', rates[1] ?? '')
  form.fields.set('promotion_code', 'NOPE')
  expect((await submitForm(form)).status).toBe(400)
  form.fields.set('promotion_code', 'fox10')
  expect((await submitForm(form)).status).toBe(303)
  const paid = await sdk.checkout.sessions.retrieve(session.id, { expand: ['shipping_cost.shipping_rate'] })
  // 7980 less a tenth, 1600 for the parcel, 7 % of both.
  expect(paid).toMatchObject({
    amount_subtotal: 7980,
    amount_total: 7182 + 1600 + 503 + 112,
    total_details: { amount_discount: 798, amount_shipping: 1600, amount_tax: 615 },
    shipping_cost: { amount_subtotal: 1600, shipping_rate: { metadata: { level: 'express' } } },
  })
})

test('a promotion code that takes everything leaves nothing to pay', async (context) => {
  const { expect } = context
  const { sdk } = await playStripe(context)
  const session = await sdk.checkout.sessions.create({ ...anOrder('order-1'), allow_promotion_codes: true })
  const form = await openForm(session.url)
  form.fields.set('promotion_code', 'GIFT100')
  await submitForm(form)
  expect(await sdk.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'no_payment_required',
    payment_intent: null,
    amount_total: 0,
  })
})
