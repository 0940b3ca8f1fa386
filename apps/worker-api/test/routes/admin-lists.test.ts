import type { DeskOrderList } from '@foxetales/shared-schemas/desk'
import { sign } from 'hono/jwt'
import { afterEach, beforeAll, beforeEach, describe, test, vi } from 'vitest'
import { jobProgressSql, orderCountsSql, orderLinesSql } from '../../src/db/desk-lists.ts'
import { bearer, openShop, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

const orders = 10_000
let shop: Shop

/** Ten thousand orders, one a second, four in five of them printing, every hundredth in review, two on hold. */
beforeAll(async () => {
  await testEnv.DB.batch([
    testEnv.DB.prepare(
      `INSERT INTO photos (id, customer_id, key, sha256, bytes, width_px, height_px, content_type, consent_version,
         created_at, delete_after_at) VALUES ('pho_x', 'cus_x', 'k', 's', 1, 1, 1, 'image/jpeg', '1', 0, 9e15)`,
    ),
    testEnv.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
       INSERT INTO jobs (id, recipe, customer_id, photo_id, book_id, book_version, request, lane, state, created_at, updated_at)
       SELECT format('job_%06d', i), 'book-preview', 'cus_x', 'pho_x', 'lantern', 'v1', '{}', 'turbo', 'approved', i, i FROM n`,
    ).bind(orders),
    testEnv.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
       INSERT INTO orders (id, preview_job_id, customer_id, photo_id, state, hold, quantity, amount_minor, currency,
         payment_source, approved_pages, created_at, updated_at)
       SELECT format('ord_%018d%08d', i, i), format('job_%06d', i), 'cus_x', 'pho_x',
         CASE WHEN i % 100 = 0 THEN 'review' WHEN i % 5 = 1 THEN 'paid' ELSE 'printing' END,
         CASE WHEN i IN (7, 4007) THEN 'the bank asks' END, 1, 3900, 'USD', 'stripe', '{}', i * 1000, i * 1000 FROM n`,
    ).bind(orders),
  ])
})
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

async function list(query: string): Promise<DeskOrderList> {
  const exp = Math.floor(Date.now() / 1000) + 600
  const token = await sign(
    { sub: 'an', aud: 'foxetales-desk', role: 'viewer', exp },
    String(testEnv['ADMIN_JWT_SECRET']),
  )
  return (await shop.fetch(`/api/admin/orders?${query}`, bearer(token))).json<DeskOrderList>()
}

async function listAll(query: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page = await list(`${query}&limit=100${cursor ? `&cursor=${cursor}` : ''}`)
    ids.push(...page.orders.map((order) => order.order_id))
    cursor = page.next_cursor
  }
  return ids
}

/** The database's own words on how it would find the rows. */
async function planOf(sql: string, ...values: unknown[]): Promise<string[]> {
  const found = await testEnv.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<{ detail: string }>()
  return found.results.map((row) => row.detail)
}

describe('ten thousand orders', () => {
  test('are listed newest first, each once, page by page', async ({ expect }) => {
    const ids = await listAll('')
    expect(ids).toHaveLength(orders)
    expect(ids).toEqual([...new Set(ids)].sort().reverse())
  })

  test('are filtered by state, by hold and by the code in the book', async ({ expect }) => {
    expect(await listAll('state=review')).toHaveLength(100)
    const held = await list('held=true')
    expect(held.orders.map((order) => order.hold)).toEqual(['the bank asks', 'the bank asks'])
    const coded = await list('code=00004007')
    expect(coded.orders.map((order) => order.order_id)).toEqual([`ord_${'4007'.padStart(18, '0')}00004007`])
  })

  test('are counted by state, and the counts follow every move', async ({ expect }) => {
    const before = await list('limit=1')
    expect(before.counts).toEqual({ review: 100, paid: 2000, printing: 7900 })
    expect(before.held).toBe(2)
    await testEnv.DB.prepare(
      `UPDATE orders SET state = 'approved' WHERE id IN (SELECT id FROM orders WHERE state = 'review' LIMIT 30)`,
    ).run()
    await testEnv.DB.prepare(
      `DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE state = 'paid' LIMIT 1)`,
    ).run()
    expect((await list('limit=1')).counts).toEqual({ review: 70, approved: 30, paid: 1999, printing: 7900 })
    const counted = await testEnv.DB.prepare(
      'SELECT state, count(*) AS orders FROM orders GROUP BY state',
    ).all<{
      state: string
      orders: number
    }>()
    expect((await list('limit=1')).counts).toEqual(
      Object.fromEntries(counted.results.map((row) => [row.state, row.orders])),
    )
  })

  test.for([
    ['age', 'sqlite_autoindex_orders_1', []],
    ['state', 'orders_of_state', ['review']],
    ['hold', 'orders_held', []],
    ['code', 'orders_by_code', ['00004007']],
  ] as const)(
    'are listed by %s through an index, without a scan or a sort',
    async ([by, index, values], { expect }) => {
      const plan = await planOf(orderLinesSql(by), 'ord_9', 50, ...values)
      expect(plan[0]).toContain(`SEARCH o USING INDEX ${index}`)
      expect(plan.join('\n')).not.toMatch(/SCAN|TEMP B-TREE/)
    },
  )

  test('are not read for what stands beside them: alerts, dead letters, and what an order shows', async ({
    expect,
  }) => {
    const reads = [
      'SELECT count(*) AS alerts FROM alerts WHERE settled_at IS NULL',
      `SELECT * FROM alerts WHERE subject = 'ord_1' AND settled_at IS NULL ORDER BY raised_at DESC`,
      `SELECT * FROM print_jobs WHERE order_id = 'ord_1'`,
      `SELECT * FROM units WHERE job_id = 'job_1' ORDER BY slot, redo`,
      `SELECT subject, action, actor, reason, at FROM audit WHERE subject = 'ord_1' ORDER BY at, id`,
    ]
    for (const sql of reads) {
      const plan = (await planOf(sql)).join('\n')
      expect(plan, sql).toContain('INDEX')
      expect(plan, sql).not.toContain('TEMP B-TREE FOR ORDER BY')
    }
  })

  test('are counted from the table of counts', async ({ expect }) => {
    const plan = await planOf(orderCountsSql)
    expect(plan).toContain('SCAN order_counts')
    const ofOrders = plan.filter((line) => /(SCAN|SEARCH) orders/.test(line))
    expect(ofOrders).toHaveLength(1)
    // A partial index: it holds the orders on hold and no other.
    expect(ofOrders[0]).toContain('orders_held')
  })

  test('tell their progress from the units of the jobs that were asked for', async ({ expect }) => {
    const plan = await planOf(jobProgressSql, '["job_000001"]')
    expect(plan.some((line) => line.startsWith('SEARCH units USING'))).toBe(true)
    expect(plan.some((line) => line.startsWith('SCAN units'))).toBe(false)
  })
})

describe('a list that is asked for wrongly', () => {
  test.for(['cursor=1', 'state=lost', 'limit=0', 'limit=101', 'code=abc', 'order=asc'])(
    'refuses %s and names the field',
    async (query, { expect }) => {
      const answer = (await list(query)) as unknown as { error: { code: string } }
      expect(answer.error.code).toBe('INVALID_REQUEST')
    },
  )
})
