import type { OrderCreated } from '@foxetales/shared-schemas/order'
import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { sign } from 'hono/jwt'
import { afterAll, beforeAll, describe, test, vi } from 'vitest'
import { routeNotes } from '../../src/routes/openapi.ts'
import type { Access, RouteNote } from '../../src/routes/openapi-note.ts'
import { approvedPreview, createOrder, openShop, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

/**
 * Every route there is, called by everybody there is. `routeNotes` is held against the routes that exist by
 * access.test.ts, so a route that is added without saying who may call it fails there, and one that says wrong fails here.
 */
const callers = [
  'nobody',
  'the preview’s own parent',
  'the order’s own parent',
  'another preview’s parent',
  'another order’s parent',
  'viewer',
  'editor',
  'owner',
] as const
type Caller = (typeof callers)[number]

const mayCall: Record<Access, readonly Caller[]> = {
  anyone: callers,
  'preview token': ['the preview’s own parent'],
  'order token': ['the order’s own parent'],
  viewer: ['viewer', 'editor', 'owner'],
  editor: ['editor', 'owner'],
  owner: ['owner'],
  // What opens these is in the address or the signature: nobody's token is of any use.
  'signed link': [],
  signature: [],
}

let shop: Shop
let mine: { preview: PreviewAccepted; order: OrderCreated }
let theirs: { preview: PreviewAccepted; order: OrderCreated }

async function customer() {
  const preview = await approvedPreview(shop)
  return { preview, order: await createOrder(shop, preview) }
}

async function tokenOf(caller: Caller): Promise<string | undefined> {
  switch (caller) {
    case 'nobody':
      return undefined
    case 'the preview’s own parent':
      return mine.preview.token
    case 'the order’s own parent':
      return mine.order.token
    case 'another preview’s parent':
      return theirs.preview.token
    case 'another order’s parent':
      return theirs.order.token
    case 'viewer':
    case 'editor':
    case 'owner': {
      const claims = { sub: 'matrix', aud: 'foxetales-desk', exp: Math.floor(Date.now() / 1000) + 60 }
      return sign({ ...claims, role: caller }, String(testEnv['ADMIN_JWT_SECRET']), 'HS256')
    }
  }
}

/** The route for what is mine, whoever calls. */
function addressOf({ path }: RouteNote): string {
  const id = path.includes('order') ? mine.order.order_id : mine.preview.preview_id
  return path
    .replace('{id}', id)
    .replace('{page}', '7')
    .replace('{slot}', 'page_07')
    .replace('{vendor}', 'house-press')
    .replace('{token}', 'eyJtIjoiR0VUIn0.bm9uc2Vuc2U')
}

async function call(note: RouteNote, caller: Caller): Promise<number> {
  const token = await tokenOf(caller)
  const body = note.path === '/api/generate-page' ? { preview_id: mine.preview.preview_id, page: 7 } : {}
  const isOrder = note.path === '/api/orders'
  const answer = await shop.fetch(addressOf(note), {
    method: note.method.toUpperCase(),
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(note.method === 'get'
      ? {}
      : { body: JSON.stringify(isOrder ? { preview_id: mine.preview.preview_id } : body) }),
  })
  await answer.body?.cancel()
  return answer.status
}

describe('who may call what', () => {
  beforeAll(async () => {
    shop = openShop()
    mine = await customer()
    theirs = await customer()
  }, 240_000)
  afterAll(() => vi.restoreAllMocks())

  // Erasing last: the others need what is erased.
  const notes = routeNotes.toSorted((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))

  test.for(notes)('$method $path: $access', async (note, { expect }) => {
    const allowed = mayCall[note.access]
    // Those who may not come first, so that nothing they met was changed by those who may.
    const inOrder = callers.toSorted((a, b) => Number(allowed.includes(a)) - Number(allowed.includes(b)))
    for (const caller of inOrder) {
      const status = await call(note, caller)
      const isRefused = status === 401 || status === 403
      expect({ caller, isRefused, status }).toMatchObject({ caller, isRefused: !allowed.includes(caller) })
    }
  })
})
