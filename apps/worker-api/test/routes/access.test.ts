import type { ErrorBody } from '@foxetales/shared-schemas/errors'
import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { sign } from 'hono/jwt'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { createApp } from '../../src/routes/app.ts'
import { openApiDocument } from '../../src/routes/openapi.ts'
import { site } from '../../src/routes/site.ts'
import { approvedPreview, bearer, createOrder, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

async function staff(role: string, changes: object = {}): Promise<RequestInit> {
  const exp = Math.floor(Date.now() / 1000) + 600
  const token = await sign(
    { sub: 'an', aud: 'foxetales-desk', role, exp, ...changes },
    String(testEnv['ADMIN_JWT_SECRET']),
  )
  return bearer(token)
}

describe('a preview', () => {
  test('is read only with the token that its creation returned', async ({ expect }) => {
    const mine = await (await shop.requestPreview()).json<PreviewAccepted>()
    const other = await (await shop.requestPreview()).json<PreviewAccepted>()
    const path = `/api/preview/${mine.preview_id}`
    expect((await shop.fetch(path)).status).toBe(401)
    expect((await shop.fetch(path, bearer(other.token))).status).toBe(401)
    expect((await shop.fetch(path, bearer(`${mine.token}x`))).status).toBe(401)
    expect((await shop.fetch(path, bearer(mine.token))).status).toBe(200)
  })

  test('sends its status over a WebSocket, from now until it is ready', async ({ expect }) => {
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    const live = new URL(accepted.live_url)
    const answer = await shop.fetch(`${live.pathname}${live.search}`, { headers: { upgrade: 'websocket' } })
    expect(answer.status).toBe(101)
    const states: string[] = []
    answer.webSocket?.accept()
    answer.webSocket?.addEventListener('message', (event) => {
      states.push((JSON.parse(String(event.data)) as { state: string }).state)
    })
    await vi.waitFor(() => expect(states.at(-1)).toBe('ready'), patience)
    answer.webSocket?.close()
  })

  test('sends the same as an event stream where no WebSocket gets through, to shops of every origin', async ({
    expect,
  }) => {
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    const live = new URL(accepted.live_url)
    const headers = { accept: 'text/event-stream', origin: 'https://toys.example' }
    const answer = await shop.fetch(`${live.pathname}${live.search}`, { headers })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const states: string[] = []
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (states.at(-1) !== 'ready') {
      const { value, done } = (await reader?.read()) ?? { done: true }
      if (done) break
      text += value
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events.filter((line) => line.startsWith('data: ')))
        states.push((JSON.parse(event.slice('data: '.length)) as { state: string }).state)
    }
    expect(states[0]).toBe('checking_photo')
    expect(states.at(-1)).toBe('ready')
    await reader?.cancel()
  })

  test('is not shown live without its token', async ({ expect }) => {
    const accepted = await (await shop.requestPreview()).json<PreviewAccepted>()
    const path = `/api/preview/${accepted.preview_id}/live?token=nonsense`
    expect((await shop.fetch(path, { headers: { upgrade: 'websocket' } })).status).toBe(401)
  })
})

describe('an order', () => {
  test('cannot be made of a preview by somebody without its token', async ({ expect }) => {
    const accepted = await approvedPreview(shop)
    const body = JSON.stringify({ preview_id: accepted.preview_id })
    const headers = { 'content-type': 'application/json' }
    expect((await shop.fetch('/api/orders', { method: 'POST', body, headers })).status).toBe(401)
  })

  test('is made once per preview', async ({ expect }) => {
    const accepted = await approvedPreview(shop)
    await createOrder(shop, accepted)
    const again = (await createOrder(shop, accepted)) as unknown as ErrorBody
    expect(again.error.code).toBe('PREVIEW_ALREADY_ORDERED')
  })

  test('is shown as a page to whoever has its token, and to nobody else', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    const page = new URL(created.page_url)
    expect((await shop.fetch(`${page.pathname}${page.search}`)).headers.get('content-type')).toContain(
      'text/html',
    )
    expect((await shop.fetch(page.pathname)).status).toBe(401)
  })
})

