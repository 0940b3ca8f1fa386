import { createHmac } from 'node:crypto'
import { type TestContext, test } from 'vitest'
import { startHousePress } from '../../src/house-press/start-house-press.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { receiveWebhooks, type WebhookReceiver } from '../webhook-receiver.ts'
import { type FileHost, hostFiles } from './host-files.ts'
import { draftCover, draftInterior, saved } from './make-pdf.ts'

const apiKey = 'press-key'
const webhookSecret = 'press-secret'
const anHourMs = 3_600_000

interface Answer {
  readonly status: number
  /** The answer's JSON, of which a test looks at a few fields. */
  readonly body: Record<string, unknown>
}

interface StartOptions {
  readonly stepMs?: number
  readonly stateDir?: string
  readonly now?: () => number
}

async function startPress(context: TestContext, options: StartOptions = {}) {
  const stateDir = options.stateDir ?? (await temporaryFolder(context))
  const press = await startHousePress({
    port: 0,
    stateDir,
    apiKey,
    webhookSecret,
    stepMs: options.stepMs ?? 1,
    webhookRetryMs: Array.from({ length: 20 }, () => 5),
    log: () => undefined,
    ...(options.now && { now: options.now }),
  })
  let isOpen = true
  const close = async () => {
    if (isOpen) await press.close()
    isOpen = false
  }
  context.onTestFinished(close)
  async function call(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const response = await fetch(press.url + path, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const json: Answer['body'] = JSON.parse(await response.text())
    return { status: response.status, body: json }
  }
  const order = (body: unknown, key = 'key-1') => call('POST', '/v1/print-jobs', body, key)
  return { url: press.url, close, stateDir, call, order }
}

let soundFiles: Promise<{ interior: Uint8Array; cover: Uint8Array }> | undefined

/** A book that the judge likes, made once. */
function soundBook() {
  soundFiles ??= (async () => ({
    interior: await saved(await draftInterior()),
    cover: await saved(await draftCover()),
  }))()
  return soundFiles
}

async function orderOf(files: FileHost, webhooks: WebhookReceiver, sign = '') {
  const { interior, cover } = await soundBook()
  const [inside, outside] = [files.host('interior.pdf', interior), files.host('cover.pdf', cover)]
  return {
    reference: 'job-1',
    title: 'A book',
    copies: 1,
    interior: { ...inside, url: inside.url + sign, pages: 24 },
    cover: { ...outside, url: outside.url + sign },
    ship_to: { name: 'A. Buyer', line1: '1 Street', city: 'Town', postcode: '12345', country: 'DE' },
    shipping_level: 'standard',
    draft: true,
    webhook_url: webhooks.url,
  }
}

function statusesOf(webhooks: WebhookReceiver): string[] {
  return webhooks.received.map(({ body }) => JSON.parse(body).job.status)
}

test('a sound book is checked, accepted, produced, shipped with tracking, and delivered', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const press = await startPress(context)
  const created = await press.order(await orderOf(files, webhooks))
  expect(created.status).toBe(201)
  expect(created.body).toMatchObject({ reference: 'job-1', status: 'received', problems: [] })
  await webhooks.until(5)
  expect(statusesOf(webhooks).toSorted()).toEqual(
    ['checking', 'accepted', 'in_production', 'shipped', 'delivered'].toSorted(),
  )
  const { body } = await press.call('GET', `/v1/print-jobs/${created.body['id']}`)
  expect(body).toMatchObject({
    status: 'delivered',
    tracking: { carrier: 'House Post', number: expect.stringMatching(/^HP[0-9A-Z]{12}$/) },
  })
  expect(files.asked.toSorted()).toEqual(
    ['cover', 'interior']
      .flatMap((name) => ['GET', 'HEAD', 'RANGE'].map((way) => `${way} /${name}.pdf`))
      .toSorted(),
  )
  const { body: statistics } = await press.call('GET', '/v1/statistics')
  expect(statistics).toMatchObject({ jobs: { total: 1, by_status: { delivered: 1 } }, fetched: { files: 2 } })
})

test('webhooks are signed over time and body, and sent again when they are not taken', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context, 3)]
  const press = await startPress(context)
  await press.order(await orderOf(files, webhooks))
  await webhooks.until(5)
  for (const { headers, body } of webhooks.received) {
    const [, seconds, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['x-press-signature'] ?? '') ?? []
    const wanted = createHmac('sha256', webhookSecret).update(`${seconds}.${body}`).digest('hex')
    expect(signature).toBe(wanted)
    expect(JSON.parse(body)).toMatchObject({ type: 'print_job.status', job: { reference: 'job-1' } })
  }
  const ids = new Set(webhooks.received.map(({ body }) => JSON.parse(body).event_id))
  expect(ids.size).toBe(5)
})

test('the same key brings the same job, also with newly signed addresses', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const press = await startPress(context, { stepMs: anHourMs })
  const first = await press.order(await orderOf(files, webhooks, '?signature=a'))
  const second = await press.order(await orderOf(files, webhooks, '?signature=b'))
  expect([first.status, second.status]).toEqual([201, 200])
  expect(second.body['id']).toBe(first.body['id'])
  const listed = await press.call('GET', '/v1/print-jobs?reference=job-1')
  expect(listed.body['jobs']).toHaveLength(1)
})

