import { createHmac } from 'node:crypto'

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A staff JWT (HS256) for the desk's routes, good for twelve hours. `now` in unix ms. */
export function deskToken(secret: string, now: number): string {
  const payload = {
    sub: 'laptop',
    aud: 'foxetales-desk',
    role: 'owner',
    exp: Math.floor(now / 1000) + 12 * 3600,
  }
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
