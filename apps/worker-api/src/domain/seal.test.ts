import { test } from 'vitest'
import { seal, unseal } from './seal.ts'

const secret = 'a secret of the Worker'
const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251)

test('what was sealed opens under its own name with its own secret', async ({ expect }) => {
  const sealed = await seal(secret, 'child/one', bytes)
  expect(await unseal(secret, 'child/one', sealed)).toEqual(bytes)
  expect(await unseal(secret, 'child/two', sealed)).toBeUndefined()
  expect(await unseal('another secret', 'child/one', sealed)).toBeUndefined()
})

test('what was changed or cut off does not open', async ({ expect }) => {
  const sealed = await seal(secret, 'child/one', bytes)
  const changed = sealed.with(40, (sealed[40] ?? 0) ^ 1)
  expect(await unseal(secret, 'child/one', Uint8Array.from(changed))).toBeUndefined()
  expect(await unseal(secret, 'child/one', sealed.slice(0, -1))).toBeUndefined()
  expect(await unseal(secret, 'child/one', new Uint8Array())).toBeUndefined()
})

test('the same bytes never look the same twice, nor like themselves', async ({ expect }) => {
  const [one, other] = await Promise.all([seal(secret, 'child', bytes), seal(secret, 'child', bytes)])
  expect(one).not.toEqual(other)
  expect(Buffer.from(one).includes(Buffer.from(bytes.slice(0, 16)))).toBe(false)
})
