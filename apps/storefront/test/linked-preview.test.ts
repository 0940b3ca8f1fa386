import { test } from 'vitest'
import { linkedPreview } from '../src/book/walk/linked-preview.ts'

const id = `job_${'0'.repeat(26)}`

test('a letter’s link opens its preview, and nothing else does', ({ expect }) => {
  expect(linkedPreview(`#preview=${id}&token=abc.DEF_-1`)).toEqual({ id, token: 'abc.DEF_-1' })
  expect(linkedPreview('#order-ord_1')).toBeUndefined()
  expect(linkedPreview(`#preview=${id}`)).toBeUndefined()
  expect(linkedPreview('#preview=../x&token=a')).toBeUndefined()
  expect(linkedPreview('')).toBeUndefined()
})
