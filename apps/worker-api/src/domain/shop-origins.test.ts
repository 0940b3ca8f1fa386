import { describe, test } from 'vitest'
import { allowedOrigin } from './shop-origins.ts'

const list = 'https://toys.example https://*.myshopify.com https://*.myshopify.dev'

describe('whose pages may call', () => {
  test.for([
    ['https://toys.example', true],
    ['https://toys-1.myshopify.com', true],
    ['https://abc.myshopify.dev', true],
    ['http://toys.example', false],
    ['https://toys.example.evil.example', false],
    ['https://evil.example/.myshopify.com', false],
    ['https://a.b.myshopify.com', false],
    ['https://toysxexample', false],
    ['null', false],
  ] as const)('%s: %s', ([origin, isAllowed], { expect }) => {
    expect(allowedOrigin(list, origin)).toBe(isAllowed ? origin : undefined)
  })

  test('is everybody where the list says so, and nobody where it is empty', ({ expect }) => {
    expect(allowedOrigin('*', 'https://anywhere.example')).toBe('*')
    expect(allowedOrigin('', 'https://anywhere.example')).toBeUndefined()
  })
})
