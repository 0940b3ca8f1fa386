import { unitCallback, unitCallbackAnswer } from '@foxetales/shared-schemas/unit'
import * as z from 'zod'
import { json, type RouteNote } from './openapi-note.ts'

/** What outside parties call: their signature is what lets them in. */
export const partyRoutes: readonly RouteNote[] = [
  {
    method: 'post',
    path: '/webhooks/stripe',
    summary: 'Stripe events.',
    access: 'signature',
    answers: { 200: z.object({ received: z.boolean() }) },
  },
  {
    method: 'post',
    path: '/webhooks/print/{vendor}',
    summary: 'News from a printer.',
    access: 'signature',
    answers: { 200: z.object({ received: z.boolean() }) },
  },
  {
    method: 'post',
    path: '/callbacks/unit/{token}',
    summary: 'A worker starts, beats or finishes a unit.',
    access: 'signature',
    body: json(unitCallback),
    answers: { 200: unitCallbackAnswer },
  },
  {
    method: 'post',
    path: '/callbacks/runpod/{token}',
    summary: 'RunPod’s own unsigned webhook: a hint.',
    access: 'signature',
    answers: { 200: z.object({ known: z.boolean() }) },
  },
  {
    method: 'post',
    path: '/webhooks/shopify',
    summary: 'Events of shops that sell our books, and what Shopify asks of every app for privacy.',
    access: 'signature',
    answers: { 200: z.object({ received: z.boolean() }) },
  },
  {
    method: 'get',
    path: '/shopify',
    summary: 'The app’s page in a shop’s admin: connects the shop.',
    access: 'anyone',
    answers: { 200: 'HTML' },
  },
  {
    method: 'get',
    path: '/shopify/proxy/ticket',
    summary: 'Through a shop’s app proxy: what its page sends as `shop_ticket` with the photo.',
    access: 'signature',
    answers: { 200: z.object({ ticket: z.string() }) },
  },
  {
    method: 'post',
    path: '/shopify/install',
    summary:
      'From the app’s page in a shop’s admin, with its session token: keeps a key to the shop, and listens.',
    access: 'signature',
    answers: { 200: z.object({ shop: z.string(), subscribed: z.array(z.string()) }) },
  },
]
