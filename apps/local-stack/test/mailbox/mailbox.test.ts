import { type TestContext, test } from 'vitest'
import { startMailbox } from '../../src/mailbox/start-mailbox.ts'
import { temporaryFolder } from '../temporary-folder.ts'

async function openMailbox(context: TestContext) {
  const stateDir = await temporaryFolder(context)
  const box = await startMailbox({ port: 0, stateDir, apiKey: 're_for_tests' })
  context.onTestFinished(() => box.close())
  const send = (mail: object, key = 'order_received:ord_1', apiKey = 're_for_tests') =>
    fetch(`${box.url}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'idempotency-key': key },
      body: JSON.stringify(mail),
    })
  return { box, send }
}

const mail = {
  from: 'Foxetales <books@foxetales.example>',
  to: ['parent@example.com'],
  subject: 'Cảm ơn <bạn>',
  text: 'Xin chào',
  html: '<p>Xin chào</p><script>alert(1)</script>',
}

test('a letter is taken once a key, and shown in both its shapes', async (context) => {
  const { expect } = context
  const { box, send } = await openMailbox(context)
  const { id } = (await (await send(mail)).json()) as { id: string }
  expect(await (await send(mail)).json()).toEqual({ id })
  expect((await send({ ...mail, subject: 'Other' })).status).toBe(409)
  const list = await (await fetch(box.url)).text()
  expect(list).toContain('Cảm ơn &lt;bạn&gt;')
  expect(list.match(/<li>/g)).toHaveLength(1)
  expect(await (await fetch(`${box.url}/mails/${id}`)).text()).toContain('Xin chào')
  const shown = await fetch(`${box.url}/mails/${id}/html`)
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
})

test('a wrong key and a letter to nobody are refused by name', async (context) => {
  const { expect } = context
  const { send } = await openMailbox(context)
  expect((await send(mail, 'a', 're_other')).status).toBe(401)
  const refused = await send({ ...mail, to: 'nobody' }, 'b')
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ name: 'validation_error' })
})
