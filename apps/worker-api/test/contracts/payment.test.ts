import { describe, test } from 'vitest'
import { type StripeOptions, stripePayment } from '../../src/adapters/payment/stripe.ts'
import type { CheckoutOrder } from '../../src/ports/payment.ts'
import { error, playStripe } from './vendors/play-stripe.ts'
import { json } from './vendors/wire.ts'

const keys = { secretKey: 'sk_test_contract', webhookSecret: 'whsec_contract' }
const nowSeconds = 1_790_000_000
const now = () => nowSeconds * 1000

function open(changes: Partial<StripeOptions> = {}) {
  const vendor = playStripe({ ...keys, ...changes })
  const apiBase = new URL('http://localhost:4010')
  return {
    vendor,
    payment: stripePayment({ ...keys, tax: 'exclusive', apiBase, fetch: vendor.fetch, now, ...changes }),
  }
}

const order: CheckoutOrder = {
  orderId: 'ord_1',
  amountMinor: 7980,
  currency: 'USD',
  quantity: 2,
  title: 'The Night Garden',
  language: 'vi',
  country: 'GB',
  shipping: [
    { level: 'standard', amountMinor: 690, currency: 'usd', minDays: 7, maxDays: 12, tracked: true },
    { level: 'express', amountMinor: 1890, currency: 'usd', minDays: 4, maxDays: 6, tracked: true },
  ],
  customerEmail: 'parent@example.com',
  successUrl: 'https://shop.example/thanks',
  cancelUrl: 'https://shop.example/book',
  expiresAt: (nowSeconds + 3600) * 1000,
}
function chargeOf(changes: object = {}) {
  return { id: 'ch_1', amount_refunded: 0, disputed: false, review: null, ...changes }
}

