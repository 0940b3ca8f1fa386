import { AppError } from '@foxetales/shared-schemas/errors'
import { verify } from 'hono/jwt'
import * as z from 'zod'
import { accessTokenOpens, type Opens } from '../domain/access-tokens.ts'
import { readConfig } from '../env.ts'
import { readAccess } from './access-sign-in.ts'
import type { AppContext } from './context.ts'

function bearer(c: AppContext): string | undefined {
  return /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
}

/**
 * Lets only the holder of the token pass that came with this preview or order. A WebSocket and a page in the browser
 * cannot send headers, so they may carry it as `?token=`.
 */
export async function requireToken(c: AppContext, opens: Opens, id: string): Promise<void> {
  const token = bearer(c) ?? c.req.query('token')
  if (!token) throw new AppError('UNAUTHORIZED')
  const { settings, now } = c.get('services')
  if (!(await accessTokenOpens(settings.signingKey, opens, id, token, now())))
    throw new AppError('UNAUTHORIZED')
}

const staffClaims = z.object({
  sub: z.string().min(1),
  aud: z.literal('foxetales-desk'),
  exp: z.int(),
  role: z.enum(['viewer', 'editor', 'owner']),
})
export type Staff = Omit<z.infer<typeof staffClaims>, 'aud'>

const ranks: Record<Staff['role'], number> = { viewer: 0, editor: 1, owner: 2 }

/**
 * Lets only staff pass whose role is at least `least`: by a JWT of ours (HS256, audience `foxetales-desk`, with an expiry),
 * or by Cloudflare Access where that is set up.
 */
export async function requireStaff(c: AppContext, least: Staff['role']): Promise<Staff> {
  const staff = bearer(c) ? await readOwnToken(c) : await readAccess(c)
  const claims = staffClaims.omit({ aud: true }).safeParse(staff)
  if (!claims.success) throw new AppError('UNAUTHORIZED')
  if (ranks[claims.data.role] < ranks[least]) throw new AppError('FORBIDDEN', { needs: least })
  return claims.data
}

async function readOwnToken(c: AppContext): Promise<Staff> {
  const token = bearer(c)
  if (!token) throw new AppError('UNAUTHORIZED')
  let payload: unknown
  try {
    payload = await verify(token, readConfig(c.env).ADMIN_JWT_SECRET, 'HS256')
  } catch {
    throw new AppError('UNAUTHORIZED')
  }
  const claims = staffClaims.safeParse(payload)
  if (!claims.success) throw new AppError('UNAUTHORIZED')
  return claims.data
}
