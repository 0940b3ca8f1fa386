import { describe, test } from 'vitest'
import { stripePayment } from '../../src/adapters/payment/stripe.ts'
import type { CheckoutOrder } from '../../src/ports/payment.ts'
import { error, playStripe } from './vendors/play-stripe.ts'
import { json } from './vendors/wire.ts'

const keys = { secretKey: 'sk_test_contract', webhookSecret: 'whsec_contract' }
const nowSeconds = 1_790_000_000
const now = () => nowSeconds * 1000

function open() {
  const vendor = playStripe(keys)
  const apiBase = new URL('http://localhost:4010')
  return { vendor, payment: stripePayment({ ...keys, apiBase, fetch: vendor.fetch, now }) }
}

const order: CheckoutOrder = {
  orderId: 'ord_1',
  amountMinor: 7980,
  currency: 'USD',
  quantity: 2,
  title: 'The Night Garden',
  customerEmail: 'parent@example.com',
  successUrl: 'https://shop.example/thanks',
  cancelUrl: 'https://shop.example/book',
  expiresAt: (nowSeconds + 3600) * 1000,
}
const paidSession = {
  status: 'complete',
  payment_status: 'paid',
  payment_intent: 'pi_1',
  collected_information: {
    shipping_details: {
      name: 'A. Parent',
      address: {
        line1: '1 Hill St',
        line2: null,
        city: 'Leeds',
        state: '',
        postal_code: 'LS1 1AA',
        country: 'GB',
      },
    },
  },
  customer_details: { email: 'parent@example.com', phone: '+441130000000' },
}

