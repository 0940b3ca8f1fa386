import { createHmac } from 'node:crypto'

/**
 * `t=<unix seconds>,v1=<hex HMAC-SHA256 over "<t>.<body>">`: Stripe's scheme (https://docs.stripe.com/webhooks, "Verify
 * manually"), which the house press uses too, under a header name of its own.
 */
export function signBody(secret: string, body: string, unixSeconds: number): string {
  const digest = createHmac('sha256', secret).update(`${unixSeconds}.${body}`).digest('hex')
  return `t=${unixSeconds},v1=${digest}`
}
