import { createHmac } from 'node:crypto'

/** A JWT (HS256, RFC 7515) as the shop signs them for its staff. @param expiresIn seconds from now */
export function staffToken(secret: string, role: string, expiresIn: number): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(Date.now() / 1000) + expiresIn
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: 'an', aud: 'foxetales-desk', role, exp })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