describe('a checkout at stripe', () => {
  test('opens a page for the order, with ids alone in the metadata of session and payment', async ({
    expect,
  }) => {
    const { vendor, payment } = open()
    const checkout = await payment.createCheckout(order)
    expect(checkout).toEqual({ sessionId: 'cs_test_1', url: 'https://checkout.stripe.com/c/pay/cs_test_1' })
    const form = Object.fromEntries(vendor.lastForm())
    expect(form).toMatchObject({
      mode: 'payment',
      client_reference_id: 'ord_1',
      'line_items[0][quantity]': '2',
      'line_items[0][price_data][unit_amount]': '3990',
      'line_items[0][price_data][currency]': 'usd',
      'phone_number_collection[enabled]': 'true',
      customer_email: 'parent@example.com',
      expires_at: String(nowSeconds + 3600),
    })
    expect(form['shipping_address_collection[allowed_countries][0]']).toMatch(/^[A-Z]{2}$/)
    const metadata = Object.entries(form).filter(([name]) => name.includes('metadata'))
    expect(metadata).toEqual([
      ['metadata[order_id]', 'ord_1'],
      ['payment_intent_data[metadata][order_id]', 'ord_1'],
    ])
    expect(vendor.requests[0]?.headers.get('stripe-version')).toBe('2026-10-28.endive')
  })

  test('is the same one when the same order asks again', async ({ expect }) => {
    const { vendor, payment } = open()
    const first = await payment.createCheckout(order)
    expect(await payment.createCheckout(order)).toEqual(first)
    expect(vendor.sessions.size).toBe(1)
  })

  test('is opened once though the first answer was lost', async ({ expect }) => {
    const { vendor, payment } = open()
    vendor.trouble.push('answer-lost')
    await expect(payment.createCheckout(order)).resolves.toMatchObject({ sessionId: 'cs_test_1' })
    expect(vendor.requests).toHaveLength(2)
    expect(vendor.sessions.size).toBe(1)
  })

  test('is refused when the order asks for something else under its key', async ({ expect }) => {
    const { payment } = open()
    await payment.createCheckout(order)
    await expect(payment.createCheckout({ ...order, amountMinor: 9980 })).rejects.toMatchObject({
      code: 'PAYMENT_REFUSED',
    })
  })

  test('is refused before any call when the copies cannot cost the same', async ({ expect }) => {
    const { vendor, payment } = open()
    await expect(payment.createCheckout({ ...order, amountMinor: 7981 })).rejects.toMatchObject({
      code: 'PAYMENT_REFUSED',
    })
    expect(vendor.requests).toHaveLength(0)
  })

  test('reads as open and unpaid, then as paid with address, phone and payment', async ({ expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    const asked = { orderId: 'ord_1', amountMinor: 7980, currency: 'usd' }
    expect(await payment.readCheckout(sessionId)).toEqual({ ...asked, status: 'open', paid: false })
    vendor.change(sessionId, paidSession)
    expect(await payment.readCheckout(sessionId)).toEqual({
      ...asked,
      status: 'complete',
      paid: true,
      paymentIntentId: 'pi_1',
      email: 'parent@example.com',
      shipTo: {
        name: 'A. Parent',
        line1: '1 Hill St',
        city: 'Leeds',
        postcode: 'LS1 1AA',
        country: 'GB',
        phone: '+441130000000',
      },
    })
  })

  test('is not paid because it is complete: the money of a bank debit comes days later', async ({
    expect,
  }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    vendor.change(sessionId, { ...paidSession, payment_status: 'unpaid' })
    expect(await payment.readCheckout(sessionId)).toMatchObject({ status: 'complete', paid: false })
    vendor.change(sessionId, { status: 'expired', payment_status: 'unpaid' })
    expect(await payment.readCheckout(sessionId)).toMatchObject({ status: 'expired', paid: false })
  })

  test('has no address to ship to when it lacks what a printer needs', async ({ expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    const details = {
      name: 'A. Parent',
      address: { line1: '1 Hill St', city: null, postal_code: null, country: 'GB' },
    }
    vendor.change(sessionId, { ...paidSession, collected_information: { shipping_details: details } })
    expect(await payment.readCheckout(sessionId)).not.toHaveProperty('shipTo')
  })

  test('that is no order of ours is refused', async ({ expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    vendor.change(sessionId, { client_reference_id: null, metadata: {} })
    await expect(payment.readCheckout(sessionId)).rejects.toMatchObject({ code: 'PAYMENT_REFUSED' })
  })
})

describe('a refund at stripe', () => {
  const refund = { orderId: 'ord_1', paymentIntentId: 'pi_1', reason: 'cancelled' }

  test('is made once for an order and a reason', async ({ expect }) => {
    const { vendor, payment } = open()
    expect(await payment.refund(refund)).toEqual({ refundId: 're_1', status: 'succeeded' })
    expect(await payment.refund(refund)).toEqual({ refundId: 're_1', status: 'succeeded' })
    expect(vendor.refunds).toHaveLength(1)
    expect(vendor.lastForm().has('amount')).toBe(false)
  })

  test('may be a part, for another reason', async ({ expect }) => {
    const { vendor, payment } = open()
    await payment.refund(refund)
    await payment.refund({ ...refund, reason: 'page_defect', amountMinor: 500 })
    expect(vendor.refunds).toHaveLength(2)
    expect(vendor.lastForm().get('amount')).toBe('500')
  })
})

describe('stripe in trouble', () => {
  test.for([
    ['a server error', error(500, 'api_error', 'oops'), 'PAYMENT_UNAVAILABLE'],
    ['an answer that is not JSON', new Response('<html>', { status: 200 }), 'PAYMENT_UNAVAILABLE'],
    ['too many requests', error(429, 'rate_limit_error', 'slow down'), 'PAYMENT_UNAVAILABLE'],
    ['a key it does not take', error(401, 'invalid_request_error', 'Invalid API Key'), 'PAYMENT_UNAVAILABLE'],
    ['the same call still running', error(409, 'idempotency_error', 'in use'), 'PAYMENT_UNAVAILABLE'],
    [
      'a bad parameter',
      error(400, 'invalid_request_error', 'Invalid email: parent@example.com'),
      'PAYMENT_REFUSED',
    ],
    ['a declined card', error(402, 'card_error', 'declined'), 'PAYMENT_REFUSED'],
  ] as const)('%s', async ([, answer, code], { expect }) => {
    const { vendor, payment } = open()
    vendor.trouble.push(answer.clone(), answer.clone())
    const caught = await payment.createCheckout(order).catch((thrown: unknown) => thrown)
    expect(caught).toMatchObject({ code, retryable: code === 'PAYMENT_UNAVAILABLE' })
    expect(JSON.stringify(caught)).not.toContain('parent@example.com')
  })

  test('no connection', async ({ expect }) => {
    const { vendor, payment } = open()
    vendor.trouble.push('no-connection', 'no-connection')
    await expect(payment.readCheckout('cs_test_1')).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' })
  })

  test('a session without a page', async ({ expect }) => {
    const { vendor, payment } = open()
    vendor.trouble.push(json(200, { id: 'cs_test_1', url: null }))
    await expect(payment.createCheckout(order)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' })
  })
})

describe('an event from stripe', () => {
  const body = (type: string, object: Record<string, unknown>) =>
    JSON.stringify({ id: 'evt_1', object: 'event', type, created: nowSeconds, data: { object } })
  const completed = body('checkout.session.completed', { id: 'cs_test_1', payment_intent: 'pi_1' })

  test.for([
    ['checkout.session.completed', 'checkout_completed'],
    ['checkout.session.async_payment_succeeded', 'checkout_completed'],
    ['checkout.session.async_payment_failed', 'payment_failed'],
    ['checkout.session.expired', 'checkout_expired'],
  ] as const)('%s names the session to read', async ([type, kind], { expect }) => {
    const { vendor, payment } = open()
    const rawBody = body(type, { id: 'cs_test_1', payment_intent: null })
    const event = await payment.parseEvent({ rawBody, headers: await vendor.sign(rawBody, nowSeconds) })
    expect(event).toEqual({ eventId: 'evt_1', kind, sessionId: 'cs_test_1', createdAt: now() })
  })

  test.for([
    ['charge.refunded', { id: 'ch_1', payment_intent: 'pi_1', refunded: true }, 'refunded'],
    ['charge.refunded', { id: 'ch_1', payment_intent: 'pi_1', refunded: false }, 'ignored'],
    ['charge.dispute.created', { id: 'dp_1', payment_intent: 'pi_1' }, 'dispute_opened'],
    ['radar.early_fraud_warning.created', { id: 'w_1', payment_intent: { id: 'pi_1' } }, 'dispute_opened'],
    ['payment_intent.succeeded', { id: 'pi_9', payment_intent: 'pi_1' }, 'ignored'],
  ] as const)('%s with %j names the payment', async ([type, object, kind], { expect }) => {
    const { vendor, payment } = open()
    const rawBody = body(type, object)
    const event = await payment.parseEvent({ rawBody, headers: await vendor.sign(rawBody, nowSeconds) })
    expect(event).toEqual({ eventId: 'evt_1', kind, paymentIntentId: 'pi_1', createdAt: now() })
  })

  test('delivered twice has the same id', async ({ expect }) => {
    const { vendor, payment } = open()
    const deliver = async (seconds: number) =>
      payment.parseEvent({ rawBody: completed, headers: await vendor.sign(completed, seconds) })
    expect(await deliver(nowSeconds - 200)).toEqual(await deliver(nowSeconds))
  })

  test('is believed only with a fresh signature of these very bytes', async ({ expect }) => {
    const { vendor, payment } = open()
    const signed = await vendor.sign(completed, nowSeconds)
    const attempts = [
      { rawBody: completed.replace('pi_1', 'pi_2'), headers: signed },
      { rawBody: completed, headers: await vendor.sign(completed, nowSeconds, 'whsec_other') },
      { rawBody: completed, headers: await vendor.sign(completed, nowSeconds - 301) },
      { rawBody: completed, headers: new Headers() },
      { rawBody: completed, headers: new Headers({ 'stripe-signature': 't=,v1=' }) },
      { rawBody: '', headers: await vendor.sign('', nowSeconds) },
      { rawBody: 'not json', headers: await vendor.sign('not json', nowSeconds) },
      { rawBody: '{"id":"evt_1"}', headers: await vendor.sign('{"id":"evt_1"}', nowSeconds) },
    ]
    for (const attempt of attempts) {
      await expect(payment.parseEvent(attempt)).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
    }
    await expect(payment.parseEvent({ rawBody: completed, headers: signed })).resolves.toMatchObject({
      eventId: 'evt_1',
    })
  })
})
