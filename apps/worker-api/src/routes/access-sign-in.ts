import { AppError } from '@foxetales/shared-schemas/errors'
import { verifyWithJwks } from 'hono/jwt'
import * as z from 'zod'
import { readConfig } from '../env.ts'
import type { AppContext } from './context.ts'

const header = 'cf-access-jwt-assertion'
/** Access signs with RSA and changes its keys about every six weeks; the last ones stay published. */
const keysSeconds = 3600

const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('RSA') })) })
const claims = z.object({ email: z.email(), exp: z.int() })
export type AccessPerson = { sub: string; role: string; exp: number }

/**
 * Who Cloudflare Access says is there, with the role that our table gives their address; undefined where Access is not set
 * up or says nothing. Its JWT (RS256) is verified with the team's published keys, for our audience and issuer:
 * https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/validating-json/
 */
export async function readAccess(c: AppContext): Promise<AccessPerson | undefined> {
  const token = c.req.header(header)
  const { ACCESS_TEAM_URL: team, ACCESS_AUDIENCE: audience, ACCESS_ROLES: table } = readConfig(c.env)
  if (!token || team === '' || audience === '') return undefined
  const issuer = new URL(team).origin
  const keys = await readKeys(`${issuer}/cdn-cgi/access/certs`)
  let payload: unknown
  try {
    const verification = { iss: issuer, aud: audience }
    payload = await verifyWithJwks(token, { keys, verification, allowedAlgorithms: ['RS256'] })
  } catch {
    throw new AppError('UNAUTHORIZED')
  }
  const known = claims.safeParse(payload)
  if (!known.success) throw new AppError('UNAUTHORIZED')
  // The browser sends Access's cookie from anywhere; a request of another site must not act in this person's name.
  const site = c.req.header('sec-fetch-site')
  if (c.req.method !== 'GET' && site !== 'same-origin')
    throw new AppError('FORBIDDEN', { site: site ?? 'unknown' })
  const { email, exp } = known.data
  const role = roleOf(table, email)
  if (!role) throw new AppError('FORBIDDEN', { needs: 'a role in ACCESS_ROLES' })
  return { sub: email, role, exp }
}

async function readKeys(url: string) {
  let answer: Response
  try {
    answer = await fetch(url, { cf: { cacheTtl: keysSeconds, cacheEverything: true } })
  } catch (cause) {
    throw new AppError('SIGN_IN_UNAVAILABLE', {}, cause)
  }
  const keys = answer.ok ? keySet.safeParse(await answer.json()) : undefined
  if (!keys?.success) throw new AppError('SIGN_IN_UNAVAILABLE', { status: answer.status })
  return keys.data.keys
}

function roleOf(table: readonly string[], email: string): string | undefined {
  const entries = table.map((entry) => entry.trim().split('=') as [string, string])
  return entries.find(([address]) => address.toLowerCase() === email.toLowerCase())?.[1]
}
