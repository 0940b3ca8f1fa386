import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { orderForPrinter } from '../../src/flows/order-for-printer.ts'
import { forgetOrders, plantOrders } from '../print-faults/plant-order.ts'
import { openShop, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

const bytes = new TextEncoder().encode('%PDF-1.7 a book, as far as a link knows')
const services = compose(testEnv)
let shop: Shop
let url = ''
let orderId = ''

/** A link to a book's file, as a printer is given it. */
beforeEach(async () => {
  shop = openShop()
  await forgetOrders()
  orderId = (await plantOrders(services, 1))[0] ?? ''
  const key = `books/${orderId}/full_book.v1.pdf`
  await testEnv.FILES.put(key, bytes, { httpMetadata: { contentType: 'application/pdf' } })
  const interior = JSON.stringify({ key, sha256: 'a'.repeat(64), bytes: bytes.length, pages: 40 })
  await testEnv.DB.prepare('UPDATE orders SET interior = ? WHERE id = ?').bind(interior, orderId).run()
  const plan = { id: services.newId('printJob'), order_id: orderId, vendor: 'house-press', created_at: 1 }
  await services.printJobs.plan(plan)
  const [order, row] = [await services.orders.find(orderId), await services.printJobs.ofOrder(orderId)]
  const printer = services.printers.named('house-press')
  if (!order || !row || !printer) throw new Error('the order is not there')
  url = new URL((await orderForPrinter(services, printer, order, row)).interior.url).pathname
})
afterEach(() => vi.restoreAllMocks())

describe('a printer’s link to a file', () => {
  test('answers HEAD, GET and ranges with the right type and length', async ({ expect }) => {
    const head = await shop.fetch(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(head.headers.get('content-length')).toBe(String(bytes.length))
    const whole = await shop.fetch(url)
    expect(whole.headers.get('content-length')).toBe(String(bytes.length))
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes)
    const part = await shop.fetch(url, { headers: { range: 'bytes=5-8' } })
    expect([part.status, await part.text()]).toEqual([206, '1.7 '])
    expect(part.headers.get('content-range')).toBe(`bytes 5-8/${bytes.length}`)
  })

  test('still stands after 72 hours, and not for ever', async ({ expect }) => {
    const hourMs = 3_600_000
    const now = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(now + 73 * hourMs)
    expect((await shop.fetch(url, { method: 'HEAD' })).status).toBe(200)
    vi.spyOn(Date, 'now').mockReturnValue(now + 8 * 24 * hourMs)
    expect((await shop.fetch(url, { method: 'HEAD' })).status).toBe(403)
  })

  test.for([
    ['its job was cancelled', `UPDATE print_jobs SET status = 'cancelled' WHERE order_id = ?`],
    ['another printer has the book', `UPDATE print_jobs SET vendor = 'lulu' WHERE order_id = ?`],
    ['it was revoked', 'UPDATE print_jobs SET links_revoked_at = 1 WHERE order_id = ?'],
  ] as const)('is dead once %s', async ([, sql], { expect }) => {
    expect((await shop.fetch(url)).status).toBe(200)
    await testEnv.DB.prepare(sql).bind(orderId).run()
    expect((await shop.fetch(url)).status).toBe(403)
    expect((await shop.fetch(url, { method: 'HEAD' })).status).toBe(403)
  })
})
