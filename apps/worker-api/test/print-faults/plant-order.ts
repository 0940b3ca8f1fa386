import type { Services } from '../../src/services.ts'
import { testEnv } from '../test-env.ts'

const shipTo = {
  name: 'A. Parent',
  line1: '1 Hill Street',
  city: 'Leeds',
  postcode: 'LS1 1AA',
  country: 'GB',
  phone: '+44 113 496 0000',
}

const tables = ['print_jobs', 'orders', 'jobs', 'photos', 'alerts', 'audit', 'printer_rounds']

/** Printers in a new world give their jobs the numbers of the last one: no row may remember them. */
export async function forgetOrders(): Promise<void> {
  await testEnv.DB.batch(tables.map((table) => testEnv.DB.prepare(`DELETE FROM ${table}`)))
}

/** Paid orders whose pages are painted and approved: what binding and printing begin with. Returns their ids. */
export async function plantOrders(services: Services, count: number): Promise<string[]> {
  const planted = Array.from({ length: count }, () => plantOne(services.now()))
  await testEnv.DB.batch(planted.flatMap(({ statements }) => statements))
  return planted.map(({ orderId }) => orderId)
}

function plantOne(now: number): { orderId: string; statements: D1PreparedStatement[] } {
  const id = (kind: string) => `${kind}_faults${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`
  const [photo, preview, render, orderId, customer] = [id('pho'), id('job'), id('job'), id('ord'), id('cus')]
  const insert = (table: string, row: Record<string, string | number>) => {
    const names = Object.keys(row)
    const marks = names.map(() => '?').join(', ')
    return testEnv.DB.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).bind(
      ...Object.values(row),
    )
  }
  const job = (jobId: string, recipe: string) =>
    insert('jobs', {
      id: jobId,
      recipe,
      customer_id: customer,
      photo_id: photo,
      book_id: 'lantern',
      book_version: 'v1',
      request: '{}',
      lane: 'fast',
      state: 'ready',
      created_at: now,
      updated_at: now,
    })
  const statements = [
    insert('photos', {
      id: photo,
      customer_id: customer,
      key: photo,
      sha256: 'a',
      bytes: 1,
      width_px: 1,
      height_px: 1,
      content_type: 'image/jpeg',
      consent_version: '1',
      created_at: now,
      delete_after_at: now,
    }),
    job(preview, 'book-preview'),
    job(render, 'book-full'),
    insert('orders', {
      id: orderId,
      preview_job_id: preview,
      render_job_id: render,
      customer_id: customer,
      photo_id: photo,
      state: 'approved',
      quantity: 1,
      amount_minor: 3900,
      currency: 'EUR',
      payment_source: 'stripe',
      ship_to: JSON.stringify(shipTo),
      approved_pages: '{}',
      created_at: now,
      updated_at: now,
      paid_at: now,
    }),
  ]
  return { orderId, statements }
}
