import { mkdtemp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startLocalStack } from '@foxetales/local-stack/start-local-stack'
import { freePorts } from '@foxetales/local-stack/supervisor/free-ports'
import { deskToken } from '../start/desk-token.ts'
import { interleave } from './quantiles.ts'

/** The desk's list at ten thousand orders, over HTTP from a local stack: `node scripts/bench/desk-list.ts`. */
const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const orders = 10_000

const [edge = 0, runpod = 0, stripe = 0, shopify = 0, press = 0, mail = 0, comfy = 0] = await freePorts(7)
const stateDir = await mkdtemp(path.join(root, '.state', 'bench-'))
const ports = { edge, runpod, stripe, shopify, press, mail, comfy }
const stack = await startLocalStack({ root, stateDir, ports, gpuWorkers: 1 })
try {
  while (!(await isReady())) await sleep(100)
  await plantOrders()
  const token = deskToken(stack.secrets['ADMIN_JWT_SECRET'] ?? '', Date.now())
  const list = (query: string) => async () => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${stack.url}/api/admin/orders?${query}`, { headers })
    if (!answer.ok) throw new Error(`the list answered ${answer.status}`)
    await answer.arrayBuffer()
  }
  const times = await interleave(40, {
    'newest 50': list('limit=50'),
    'of one state': list('limit=50&state=printing'),
    'on hold': list('held=true'),
    'by the code in the book': list('code=00004007'),
    'from the middle': list(`limit=50&cursor=ord_${'5000'.padStart(18, '0')}00005000`),
  })
  for (const [name, { p50, p95 }] of Object.entries(times)) {
    process.stdout.write(`| ${name} | ${p50.toFixed(0)} | ${p95.toFixed(0)} |\n`)
  }
} finally {
  await stack.stop()
  await rm(stateDir, { recursive: true, force: true, maxRetries: 5 })
}

async function isReady(): Promise<boolean> {
  return fetch(new URL('/ready', stack.url)).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** Straight into the stack's own database: buying ten thousand books would take days. */
async function plantOrders(): Promise<void> {
  const folder = path.join(stateDir, 'edge/v3/d1/miniflare-D1DatabaseObject')
  const file = (await readdir(folder)).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
  // The stack's cron writes now and then too.
  const database = new DatabaseSync(path.join(folder, file ?? ''), { timeout: 10_000 })
  database.exec(`
    INSERT INTO photos (id, customer_id, key, sha256, bytes, width_px, height_px, content_type, consent_version,
      created_at, delete_after_at) VALUES ('pho_x', 'cus_x', 'k', 's', 1, 1, 1, 'image/jpeg', '1', 0, 9000000000000000);
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${orders - 1})
      INSERT INTO jobs (id, recipe, customer_id, photo_id, book_id, book_version, request, lane, state, created_at, updated_at)
      SELECT format('job_%06d', i), 'book-preview', 'cus_x', 'pho_x', 'lantern', 'v1', '{}', 'turbo', 'approved', i, i FROM n;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${orders - 1})
      INSERT INTO orders (id, preview_job_id, customer_id, photo_id, state, hold, quantity, amount_minor, currency,
        payment_source, approved_pages, created_at, updated_at)
      SELECT format('ord_%018d%08d', i, i), format('job_%06d', i), 'cus_x', 'pho_x',
        CASE WHEN i % 100 = 0 THEN 'review' ELSE 'printing' END,
        CASE WHEN i IN (7, 4007) THEN 'the bank asks' END, 1, 3900, 'USD', 'stripe', '{}', i * 1000, i * 1000 FROM n;
  `)
  database.close()
}
