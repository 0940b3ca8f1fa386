import { describe, test } from 'vitest'
import { type Route, readRoute, routeHash } from '../src/desk/route.ts'
import { readToken, takeTokenFromAddress } from '../src/desk/session.ts'

const id = 'ord_01m7yk1dz9az730wkjzv89fz3r'
const now = Date.parse('2026-11-21T08:00:00Z')

describe('an address of the desk', () => {
  test.for<Route>([
    { at: 'list', filter: undefined, cursor: undefined },
    { at: 'list', filter: 'review', cursor: undefined },
    { at: 'list', filter: 'held', cursor: id },
    { at: 'order', id, slot: undefined },
    { at: 'order', id, slot: 'page_07' },
    { at: 'order', id, slot: 'cover' },
  ])('leads back to where it was written: %o', (route, { expect }) => {
    expect(readRoute(routeHash(route))).toEqual(route)
  })

  test.for(['', '#', '#/nowhere', '#/orders/../secrets', '#/orders?state=lost', '#/orders/ord_1/page_x'])(
    'that means nothing shows the first list: %s',
    (hash, { expect }) => {
      expect(readRoute(hash)).toEqual({ at: 'list', filter: undefined, cursor: undefined })
    },
  )
})

/** A token as the desk reads it: it looks at the claims and never at the signature. */
function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256' })}.${part(claims)}.c2lnbmF0dXJl`
}

describe('a sign-in', () => {
  const claims = { sub: 'Ánh', role: 'editor', exp: now / 1000 + 60 }

  test('is read from a token, with space around it or within its whole link', ({ expect }) => {
    const given = token(claims)
    const session = { token: given, name: 'Ánh', role: 'editor', expiresAt: now + 60_000 }
    expect(readToken(given, now)).toEqual(session)
    expect(readToken(` ${given}\n`, now)).toEqual(session)
    expect(readToken(`https://shop.example/desk/#token=${given}`, now)).toEqual(session)
  })

  test('that is over says so, and one that cannot be read says that', ({ expect }) => {
    expect(readToken(token({ ...claims, exp: now / 1000 - 1 }), now)).toBe('expired')
    for (const nonsense of ['', 'abc', 'a.b.c', token({}), token([]), token({ sub: 'x', role: 'editor' })]) {
      expect({ nonsense, read: readToken(nonsense, now) }).toEqual({ nonsense, read: 'unreadable' })
    }
  })

  test('is taken out of the address at once', ({ expect }) => {
    const written: unknown[] = []
    const history = { replaceState: (...written_: unknown[]) => written.push(...written_) }
    const location = { hash: '#token=a.b.c', pathname: '/desk/' }
    expect(takeTokenFromAddress(location, history)).toBe('a.b.c')
    expect(written).toEqual([null, '', '/desk/'])
    expect(takeTokenFromAddress({ ...location, hash: '#/orders' }, history)).toBeUndefined()
    expect(written).toHaveLength(3)
  })
})