describe('the desk', () => {
  const path = '/api/admin/orders'

  test('opens to staff alone', async ({ expect }) => {
    expect((await shop.fetch(path)).status).toBe(401)
    expect((await shop.fetch(path, await staff('viewer'))).status).toBe(200)
  })

  test.for([
    ['another audience', { aud: 'somebody-else' }],
    ['an expiry that is over', { exp: 1 }],
    ['a role nobody knows', { role: 'king' }],
  ] as const)('refuses %s', async ([_name, changes], { expect }) => {
    expect((await shop.fetch(path, await staff('owner', changes))).status).toBe(401)
  })

  test('refuses a token without a signature', async ({ expect }) => {
    const part = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')
    const token = `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: 'x', aud: 'foxetales-desk', role: 'owner', exp: 9e9 })}.`
    expect((await shop.fetch(path, bearer(token))).status).toBe(401)
  })

  test('lets a viewer look and not touch', async ({ expect }) => {
    const created = await createOrder(shop, await approvedPreview(shop))
    const headers = { ...(await staff('viewer')).headers, 'content-type': 'application/json' }
    const answer = await shop.fetch(`${path}/${created.order_id}/approve`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ reason: 'because' }),
    })
    expect(answer.status).toBe(403)
  })
})

describe('a signed link', () => {
  test('opens one key with one method, and only untouched', async ({ expect }) => {
    const accepted = await approvedPreview(shop)
    const url = (await shop.preview(accepted)).pages[0]?.preview_url ?? ''
    expect((await shop.fetch(new Request(url))).status).toBe(200)
    expect((await shop.fetch(new Request(url, { method: 'HEAD' }))).headers.get('content-type')).toBe(
      'image/webp',
    )
    expect((await shop.fetch(new Request(url, { method: 'PUT', body: 'x' }))).status).toBe(403)
    const tampered = `${url.slice(0, -3)}${url.endsWith('AAA') ? 'BBB' : 'AAA'}`
    expect((await shop.fetch(new Request(tampered))).status).toBe(403)
  })

  test('serves ranges, as printers ask for them', async ({ expect }) => {
    const accepted = await approvedPreview(shop)
    const url = (await shop.preview(accepted)).pages[0]?.preview_url ?? ''
    const whole = await (await shop.fetch(new Request(url))).text()
    const part = await shop.fetch(new Request(url, { headers: { range: 'bytes=2-5' } }))
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 2-5/${whole.length}`)
    expect(await part.text()).toBe(whole.slice(2, 6))
    const tail = await shop.fetch(new Request(url, { headers: { range: 'bytes=-3' } }))
    expect(await tail.text()).toBe(whole.slice(-3))
  })
})

describe('the service itself', () => {
  test('documents every route it has, and has every route it documents', async ({ expect }) => {
    const app = createApp(compose)
    const methods = ['GET', 'POST', 'PUT', 'DELETE']
    const routes = app.routes
      .filter(
        (route) => methods.includes(route.method) && !site.routes.some(({ path }) => path === route.path),
      )
      .map((route) => `${route.method.toLowerCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
    const document = openApiDocument('https://edge.test') as { paths: Record<string, object> }
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    )
    expect([...new Set(routes)].sort()).toEqual(documented.sort())
  })

  test('answers what does not exist in the one shape', async ({ expect }) => {
    const answer = await shop.fetch('/api/nothing')
    expect(answer.status).toBe(404)
    expect((await answer.json<ErrorBody>()).error.code).toBe('NOT_FOUND')
  })

  test('refuses to serve without its secrets, and names what is missing', async ({ expect }) => {
    const { SIGNING_KEY: _missing, ...env } = testEnv
    const answer = await createApp(compose).fetch(
      new Request('https://edge.test/health'),
      env as typeof testEnv,
    )
    expect(answer.status).toBe(503)
    expect(JSON.stringify(await answer.json())).toContain('SIGNING_KEY')
  })

  test('is healthy and ready, and shows its documents', async ({ expect }) => {
    for (const path of ['/health', '/ready', '/openapi.json', '/docs', '/api/books', '/api/books/lantern']) {
      expect({ path, status: (await shop.fetch(path)).status }).toEqual({ path, status: 200 })
    }
  })
})
