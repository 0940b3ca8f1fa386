import { createHmac } from 'node:crypto'
import { type TestContext, test } from 'vitest'
import { createOutbox, type OutboxOptions } from '../src/delivery/outbox.ts'
import { openDocumentStore } from '../src/state/document-store.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { receiveWebhooks } from './webhook-receiver.ts'

const nobody = 'http://127.0.0.1:9/webhooks'

function openOutbox(context: TestContext, stateDir: string, options: Partial<OutboxOptions> = {}) {
  const store = openDocumentStore(stateDir, 'outbox-test')
  const outbox = createOutbox({
    store,
    secret: 'secret',
    signatureHeader: 'x-test-signature',
    userAgent: 'test',
    retryMs: [1, 1],
    now: Date.now,
    log: () => undefined,
    ...options,
  })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await outbox.close()
    store.close()
  }
  context.onTestFinished(close)
  return { outbox, store, close }
}

test('a webhook is signed over its time and its exact bytes', async (context) => {
  const { expect } = context
  const receiver = await receiveWebhooks(context)
  const now = () => 1_900_000_000_000
  const { outbox } = openOutbox(context, await temporaryFolder(context), { now })
  outbox.add({ id: 'one', url: receiver.url, body: '{"é": 1}' })
  await receiver.until(1)
  const [webhook] = receiver.received
  expect(webhook?.body).toBe('{"é": 1}')
  const digest = createHmac('sha256', 'secret').update('1900000000.{"é": 1}').digest('hex')
  expect(webhook?.headers['x-test-signature']).toBe(`t=1900000000,v1=${digest}`)
})

test('a webhook that nobody takes is given up after the last try, and that is said', async (context) => {
  const { expect } = context
  const lines: string[] = []
  const given = Promise.withResolvers<void>()
  const log = (line: string) => {
    lines.push(line)
    given.resolve()
  }
  const { outbox } = openOutbox(context, await temporaryFolder(context), { log })
  outbox.add({ id: 'one', url: nobody, body: '{"name":"secret"}' })
  await given.promise
  expect(outbox.all()).toMatchObject([{ id: 'one', attempts: 3, state: 'given_up' }])
  expect(lines).toEqual(['webhook one was refused 3 times: given up'])
})

test('what was not sent when the process ended is sent by the next one', async (context) => {
  const { expect } = context
  const stateDir = await temporaryFolder(context)
  const receiver = await receiveWebhooks(context)
  const before = openOutbox(context, stateDir)
  before.outbox.add({ id: 'one', url: receiver.url, body: 'first', delayMs: 60_000 })
  await before.close()
  expect(receiver.received).toHaveLength(0)

  openOutbox(context, stateDir, { now: () => Date.now() + 120_000 })
  await receiver.until(1)
  expect(receiver.received.map(({ body }) => body)).toEqual(['first'])
})

test('a webhook that was added in a transaction that failed is never sent', async (context) => {
  const { expect } = context
  const receiver = await receiveWebhooks(context)
  const { outbox, store } = openOutbox(context, await temporaryFolder(context))
  const work = () =>
    store.transaction(() => {
      outbox.add({ id: 'undone', url: receiver.url, body: 'undone' })
      throw new Error('no')
    })
  expect(work).toThrow('no')
  outbox.add({ id: 'kept', url: receiver.url, body: 'kept' })
  await receiver.until(1)
  await outbox.close()
  expect(receiver.received.map(({ body }) => body)).toEqual(['kept'])
})
