import { createExecutionContext } from 'cloudflare:test'
import { sign } from 'hono/jwt'
import { afterEach, beforeAll, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { createApp } from '../../src/routes/app.ts'
import { testEnv } from '../test-env.ts'

const team = 'https://foxetales-test.cloudflareaccess.com'
const env = {
  ...testEnv,
  ACCESS_TEAM_URL: team,
  ACCESS_AUDIENCE: 'desk-audience',
  ACCESS_ROLES: 'an@shop.example=owner, bo@shop.example=viewer',
}
let ours: CryptoKeyPair
let strangers: CryptoKeyPair
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}
const newPair = async () => (await crypto.subtle.generateKey(rsa, true, ['sign', 'verify'])) as CryptoKeyPair

beforeAll(async () => {
  ours = await newPair()
  strangers = await newPair()
})
afterEach(() => vi.restoreAllMocks())

/** Access's certs address, played: our public key alone. */
function playAccess(status = 200): void {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    if (new Request(input).url !== `${team}/cdn-cgi/access/certs`) throw new Error('nobody answers there')
    const key = (await crypto.subtle.exportKey('jwk', ours.publicKey)) as JsonWebKey
    return Response.json({ keys: [{ ...key, kid: 'k1', alg: 'RS256', use: 'sig' }] }, { status })
  })
}

async function assertion(changes: object = {}, pair = ours): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: team,
    aud: ['desk-audience'],
    email: 'an@shop.example',
    iat: now,
    exp: now + 600,
    ...changes,
  }
  const key = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as JsonWebKey
  return sign(claims, { ...key, kid: 'k1', alg: 'RS256' } as JsonWebKey & { kid: string }, 'RS256')
}

async function me(token: string, using: Record<string, unknown> = env): Promise<Response> {
  const init = { headers: { 'cf-access-jwt-assertion': token } }
  return createApp(compose).request(
    'https://edge.test/api/admin/me',
    init,
    using as typeof env,
    createExecutionContext(),
  )
}

describe('Cloudflare Access', () => {
  test('signs a person in with the role that the table gives them', async ({ expect }) => {
    playAccess()
    expect(await (await me(await assertion())).json()).toMatchObject({
      name: 'an@shop.example',
      role: 'owner',
    })
    expect(await (await me(await assertion({ email: 'BO@shop.example' }))).json()).toMatchObject({
      role: 'viewer',
    })
    expect((await me(await assertion({ email: 'eve@shop.example' }))).status).toBe(403)
  })

  test.for([
    ['another audience', { aud: ['another'] }],
    ['another team', { iss: 'https://eve.cloudflareaccess.com' }],
    ['an assertion that has expired', { exp: 1_700_000_000 }],
    ['no audience', { aud: undefined }],
    ['no e-mail: a service’s token', { email: undefined }],
  ] as const)('refuses %s', async ([, changes], { expect }) => {
    playAccess()
    expect((await me(await assertion(changes))).status).toBe(401)
  })

  test('refuses another key, and our own secret used as one', async ({ expect }) => {
    playAccess()
    expect((await me(await assertion({}, strangers))).status).toBe(401)
    const exp = Math.floor(Date.now() / 1000) + 600
    const forged = await sign(
      { iss: team, aud: 'desk-audience', email: 'an@shop.example', exp },
      'x',
      'HS256',
    )
    expect((await me(forged)).status).toBe(401)
  })

  test('lets nobody act from another site', async ({ expect }) => {
    playAccess()
    const token = await assertion()
    const from = (site: string) => {
      const headers = {
        'cf-access-jwt-assertion': token,
        'content-type': 'application/json',
        'sec-fetch-site': site,
      }
      const init = { method: 'POST', headers, body: '{"reason":"x"}' }
      return createApp(compose).request(
        'https://edge.test/api/admin/alerts/alt_none/settle',
        init,
        env,
        createExecutionContext(),
      )
    }
    expect((await from('cross-site')).status).toBe(403)
    expect((await from('same-origin')).status).toBe(404)
  })

  test('says so when its keys cannot be read, and counts for nothing where it is not set up', async ({
    expect,
  }) => {
    playAccess(500)
    expect((await me(await assertion())).status).toBe(503)
    expect((await me(await assertion(), { ...testEnv })).status).toBe(401)
  })
})
