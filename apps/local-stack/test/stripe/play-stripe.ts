import Stripe from 'stripe'
import type { TestContext } from 'vitest'
import { startLocalStripe } from '../../src/stripe/start-local-stripe.ts'
import { temporaryFolder } from '../temporary-folder.ts'

export const webhookSecret = 'whsec_for_tests'
const secretKey = 'sk_test_for_tests'

interface PlayOptions {
  readonly webhookUrl?: string
  readonly stateDir?: string
  readonly now?: () => number
  readonly retryMs?: readonly number[]
}

/** A local Stripe, and the real SDK pointed at it. */
export async function playStripe(context: TestContext, options: PlayOptions = {}) {
  const stateDir = options.stateDir ?? (await temporaryFolder(context))
  const server = await startLocalStripe({
    port: 0,
    stateDir,
    secretKey,
    webhookSecret,
    webhookRetryMs: options.retryMs ?? [1, 1, 1, 1],
    ...(options.webhookUrl !== undefined && { webhookUrl: options.webhookUrl }),
    ...(options.now && { now: options.now }),
  })
  let isOpen = true
  const close = async () => {
    if (isOpen) await server.close()
    isOpen = false
  }
  context.onTestFinished(close)
  return { url: server.url, stateDir, close, sdk: stripeSdk(server.url) }
}

export function stripeSdk(url: string, key = secretKey): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false })
}

/** An order of two copies that are sent by post. */
export function anOrder(orderId: string): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    client_reference_id: orderId,
    metadata: { order_id: orderId },
    payment_intent_data: { metadata: { order_id: orderId } },
    line_items: [
      {
        quantity: 2,
        price_data: { currency: 'eur', unit_amount: 3990, product_data: { name: 'Fox & <Lantern>' } },
      },
    ],
    shipping_address_collection: { allowed_countries: ['DE', 'FR'] },
    phone_number_collection: { enabled: true },
    success_url: 'http://shop.test/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/basket',
  }
}

export interface OpenedForm {
  readonly page: string
  readonly action: string
  readonly fields: URLSearchParams
}

/** Opens a checkout page and reads its form and what it is filled with, as a browser would. */
export async function openForm(pageUrl: string | null): Promise<OpenedForm> {
  const page = await (await fetch(String(pageUrl))).text()
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? ''
  const fields = new URLSearchParams()
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    if (tag.includes('type="radio"') && !tag.includes(' checked')) continue
    fields.set(/ name="([^"]+)"/.exec(tag)?.[1] ?? '', / value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  const country = /<option value="([^"]+)" selected>/.exec(page)?.[1]
  if (country !== undefined) fields.set('country', country)
  return { page, action: new URL(action, String(pageUrl)).href, fields }
}

export function submitForm({ action, fields }: OpenedForm): Promise<Response> {
  return fetch(action, { method: 'POST', body: fields, redirect: 'manual' })
}

/** Makes a session and pays it. */
export async function payOrder(sdk: Stripe, orderId: string): Promise<Stripe.Checkout.Session> {
  const session = await sdk.checkout.sessions.create(anOrder(orderId))
  await submitForm(await openForm(session.url))
  return sdk.checkout.sessions.retrieve(session.id)
}
