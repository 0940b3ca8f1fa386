import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import type { OrderCreated, OrderStatus } from '@foxetales/shared-schemas/order'
import type { PreviewAccepted, PreviewStatus } from '@foxetales/shared-schemas/preview'
import { vi } from 'vitest'
import worker from '../src/index.ts'
import { type PlayedShopify, playShopify } from './contracts/vendors/play-shopify.ts'
import { type PlayedMail, playMail } from './played-mail.ts'
import { type PlayedRunpod, playRunpod } from './played-runpod.ts'
import { type PlayedPress, playPress } from './played-shops.ts'
import { type PlayedStripe, playStripe } from './played-stripe.ts'
import { testEnv } from './test-env.ts'

/** The edge in real workerd, with only the outside parties played. */
export interface Shop {
  readonly runpod: PlayedRunpod
  readonly stripe: PlayedStripe
  readonly press: PlayedPress
  readonly mail: PlayedMail
  readonly shopify: PlayedShopify
  fetch(path: string | Request, init?: RequestInit): Promise<Response>
  requestPreview(changes?: object, headers?: Record<string, string>): Promise<Response>
  preview(accepted: PreviewAccepted): Promise<PreviewStatus>
  order(created: OrderCreated): Promise<OrderStatus>
  /** The cron, as Cloudflare would fire it; the nightly one too. */
  sweep(cron?: string): Promise<void>
}

const edge = (exports as unknown as { default: Fetcher }).default

/** Opens the shop: replaces the network that the edge sees by played parties, and nothing else. */
export function openShop(): Shop {
  const fetchEdge = (request: Request) => edge.fetch(request)
  // Every test is a caller of its own, so that the limits on callers see it alone.
  const address = crypto.randomUUID()
  const runpod = playRunpod(fetchEdge)
  const stripe = playStripe()
  const press = playPress()
  const mail = playMail()
  const shopify = playShopify({
    clientId: String(testEnv['SHOPIFY_CLIENT_ID']),
    secret: String(testEnv['SHOPIFY_CLIENT_SECRET']),
    webhookUrl: `${testEnv['PUBLIC_URL']}/webhooks/shopify`,
    domain: `toys-${address.slice(0, 8)}.myshopify.com`,
  })
  const parties: Record<string, { answer(request: Request): Promise<Response> }> = {
    [originOf('RUNPOD_API_URL')]: runpod,
    [originOf('STRIPE_API_URL')]: stripe,
    [originOf('PRESS_API_URL')]: press,
    [originOf('MAIL_API_URL')]: mail,
    [originOf('SHOPIFY_ADMIN_URL')]: { answer: (request) => shopify.fetch(request) },
  }
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const request = new Request(input, init)
    const party = parties[new URL(request.url).origin]
    return party ? party.answer(request) : Promise.reject(new Error(`nobody answers at ${request.url}`))
  })
  const shop: Shop = {
    runpod,
    stripe,
    press,
    mail,
    shopify,
    fetch(path, init) {
      const request = new Request(typeof path === 'string' ? new URL(path, 'https://edge.test') : path, init)
      request.headers.set('cf-connecting-ip', address)
      return fetchEdge(request)
    },
    requestPreview: (changes = {}, headers = {}) =>
      shop.fetch('/api/preview', { method: 'POST', body: previewForm(changes), headers }),
    async preview(accepted) {
      const answer = await shop.fetch(`/api/preview/${accepted.preview_id}`, bearer(accepted.token))
      return answer.json<PreviewStatus>()
    },
    async order(created) {
      const answer = await shop.fetch(`/api/orders/${created.order_id}`, bearer(created.token))
      return answer.json<OrderStatus>()
    },
    async sweep(cron = '* * * * *') {
      await worker.scheduled?.(createScheduledController({ cron }), testEnv, createExecutionContext())
    },
  }
  return shop
}

function originOf(name: string): string {
  return new URL(String(testEnv[name])).origin
}

export function bearer(token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } }
}

/** What a parent sends; `changes` replace fields of the request. */
export function previewRequestBody(changes: object = {}): object {
  return {
    book_id: 'lantern',
    child: { name: 'Nguyễn Thị Ánh', pronouns: 'she', skin_tone: 5 },
    language: 'en',
    consent: { guardian: true, version: '2026-11' },
    ...changes,
  }
}

export function previewForm(changes: object = {}, photo: Uint8Array<ArrayBuffer> = photoBytes()): FormData {
  const form = new FormData()
  form.set('photo', new Blob([photo]), 'child.jpg')
  form.set('request', JSON.stringify(previewRequestBody(changes)))
  return form
}

export function photoBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(testEnv.TEST_PHOTO_JPEG)
}

/** A preview that is ready and approved, for tests that begin behind it. */
export async function approvedPreview(shop: Shop, changes: object = {}): Promise<PreviewAccepted> {
  const accepted = await (await shop.requestPreview(changes)).json<PreviewAccepted>()
  await vi.waitFor(async () => {
    const { state } = await shop.preview(accepted)
    if (state !== 'ready') throw new Error(`the preview is ${state}`)
  }, patience)
  await shop.fetch(`/api/preview/${accepted.preview_id}/approve`, {
    method: 'POST',
    ...bearer(accepted.token),
  })
  return accepted
}

export async function createOrder(
  shop: Shop,
  accepted: PreviewAccepted,
  changes: object = {},
): Promise<OrderCreated> {
  const answer = await shop.fetch('/api/orders', {
    method: 'POST',
    headers: { authorization: `Bearer ${accepted.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ preview_id: accepted.preview_id, country: 'US', ...changes }),
  })
  return answer.json<OrderCreated>()
}

/** How long a test waits for queues and Durable Objects to do their work: seconds alone, much longer on a busy machine. */
export const patience = { timeout: 120_000, interval: 50 }
