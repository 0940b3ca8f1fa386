import * as z from 'zod'
import { fromBase64Url, hmac, hmacMatches, toBase64Url } from './signing.ts'

/** What a `/files/:token` link allows: one method (GET includes HEAD) on one key, until a time. */
const grant = z.object({
  /** Method. */
  m: z.enum(['GET', 'PUT']),
  /** Key in the object store, or `templates/<book>/<version>/<file>`. */
  k: z.string().min(1),
  /** GET: the print job it was made for, and that job's printer: the link is dead when either is no longer so. */
  p: z.string().optional(),
  v: z.string().optional(),
  /** Unix seconds after which the link is dead. */
  e: z.int(),
  /** PUT: the content type that must be sent. */
  t: z.string().optional(),
  /** PUT: the most bytes that are taken. */
  b: z.int().optional(),
})
export type FileGrant = z.infer<typeof grant>

const encoder = new TextEncoder()

/** `<base64url of the grant>.<base64url hmac>` */
export async function signFileGrant(signingKey: string, allowed: FileGrant): Promise<string> {
  const payload = toBase64Url(encoder.encode(JSON.stringify(allowed)))
  return `${payload}.${toBase64Url(await hmac(signingKey, `file:${payload}`))}`
}

/** The grant of a token, or undefined when it was not signed by us or its time is over. `now` in unix ms. */
export async function readFileGrant(
  signingKey: string,
  token: string,
  now: number,
): Promise<FileGrant | undefined> {
  const [payload, signature, ...rest] = token.split('.')
  const bytes = signature && rest.length === 0 ? fromBase64Url(signature) : undefined
  if (!payload || !bytes || !(await hmacMatches(signingKey, `file:${payload}`, bytes))) return undefined
  const json = fromBase64Url(payload)
  if (!json) return undefined
  const allowed = grant.parse(JSON.parse(new TextDecoder().decode(json)))
  return allowed.e * 1000 >= now ? allowed : undefined
}