const paidSession = {
  status: 'complete',
  payment_status: 'paid',
  payment_intent: { id: 'pi_1', status: 'succeeded', latest_charge: chargeOf() },
  amount_subtotal: 7980,
  amount_total: 8152,
  shipping_cost: { amount_subtotal: 690, shipping_rate: { id: 'shr_1', metadata: { level: 'standard' } } },
  total_details: { amount_discount: 798, amount_shipping: 690, amount_tax: 280 },
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
      locale: 'vi',
      allow_promotion_codes: 'true',
      'automatic_tax[enabled]': 'true',
      'line_items[0][price_data][tax_behavior]': 'exclusive',
      'shipping_address_collection[allowed_countries][0]': 'GB',
      'shipping_options[0][shipping_rate_data][fixed_amount][amount]': '690',
      'shipping_options[0][shipping_rate_data][display_name]': 'Giao hàng tiêu chuẩn',
      'shipping_options[1][shipping_rate_data][fixed_amount][amount]': '1890',
      'shipping_options[1][shipping_rate_data][delivery_estimate][maximum][value]': '6',
      expires_at: String(nowSeconds + 3600),
    })
    // The shipping was quoted for that country alone.
    expect(form).not.toHaveProperty('shipping_address_collection[allowed_countries][1]')
    const metadata = Object.entries(form).filter(([name]) => name.includes('metadata'))
    expect(metadata).toEqual([
      ['metadata[order_id]', 'ord_1'],
      ['payment_intent_data[metadata][order_id]', 'ord_1'],
      ['shipping_options[0][shipping_rate_data][metadata][level]', 'standard'],
      ['shipping_options[1][shipping_rate_data][metadata][level]', 'express'],
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

  test('reads as open and unpaid, then as paid with amounts, shipping, address, phone and payment', async ({
    expect,
  }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    expect(await payment.readCheckout(sessionId)).toMatchObject({
      sessionId,
      orderId: 'ord_1',
      status: 'open',
      money: 'none',
    })
    vendor.change(sessionId, paidSession)
    expect(await payment.readCheckout(sessionId)).toEqual({
      sessionId,
      orderId: 'ord_1',
      status: 'complete',
      money: 'here',
      troubled: false,
      amounts: {
        totalMinor: 8152,
        subtotalMinor: 7980,
        shippingMinor: 690,
        taxMinor: 280,
        discountMinor: 798,
        currency: 'usd',
      },
      paymentRef: 'pi_1',
      shippingLevel: 'standard',
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

  test.for([
    ['waits for a bank debit', { status: 'processing' }, 'on_its_way'],
    ['knows a bank debit that failed', { status: 'requires_payment_method' }, 'failed'],
  ] as const)('that is complete and unpaid %s', async ([, intent, money], { expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    const change = {
      payment_status: 'unpaid',
      payment_intent: { id: 'pi_1', latest_charge: null, ...intent },
    }
    vendor.change(sessionId, { ...paidSession, ...change })
    expect(await payment.readCheckout(sessionId)).toMatchObject({ status: 'complete', money })
  })

  test.for([
    ['a refund', { amount_refunded: 100 }],
    ['a dispute', { disputed: true }],
    ['a review', { review: 'prv_1' }],
  ] as const)('tells that its payment met with %s', async ([, charge], { expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    const payment_intent = { id: 'pi_1', status: 'succeeded', latest_charge: chargeOf(charge) }
    vendor.change(sessionId, { ...paidSession, payment_intent })
    expect(await payment.readCheckout(sessionId)).toMatchObject({ money: 'here', troubled: true })
  })

  test('needs no payment where a promotion code took everything', async ({ expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    const free = { payment_status: 'no_payment_required', payment_intent: null, amount_total: 0 }
    vendor.change(sessionId, { ...paidSession, ...free })
    const checkout = await payment.readCheckout(sessionId)
    expect(checkout).toMatchObject({ money: 'here', amounts: { totalMinor: 0 } })
    expect(checkout).not.toHaveProperty('paymentRef')
  })

  test('is closed once, and not when somebody went through with it', async ({ expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    expect(await payment.closeCheckout(sessionId)).toBe('closed')
    expect(await payment.closeCheckout(sessionId)).toBe('closed')
    vendor.change(sessionId, paidSession)
    expect(await payment.closeCheckout(sessionId)).toBe('complete')
  })

  test('is found among all that were gone through with, page by page', async ({ expect }) => {
    const { vendor, payment } = open()
    const opened: string[] = []
    for (const orderId of ['ord_1', 'ord_2', 'ord_3', 'ord_4', 'ord_5']) {
      opened.push((await payment.createCheckout({ ...order, orderId })).sessionId)
    }
    const found = await Array.fromAsync(payment.completedCheckouts(now() - 1000))
    expect(found).toEqual(opened.toReversed())
    const asked = vendor.requests.at(-1)?.query
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      status: 'complete',
      'created[gte]': '1789999999',
    })
  })

  test('reckons no tax where we owe none', async ({ expect }) => {
    const { vendor, payment } = open({ tax: 'off' })
    await payment.createCheckout(order)
    const form = Object.fromEntries(vendor.lastForm())
    expect(form['automatic_tax[enabled]']).toBe('false')
    expect(form).not.toHaveProperty('line_items[0][price_data][tax_behavior]')
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

  test.for([
    ['IE', true],
    ['GB', false],
  ] as const)('to %s without a postal code has an address: %s', async ([country, whole], { expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    const address = { line1: '1 Hill St', city: 'Town', postal_code: null, country }
    const details = { name: 'A. Parent', address }
    vendor.change(sessionId, { ...paidSession, collected_information: { shipping_details: details } })
    const { shipTo } = await payment.readCheckout(sessionId)
    expect(shipTo?.country).toBe(whole ? country : undefined)
  })

  test('that is no order of ours is refused', async ({ expect }) => {
    const { vendor, payment } = open()
    const { sessionId } = await payment.createCheckout(order)
    vendor.change(sessionId, { client_reference_id: null, metadata: {} })
    await expect(payment.readCheckout(sessionId)).rejects.toMatchObject({ code: 'PAYMENT_REFUSED' })
  })
})

describe('a refund at stripe', () => {
  const refund = { refundId: 'rfd_1', orderId: 'ord_1', paymentRef: 'pi_1', amountMinor: 7980 }

  test('is made once for its row, and names it', async ({ expect }) => {
    const { vendor, payment } = open()
    const made = { refundId: 're_1', ourId: 'rfd_1', status: 'succeeded', amountMinor: 7980 }
    expect(await payment.refund(refund)).toEqual(made)
    expect(await payment.refund(refund)).toEqual(made)
    expect(vendor.refunds).toHaveLength(1)
  })

  test('may be a part, and another part', async ({ expect }) => {
    const { vendor, payment } = open()
    await payment.refund({ ...refund, amountMinor: 500 })
    await payment.refund({ ...refund, refundId: 'rfd_2', amountMinor: 500 })
    expect(vendor.refunds.map(({ amount }) => amount)).toEqual([500, 500])
  })
})

describe('a payment at stripe', () => {
  const intent = { id: 'pi_1', metadata: { order_id: 'ord_1' }, review: null }

  test('tells what went back, ours and others', async ({ expect }) => {
    const { vendor, payment } = open()
    vendor.intents.set('pi_1', intent)
    await payment.refund({ refundId: 'rfd_1', orderId: 'ord_1', paymentRef: 'pi_1', amountMinor: 500 })
    vendor.refunds.push({ id: 're_9', status: 'canceled', amount: 7, payment_intent: 'pi_1', metadata: {} })
    expect(await payment.readPayment('pi_1')).toEqual({
      paymentRef: 'pi_1',
      orderId: 'ord_1',
      doubted: false,
      refunds: [
        { refundId: 're_1', ourId: 'rfd_1', status: 'succeeded', amountMinor: 500 },
        { refundId: 're_9', status: 'cancelled', amountMinor: 7 },
      ],
    })
  })

  test.for([
    ['needs_response', 'open'],
    ['warning_needs_response', 'open'],
    ['under_review', 'open'],
    ['won', 'won'],
    ['warning_closed', 'won'],
    ['lost', 'lost'],
  ] as const)('with a dispute that is %s is %s', async ([status, ours], { expect }) => {
    const { vendor, payment } = open()
    vendor.intents.set('pi_1', intent)
    vendor.disputes.push({ id: 'dp_1', status, amount: 7980, currency: 'usd' })
    expect((await payment.readPayment('pi_1')).dispute).toEqual({
      id: 'dp_1',
      status: ours,
      amountMinor: 7980,
      currency: 'usd',
    })
  })

  test.for([
    ['the issuer warns of', { review: null }, true, true],
    ['somebody has to look at', { review: { open: true, closed_reason: null } }, false, true],
    [
      'somebody looked at and refused',
      { review: { open: false, closed_reason: 'refunded_as_fraud' } },
      false,
      true,
    ],
    ['somebody looked at and approved', { review: { open: false, closed_reason: 'approved' } }, false, false],
  ] as const)('that %s is doubted or not', async ([, changes, warned, doubted], { expect }) => {
    const { vendor, payment } = open()
    vendor.intents.set('pi_1', { ...intent, ...changes })
    if (warned) vendor.warnings.push({ id: 'issfr_1' })
    expect((await payment.readPayment('pi_1')).doubted).toBe(doubted)
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
  const body = (type: string, object: Record<string, unknown>, livemode = false) =>
    JSON.stringify({ id: 'evt_1', object: 'event', type, created: nowSeconds, livemode, data: { object } })
  const completed = body('checkout.session.completed', { id: 'cs_test_1', payment_intent: 'pi_1' })

  test.for([
    'checkout.session.completed',
    'checkout.session.async_payment_succeeded',
    'checkout.session.async_payment_failed',
    'checkout.session.expired',
  ] as const)('%s names the session to read', async (type, { expect }) => {
    const { vendor, payment } = open()
    const rawBody = body(type, { id: 'cs_test_1', payment_intent: null })
    const event = await payment.parseEvent({ rawBody, headers: await vendor.sign(rawBody, nowSeconds) })
    const look = { at: 'checkout', sessionId: 'cs_test_1' }
    expect(event).toEqual({ eventId: 'evt_1', type, look, createdAt: now() })
  })

  test.for([
    ['charge.refunded', { id: 'ch_1', payment_intent: 'pi_1' }],
    ['refund.created', { id: 're_1', payment_intent: 'pi_1' }],
    ['refund.failed', { id: 're_1', payment_intent: 'pi_1' }],
    ['charge.dispute.created', { id: 'dp_1', payment_intent: 'pi_1' }],
    ['charge.dispute.closed', { id: 'dp_1', payment_intent: 'pi_1' }],
    ['radar.early_fraud_warning.created', { id: 'w_1', payment_intent: { id: 'pi_1' } }],
    ['review.opened', { id: 'prv_1', payment_intent: 'pi_1' }],
  ] as const)('%s names the payment to read', async ([type, object], { expect }) => {
    const { vendor, payment } = open()
    const rawBody = body(type, object)
    const event = await payment.parseEvent({ rawBody, headers: await vendor.sign(rawBody, nowSeconds) })
    expect(event.look).toEqual({ at: 'payment', paymentRef: 'pi_1' })
  })

  test.for([
    ['payment_intent.succeeded', { id: 'pi_1' }],
    ['payment_intent.payment_failed', { id: 'pi_1' }],
    ['charge.succeeded', { id: 'ch_1', payment_intent: 'pi_1' }],
    ['charge.refunded', { id: 'ch_1', payment_intent: null }],
  ] as const)('%s with %j is left alone', async ([type, object], { expect }) => {
    const { vendor, payment } = open()
    const rawBody = body(type, object)
    const event = await payment.parseEvent({ rawBody, headers: await vendor.sign(rawBody, nowSeconds) })
    expect(event.look).toEqual({ at: 'nothing' })
  })

  test('about test money is refused where real money is taken, and the other way round', async ({
    expect,
  }) => {
    const live = open({ secretKey: 'sk_live_contract' })
    const headers = await live.vendor.sign(completed, nowSeconds)
    const wrong = { code: 'WEBHOOK_WRONG_MODE' }
    await expect(live.payment.parseEvent({ rawBody: completed, headers })).rejects.toMatchObject(wrong)
    const real = body('checkout.session.completed', { id: 'cs_live_1' }, true)
    const signed = { rawBody: real, headers: await live.vendor.sign(real, nowSeconds) }
    await expect(live.payment.parseEvent(signed)).resolves.toMatchObject({ eventId: 'evt_1' })
    await expect(open().payment.parseEvent(signed)).rejects.toMatchObject(wrong)
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
      { rawBody: completed, headers: await vendor.sign(completed, nowSeconds + 301) },
      { rawBody: completed, headers: await vendor.sign(completed, nowSeconds + 86_400 * 365) },
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
