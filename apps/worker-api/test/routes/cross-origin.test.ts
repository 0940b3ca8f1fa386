import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { approvedPreview, openShop, type Shop } from '../shop.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const origin = 'https://toys.example'

describe('a shop of another origin', () => {
  test('may ask before it sends a photo with a key, and read the answer', async ({ expect }) => {
    const asked = await shop.fetch('/api/preview', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'idempotency-key',
      },
    })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    expect(asked.headers.get('access-control-allow-headers')).toContain('idempotency-key')
    const answer = await shop.requestPreview({}, { origin })
    expect(answer.status).toBe(202)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    await answer.body?.cancel()
  })

  test('can read why it was refused', async ({ expect }) => {
    const refused = await shop.fetch('/api/preview/prv_none', { headers: { origin } })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    expect(refused.headers.get('access-control-expose-headers')).toContain('x-request-id')
    await refused.body?.cancel()
  })

  test('may show the pictures, and still gets no word out of the desk', async ({ expect }) => {
    const accepted: PreviewAccepted = await approvedPreview(shop)
    const { pages } = await shop.preview(accepted)
    const picture = await shop.fetch(new Request(pages[0]?.preview_url ?? ''))
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    await picture.arrayBuffer()
    const desk = await shop.fetch('/api/admin/orders', { headers: { origin } })
    expect(desk.headers.get('access-control-allow-origin')).toBeNull()
    await desk.body?.cancel()
  })
})
