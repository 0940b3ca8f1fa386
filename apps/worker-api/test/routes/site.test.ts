import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('the site', () => {
  test.for([
    ['/shop/', 'text/html; charset=utf-8'],
    ['/shop/vi/', 'text/html; charset=utf-8'],
    ['/desk/', 'text/html; charset=utf-8'],
    ['/embed/foxetales-book.js', 'text/javascript; charset=utf-8'],
    ['/fonts/literata-400.woff2', 'font/woff2'],
    ['/theme.css', 'text/css; charset=utf-8'],
  ] as const)('has %s', async ([path, type], { expect }) => {
    const answer = await shop.fetch(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    await answer.arrayBuffer()
  })

  test('lets a shop of another origin load the component, and nobody frame the desk', async ({ expect }) => {
    const component = await shop.fetch('/embed/foxetales-book.js')
    expect(component.headers.get('access-control-allow-origin')).toBe('*')
    expect(component.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    await component.arrayBuffer()
    const desk = await shop.fetch('/desk/')
    expect(desk.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(desk.headers.get('referrer-policy')).toBe('no-referrer')
    await desk.arrayBuffer()
  })

  test('answers a reader who has the newest version with nothing but that', async ({ expect }) => {
    const first = await shop.fetch('/fonts/literata-400.woff2')
    await first.arrayBuffer()
    const again = await shop.fetch('/fonts/literata-400.woff2', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  test.for([
    '/templates/lantern/v1/book.json',
    '/site/shop/index.html',
    '/embed/none.js',
    '/shop/..%2f..%2ftemplates%2fcatalogue.json',
    '/lantern/v1/book.json',
  ])('keeps %s to itself', async (path, { expect }) => {
    const answer = await shop.fetch(path)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
})
