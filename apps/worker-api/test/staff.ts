import { sign } from 'hono/jwt'
import { testEnv } from './test-env.ts'

/** What somebody of the staff sends along: a fresh token, and that the body is JSON. */
export async function staff(
  role: 'viewer' | 'editor' | 'owner' = 'editor',
  more: Record<string, string> = {},
): Promise<{ headers: Record<string, string> }> {
  const exp = Math.floor(Date.now() / 1000) + 600
  const claims = { sub: 'mai', aud: 'foxetales-desk', role, exp }
  const token = await sign(claims, String(testEnv['ADMIN_JWT_SECRET']))
  return { headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more } }
}