test('the same key with another order is a conflict', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const press = await startPress(context, { stepMs: anHourMs })
  const order = await orderOf(files, webhooks)
  await press.order(order)
  const other = await press.order({ ...order, copies: 2 })
  expect(other.status).toBe(409)
  expect(other.body).toMatchObject({ error: { code: 'idempotency_conflict' } })
})

test('orders without a key, with a wrong field or from a stranger are refused', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const press = await startPress(context, { stepMs: anHourMs })
  const order = await orderOf(files, webhooks)
  const keyless = await press.call('POST', '/v1/print-jobs', order)
  expect(keyless).toMatchObject({ status: 400, body: { error: { code: 'idempotency_key_required' } } })
  const wrong = await press.order({ ...order, ship_to: { ...order.ship_to, country: 'Germany' } })
  expect(wrong).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid_request', field: 'ship_to.country' } },
  })
  expect((await press.call('GET', '/v1/print-jobs/pj_none')).status).toBe(404)
  const stranger = await fetch(`${press.url}/v1/statistics`, { headers: { authorization: 'Bearer other' } })
  expect(stranger.status).toBe(401)
  expect((await press.call('GET', '/v1/statistics')).body).toMatchObject({ jobs: { total: 0 } })
})

test('a job can be cancelled before production, and not after', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const slow = await startPress(context, { stepMs: anHourMs })
  const early = await slow.order(await orderOf(files, webhooks))
  const path = `/v1/print-jobs/${early.body['id']}/cancel`
  expect(await slow.call('POST', path)).toMatchObject({ status: 200, body: { status: 'cancelled' } })
  expect(await slow.call('POST', path)).toMatchObject({ status: 200, body: { status: 'cancelled' } })

  const fast = await startPress(context)
  const late = await fast.order(await orderOf(files, webhooks))
  await webhooks.until(6)
  expect(await fast.call('POST', `/v1/print-jobs/${late.body['id']}/cancel`)).toMatchObject({
    status: 409,
    body: { error: { code: 'too_late' } },
  })
})

test('a file that is not the ordered one is refused before it is opened', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const press = await startPress(context)
  const order = await orderOf(files, webhooks)
  await press.order({ ...order, interior: { ...order.interior, sha256: '0'.repeat(64) } }, 'other-sum')
  await webhooks.until(2)
  await press.order({ ...order, cover: { ...order.cover, bytes: order.cover.bytes + 1 } }, 'other-length')
  await webhooks.until(4)
  const rejected = webhooks.received
    .map(({ body }) => JSON.parse(body).job)
    .filter((job) => job.status === 'rejected')
  expect(rejected.map(({ problems }) => problems)).toMatchObject([
    [{ code: 'file_checksum', file: 'interior' }],
    [{ code: 'file_length', file: 'cover' }],
  ])
})

test('a file of another media type is refused', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  files.type = 'application/octet-stream'
  const press = await startPress(context)
  const { body } = await press.order(await orderOf(files, webhooks))
  await webhooks.until(2)
  const job = await press.call('GET', `/v1/print-jobs/${body['id']}`)
  expect(job.body).toMatchObject({
    status: 'rejected',
    problems: [
      { code: 'file_type', file: 'interior' },
      { code: 'file_type', file: 'cover' },
    ],
  })
})

test('a file that cannot be had for a while is fetched again; one that stays away is refused', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const press = await startPress(context)
  const order = await orderOf(files, webhooks)
  files.failNext(2)
  await press.order(order, 'back-again')
  await webhooks.until(5)
  expect(statusesOf(webhooks)).toContain('delivered')
  const gone = { ...order.cover, url: order.cover.url.replace('cover', 'nowhere') }
  const { body } = await press.order({ ...order, cover: gone }, 'gone')
  await webhooks.until(7)
  const job = await press.call('GET', `/v1/print-jobs/${body['id']}`)
  expect(job.body).toMatchObject({
    status: 'rejected',
    problems: [{ code: 'file_unreachable', file: 'cover', message: 'HEAD was answered with 404.' }],
  })
})

test('what the judge finds is in the rejected job', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const press = await startPress(context)
  const order = await orderOf(files, webhooks)
  const { body } = await press.order({ ...order, interior: { ...order.interior, pages: 26 } })
  await webhooks.until(2)
  const job = await press.call('GET', `/v1/print-jobs/${body['id']}`)
  expect(job.body).toMatchObject({
    status: 'rejected',
    problems: [
      { code: 'page_count_declared', file: 'interior', message: '24 pages were found and 26 declared.' },
    ],
  })
})

test('jobs, keys and counts outlast a restart, and jobs go on', async (context) => {
  const { expect } = context
  const [files, webhooks] = [await hostFiles(context), await receiveWebhooks(context)]
  const order = await orderOf(files, webhooks)
  const before = await startPress(context, { stepMs: anHourMs })
  const created = await before.order(order)
  await before.close()

  const later = Date.now() + 2 * anHourMs
  const after = await startPress(context, { stateDir: before.stateDir, now: () => later })
  await webhooks.until(1)
  const again = await after.order(order)
  expect([again.status, again.body['id']]).toEqual([200, created.body['id']])
  expect((await after.call('GET', '/v1/statistics')).body).toMatchObject({ jobs: { total: 1 } })
})
